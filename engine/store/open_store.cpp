// SPDX-License-Identifier: Apache-2.0
#include "engine/store/open_store.h"

#include <string>
#include <system_error>
#include <utility>

#include "engine/store/sqlite_store.h"
#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

namespace fs = std::filesystem;
using input::Diagnostics;

Diagnostics at(const fs::path& path, input::Diagnostic one) {
  one.place.file = input::FileName(path.string());
  return {std::move(one)};
}

Diagnostics system_fault(const fs::path& path, const std::error_code& error) {
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted ||
      error == std::errc::read_only_file_system)
    return at(path, fault("store-read-only", "the folder of the store may not be written or entered",
                          "give yourself the right to write there, or work on a copy"));
  if (error == std::errc::no_space_on_device)
    return at(path, fault("store-full", "there is no room on the disk for the store", "make room, then try again"));
  return at(path, fault("store-failed", "the store cannot be opened: " + error.message()));
}

/// A link could lead our writes to any file of the user's.
Diagnostics refuse_strange(const fs::path& thing, fs::file_type wanted, const fs::path& path) {
  std::error_code error;
  const auto type = fs::symlink_status(thing, error).type();
  if (type == fs::file_type::not_found || type == wanted) return {};
  if (type == fs::file_type::none) return system_fault(path, error);
  const std::string what = type == fs::file_type::symlink ? "a link" : "something else";
  return at(path, fault("store-not-ours",
                        what + " stands where the " +
                            (wanted == fs::file_type::directory ? "folder of the store" : "store") + " should be",
                        "move it away; a store is never reached by a link"));
}

}  // namespace

input::Result<std::unique_ptr<Store>> open_store(const fs::path& path, std::chrono::milliseconds patience) {
  std::error_code error;
  const auto absolute = fs::absolute(path, error).lexically_normal();
  if (error) return system_fault(path, error);
  const auto folder = absolute.parent_path();
  if (auto strange = refuse_strange(folder, fs::file_type::directory, path); !strange.empty()) return strange;
  // Above the folder links are the user's own affair; below, SQLite is told to follow none.
  const auto project = fs::canonical(folder.parent_path(), error);
  if (error) return system_fault(path, error);
  fs::create_directory(folder, error);
  if (error) return system_fault(path, error);
  if (auto strange = refuse_strange(absolute, fs::file_type::regular, path); !strange.empty()) return strange;
  return SqliteStore::open(project / folder.filename() / absolute.filename(), input::FileName(path.string()), patience);
}

}  // namespace assize::store
