// SPDX-License-Identifier: Apache-2.0
#include "engine/store/schema.h"

#include <array>
#include <memory>
#include <utility>

#include "engine/store/sqlite_fault.h"
#include "engine/store/sqlite_statement.h"
#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

using input::Diagnostics;
using input::Result;

// Without json_valid(): SQLite runs it in no schema that it is told not to trust. `seal` lets only JSON through.
constexpr std::array<const char*, 1> steps_released = {
    R"(CREATE TABLE blob (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  payload TEXT NOT NULL,
  blobs TEXT NOT NULL,
  payload_digest TEXT NOT NULL CHECK (length(payload_digest) = 64),
  previous TEXT NOT NULL UNIQUE CHECK (length(previous) = 64),
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64)
) STRICT;)",
};

/// The version of our format that `db` has; 0 for an empty database.
Result<std::size_t> version_of(sqlite3& db, std::size_t newest) {
  const auto number = [&](std::string_view sql) -> Result<std::int64_t> {
    auto prepared = Statement::prepare(db, sql);
    if (!prepared) return prepared.diagnostics();
    auto statement = std::move(prepared).value();
    if (const auto step = statement.step(); !step) return step.diagnostics();
    return statement.integer(0);
  };
  const auto owner = number("PRAGMA application_id");
  if (!owner) return owner.diagnostics();
  const auto version = number("PRAGMA user_version");
  if (!version) return version.diagnostics();
  const auto things = number("SELECT count(*) FROM sqlite_schema");
  if (!things) return things.diagnostics();

  if (owner.value() == 0 && version.value() == 0 && things.value() == 0) return std::size_t{0};
  if (owner.value() != application_id)
    return Diagnostics{fault("store-not-ours", "the file is a database of another program",
                             "move it away if a new store shall take its place")};
  if (version.value() < 1) return Diagnostics{fault("store-corrupt", "the store has no version of its format")};
  if (static_cast<std::uint64_t>(version.value()) > newest)
    return Diagnostics{fault("store-newer",
                             "the store has version " + std::to_string(version.value()) + " of the format, and this " +
                                 "program knows versions up to " + std::to_string(newest),
                             "install the release of assize that made it, or a later one")};
  return static_cast<std::size_t>(version.value());
}

Result<std::string> schema_text(sqlite3& db) {
  // ANALYZE, which anyone may have run, leaves tables named sqlite_stat.
  return query_text(db,
                    "SELECT group_concat(type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, ''), char(10)) "
                    "FROM (SELECT * FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name)");
}

}  // namespace

std::span<const char* const> format_steps() { return steps_released; }

Diagnostics bring_up_to_date(sqlite3& db, std::span<const char* const> steps) {
  // Most files are up to date: look without the lock that writers wait for.
  for (const auto kind : {Transaction::Kind::reads, Transaction::Kind::writes}) {
    auto begun = Transaction::begin(db, kind);
    if (!begun) return begun.diagnostics();
    auto transaction = std::move(begun).value();
    const auto version = version_of(db, steps.size());
    if (!version) return version.diagnostics();
    if (version.value() == steps.size()) return transaction.commit();
    if (kind == Transaction::Kind::reads) continue;
    for (const char* step : steps.subspan(version.value()))
      if (auto faults = execute(db, step); !faults.empty()) return faults;
    const auto mark = "PRAGMA application_id = " + std::to_string(application_id) +
                      "; PRAGMA user_version = " + std::to_string(steps.size());
    if (auto faults = execute(db, mark); !faults.empty()) return faults;
    return transaction.commit();
  }
  return {};
}

Diagnostics check_schema(sqlite3& db, std::span<const char* const> steps) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> model(raw, &sqlite3_close);
  if (code != SQLITE_OK) return {sqlite_fault(code, 0, sqlite3_errstr(code))};
  if (auto faults = bring_up_to_date(*model, steps); !faults.empty()) return faults;
  const auto expected = schema_text(*model);
  if (!expected) return expected.diagnostics();
  const auto found = schema_text(db);
  if (!found) return found.diagnostics();
  if (found.value() == expected.value()) return {};
  return {fault("store-corrupt", "the tables of the store are not those that assize makes",
                "restore it from a copy, or remove what another program added")};
}

}  // namespace assize::store
