// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/place.h"
#include "engine/store/store.h"

namespace assize::store {

/// A store in one SQLite file, which several processes may use at once.
class SqliteStore final : public Store {
 public:
  /// `open_store`, for a `file` whose folder exists and has no link in its path. Messages call the file `name`.
  static input::Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, input::FileName name,
                                                    std::chrono::milliseconds patience);

  input::Result<Entry> append(const Draft& draft, const std::vector<std::string>& blobs) override;
  input::Result<std::vector<Entry>> ledger() const override;
  input::Result<std::string> blob(std::string_view digest) const override;

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  SqliteStore(sqlite3* db, input::FileName name) : db_(db), name_(std::move(name)) {}
  input::Diagnostics prepare_file(std::chrono::milliseconds patience);
  input::Diagnostics check_file() const;
  input::Result<Entry> append_unplaced(const Draft& draft, const std::vector<std::string>& blobs);
  input::Result<std::vector<Entry>> ledger_unplaced() const;
  input::Result<std::string> blob_unplaced(std::string_view digest) const;

  std::unique_ptr<sqlite3, Close> db_;
  input::FileName name_;
};

}  // namespace assize::store
