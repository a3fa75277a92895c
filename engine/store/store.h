// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"
#include "engine/store/entry.h"

namespace assize::store {

/// The longest blob kept: 512 MiB. What is larger is evidence by reference.
inline constexpr std::size_t max_blob_bytes = 512u << 20;

/// What is kept of a project: ledger entries, and the blobs they rest on. Nothing derived. Every kind behaves alike
/// (tests/store/store_law_test.cpp). One handle serves one thread; several handles and processes may share a file.
class Store {
 public:
  virtual ~Store() = default;

  /// Keeps the blobs and the entry, all or nothing, and on the disk when it returns. Gives back the entry as sealed.
  /// The sequence number is taken in the same step, so that concurrent appends follow one another.
  /// `store-entry`: a field of the draft is not as asked, or a blob is too long. `store-blob-missing`: the draft names
  /// a blob that is neither given nor kept. `store-moved`: see `Draft::after`. Besides: the faults of `open_store`.
  virtual input::Result<Entry> append(const Draft& draft, const std::vector<std::string>& blobs) = 0;

  /// Every entry, by sequence, its chain checked (`store-corrupt`).
  virtual input::Result<std::vector<Entry>> ledger() const = 0;

  /// The bytes with this SHA-256, checked against it (`store-corrupt`). `store-blob-missing`: not kept.
  virtual input::Result<std::string> blob(std::string_view digest) const = 0;
};

}  // namespace assize::store
