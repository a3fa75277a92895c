// SPDX-License-Identifier: Apache-2.0
#include "engine/store/sqlite_statement.h"

#include <cassert>
#include <utility>

#include "engine/store/sqlite_fault.h"

namespace assize::store {

using input::Diagnostics;
using input::Result;

Result<Statement> Statement::prepare(sqlite3& db, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(&db, sql.data(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
    return Diagnostics{sqlite_fault(db)};
  return Statement(raw);
}

// A bind can fail for a wrong index, a bug, or for want of memory: then nothing sensible is left to do.
Statement& Statement::bind(int index, std::string_view text) {
  [[maybe_unused]] const int code =
      sqlite3_bind_text64(raw_.get(), index, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  assert(code == SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int index, std::int64_t number) {
  [[maybe_unused]] const int code = sqlite3_bind_int64(raw_.get(), index, number);
  assert(code == SQLITE_OK);
  return *this;
}

Statement& Statement::bind_bytes(int index, std::string_view bytes) {
  // A null pointer would bind NULL: an empty blob needs an address.
  [[maybe_unused]] const int code =
      sqlite3_bind_blob64(raw_.get(), index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
  assert(code == SQLITE_OK);
  return *this;
}

Result<Statement::Step> Statement::step() {
  const int code = sqlite3_step(raw_.get());
  if (code == SQLITE_ROW || code == SQLITE_DONE) return code == SQLITE_ROW ? Step::row : Step::done;
  return Diagnostics{sqlite_fault(*sqlite3_db_handle(raw_.get()))};
}

void Statement::reset() { sqlite3_reset(raw_.get()); }

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(raw_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(raw_.get(), column))};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(raw_.get(), column); }

Diagnostics execute(sqlite3& db, const std::string& sql) {
  if (sqlite3_exec(&db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return {sqlite_fault(db)};
  return {};
}

Result<std::string> query_text(sqlite3& db, std::string_view sql) {
  auto prepared = Statement::prepare(db, sql);
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  const auto step = statement.step();
  if (!step) return step.diagnostics();
  return step.value() == Statement::Step::row ? statement.text(0) : std::string();
}

Result<Transaction> Transaction::begin(sqlite3& db, Kind kind) {
  if (auto faults = execute(db, kind == Kind::writes ? "BEGIN IMMEDIATE" : "BEGIN"); !faults.empty()) return faults;
  return Transaction(db);
}

Diagnostics Transaction::commit() {
  auto faults = execute(*open_, "COMMIT");
  if (faults.empty()) [[maybe_unused]]
    auto* const done = open_.release();
  return faults;
}

void Transaction::RollBack::operator()(sqlite3* db) const {
  // Some faults (a full disk) have rolled back already; a failure here leaves the journal, which the next reader obeys.
  if (sqlite3_get_autocommit(db) == 0) sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace assize::store
