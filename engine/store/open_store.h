// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "engine/input/result.h"
#include "engine/store/store.h"

namespace assize::store {

/// Opens the store in the file `path` (`PROJECT/.assize/store.db`), makes the file and its folder when absent, brings
/// an older format up to date, and checks file and chain. For a store that leaves no trace, construct a `MemoryStore`.
/// `patience`: how long this handle waits for another process each time, before it says `store-locked`.
/// Faults, here and in the verbs:
///   store-not-ours   not a database, another program's database, or a link, folder or device in its place
///   store-newer      made by a later assize
///   store-corrupt    damaged or altered; the message names the first entry or blob that is not as it was
///   store-read-only  file or folder may not be written or made
///   store-locked     another process holds it for longer than `patience`
///   store-full       no room on the disk; what was kept before is still there
///   store-failed     anything else that SQLite or the system says, in its words
input::Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& path,
                                                 std::chrono::milliseconds patience = std::chrono::seconds(5));

}  // namespace assize::store
