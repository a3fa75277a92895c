// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/input/result.h"

namespace assize::store {

/// One prepared SQL statement. Indices count from 1, columns from 0, as in SQLite. Faults: `sqlite_fault`.
class Statement {
 public:
  static input::Result<Statement> prepare(sqlite3& db, std::string_view sql);

  Statement& bind(int index, std::string_view text);  ///< Copied.
  Statement& bind(int index, std::int64_t number);
  Statement& bind_bytes(int index, std::string_view bytes);  ///< Not copied: they must outlive the last `step`.

  enum class Step { row, done };
  input::Result<Step> step();
  void reset();  ///< Ready to run again; what was bound stays.

  std::string text(int column) const;  ///< Of text or bytes; empty for NULL.
  std::int64_t integer(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit Statement(sqlite3_stmt* raw) : raw_(raw) {}
  std::unique_ptr<sqlite3_stmt, Finalize> raw_;
};

/// Runs statements that answer nothing. Empty when all went well.
input::Diagnostics execute(sqlite3& db, const std::string& sql);

/// The first column of the first row of a query, as text; empty when there is no row.
input::Result<std::string> query_text(sqlite3& db, std::string_view sql);

/// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  /// One that only reads sees the same state throughout; one that writes waits for other writers at its beginning.
  enum class Kind { reads, writes };
  static input::Result<Transaction> begin(sqlite3& db, Kind kind);
  input::Diagnostics commit();

 private:
  struct RollBack {
    void operator()(sqlite3* db) const;
  };
  explicit Transaction(sqlite3& db) : open_(&db) {}
  std::unique_ptr<sqlite3, RollBack> open_;
};

}  // namespace assize::store
