// SPDX-License-Identifier: Apache-2.0
#include "engine/store/sqlite_store.h"

#include <set>
#include <thread>
#include <utility>

#include "engine/evidence/digest.h"
#include "engine/input/read_tree.h"
#include "engine/store/canonical_json.h"
#include "engine/store/named_blob.h"
#include "engine/store/schema.h"
#include "engine/store/sqlite_fault.h"
#include "engine/store/sqlite_statement.h"
#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

using input::Diagnostics;
using input::Result;
using Step = Statement::Step;

template <class T>
Result<T> placed(Result<T> result, const input::FileName& name) {
  if (result) return result;
  Diagnostics found = result.diagnostics();
  for (auto& one : found) one.place.file = name;
  return found;
}

std::string list_text(const std::vector<std::string>& digests) {
  std::string text = "[";
  for (const auto& digest : digests) {
    if (&digest != &digests.front()) text += ',';
    append_json_string(text, digest);
  }
  return text + "]";
}

/// Nothing when the text is not such a list: then someone altered it.
std::optional<std::vector<std::string>> read_list(std::string text) {
  const auto tree = input::read_json({{}, std::move(text)});
  if (!tree || tree.value().shape != input::Tree::Shape::list) return std::nullopt;
  std::vector<std::string> digests;
  for (const auto& item : tree.value().items) digests.push_back(item.text);
  return digests;
}

/// What the last entry is, as far as the next one needs it.
struct End {
  std::int64_t sequence = 0;
  std::string digest = std::string(start_of_chain);
};

Result<End> end_of_ledger(sqlite3& db) {
  auto prepared = Statement::prepare(db, "SELECT sequence, digest FROM entry ORDER BY sequence DESC LIMIT 1");
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  const auto step = statement.step();
  if (!step) return step.diagnostics();
  if (step.value() == Step::done) return End{};
  return End{statement.integer(0), statement.text(1)};
}

Diagnostics keep_blobs(sqlite3& db, const std::vector<NamedBlob>& blobs) {
  auto prepared =
      Statement::prepare(db, "INSERT INTO blob (digest, bytes) VALUES (?1, ?2) ON CONFLICT (digest) DO NOTHING");
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  for (const auto& blob : blobs) {
    statement.bind(1, blob.digest).bind_bytes(2, blob.bytes);
    if (const auto step = statement.step(); !step) return step.diagnostics();
    statement.reset();
  }
  return {};
}

/// The first of `digests` that is not kept; empty when all are.
template <class Digests>
Result<std::string> first_missing(sqlite3& db, const Digests& digests) {
  auto prepared = Statement::prepare(db, "SELECT 1 FROM blob WHERE digest = ?1");
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  for (const auto& digest : digests) {
    statement.bind(1, digest);
    const auto step = statement.step();
    if (!step) return step.diagnostics();
    if (step.value() == Step::done) return std::string(digest);
    statement.reset();
  }
  return std::string();
}

Diagnostics keep_entry(sqlite3& db, const Entry& entry) {
  auto prepared = Statement::prepare(
      db,
      "INSERT INTO entry (sequence, at, actor, action, payload, blobs, payload_digest, previous, digest) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  statement.bind(1, entry.sequence).bind(2, entry.at).bind(3, entry.actor).bind(4, entry.action);
  statement.bind(5, entry.payload).bind(6, list_text(entry.blobs)).bind(7, entry.payload_digest);
  statement.bind(8, entry.previous).bind(9, entry.digest);
  const auto step = statement.step();
  return step ? Diagnostics{} : step.diagnostics();
}

/// Write-ahead logging, so that readers do not wait for writers. When several processes make the switch at the same
/// time, SQLite turns one away at once, whatever its busy timeout; so we ask again. Where the file system cannot share
/// memory the file keeps its rollback journal, which promises the same.
Diagnostics log_ahead(sqlite3& db, std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto mode = query_text(db, "PRAGMA journal_mode = WAL");
    if (mode) return {};
    if (mode.diagnostics().front().code != "store-locked" || std::chrono::steady_clock::now() >= deadline)
      return mode.diagnostics();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(const std::filesystem::path& file, input::FileName name,
                                                 std::chrono::milliseconds patience) {
  const auto refuse = [&](const Diagnostics& found) { return placed(Result<std::unique_ptr<Store>>(found), name); };
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
  auto store = std::unique_ptr<SqliteStore>(new SqliteStore(raw, name));
  if (raw == nullptr) return refuse({sqlite_fault(code, 0, sqlite3_errstr(code))});
  if (code != SQLITE_OK) return refuse({sqlite_fault(*raw)});
  if (auto faults = store->prepare_file(patience); !faults.empty()) return refuse(faults);
  if (auto faults = store->check_file(); !faults.empty()) return refuse(faults);
  return std::unique_ptr<Store>(std::move(store));
}

Diagnostics SqliteStore::prepare_file(std::chrono::milliseconds patience) {
  sqlite3& db = *db_;
  sqlite3_busy_timeout(&db, static_cast<int>(patience.count()));
  // The file may come from a stranger: nothing in it may run, and none of it is believed unchecked.
  sqlite3_db_config(&db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(&db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(&db, SQLITE_LIMIT_LENGTH, static_cast<int>(max_blob_bytes + (1u << 20)));
  // SQLite opens what it may not write for reading, and says nothing.
  if (sqlite3_db_readonly(&db, "main") != 0) return {sqlite_fault(SQLITE_READONLY, 0, "")};
  if (auto faults = execute(db,
                            "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; "
                            "PRAGMA synchronous = FULL");
      !faults.empty())
    return faults;
  if (auto faults = bring_up_to_date(db, format_steps()); !faults.empty()) return faults;
  return log_ahead(db, patience);
}

Diagnostics SqliteStore::check_file() const {
  const auto verdict = query_text(*db_, "PRAGMA quick_check(1)");
  if (!verdict) return verdict.diagnostics();
  if (verdict.value() != "ok")
    return {fault("store-corrupt", "the store is damaged: " + verdict.value(), "restore it from a copy")};
  if (auto faults = check_schema(*db_, format_steps()); !faults.empty()) return faults;
  const auto entries = ledger_unplaced();
  if (!entries) return entries.diagnostics();
  std::set<std::string_view> named;
  for (const auto& entry : entries.value()) {
    std::vector<std::string_view> unseen;
    for (const auto& digest : entry.blobs)
      if (named.insert(digest).second) unseen.push_back(digest);
    const auto missing = first_missing(*db_, unseen);
    if (!missing) return missing.diagnostics();
    if (!missing.value().empty())
      return {
          fault("store-corrupt",
                "entry " + std::to_string(entry.sequence) + " rests on a blob that is gone: `" + missing.value() + "`",
                "restore the store from a copy")};
  }
  return {};
}

Result<Entry> SqliteStore::append(const Draft& draft, const std::vector<std::string>& blobs) {
  return placed(append_unplaced(draft, blobs), name_);
}

Result<Entry> SqliteStore::append_unplaced(const Draft& draft, const std::vector<std::string>& blobs) {
  sqlite3& db = *db_;
  const auto named = name_blobs(blobs);  // Hashing takes its time: before others have to wait.
  if (!named) return named.diagnostics();
  auto begun = Transaction::begin(db, Transaction::Kind::writes);
  if (!begun) return begun.diagnostics();
  auto transaction = std::move(begun).value();
  int moved = 0;
  if (sqlite3_file_control(&db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
    return Diagnostics{fault("store-failed", "the file of the store was moved or deleted while it was open",
                             "put it back, then try again")};

  const auto end = end_of_ledger(db);
  if (!end) return end.diagnostics();
  auto sealed = seal(resting_on(draft, named.value()), end.value().sequence + 1, end.value().digest);
  if (!sealed) return sealed;
  if (!draft.after.empty() && draft.after != end.value().digest) return ledger_moved(draft.after, end.value().digest);
  if (auto faults = keep_blobs(db, named.value()); !faults.empty()) return faults;
  const auto missing = first_missing(db, sealed.value().blobs);
  if (!missing) return missing.diagnostics();
  if (!missing.value().empty()) return blob_missing(missing.value());
  if (auto faults = keep_entry(db, sealed.value()); !faults.empty()) return faults;
  if (auto faults = transaction.commit(); !faults.empty()) return faults;
  return sealed;
}

Result<std::vector<Entry>> SqliteStore::ledger() const { return placed(ledger_unplaced(), name_); }

Result<std::vector<Entry>> SqliteStore::ledger_unplaced() const {
  auto prepared = Statement::prepare(*db_,
                                     "SELECT sequence, at, actor, action, payload, blobs, payload_digest, previous, "
                                     "digest FROM entry ORDER BY sequence");
  if (!prepared) return prepared.diagnostics();
  auto row = std::move(prepared).value();
  std::vector<Entry> entries;
  for (;;) {
    const auto step = row.step();
    if (!step) return step.diagnostics();
    if (step.value() == Step::done) break;
    Entry entry{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), {},
                row.text(6),    row.text(7), row.text(8)};
    // A list that cannot be read stays empty, so that the digest of the entry does not fit.
    if (auto digests = read_list(row.text(5))) entry.blobs = *std::move(digests);
    entries.push_back(std::move(entry));
  }
  if (auto broken = check_chain(entries); !broken.empty()) return broken;
  return entries;
}

Result<std::string> SqliteStore::blob(std::string_view digest) const { return placed(blob_unplaced(digest), name_); }

Result<std::string> SqliteStore::blob_unplaced(std::string_view digest) const {
  auto prepared = Statement::prepare(*db_, "SELECT bytes FROM blob WHERE digest = ?1");
  if (!prepared) return prepared.diagnostics();
  auto statement = std::move(prepared).value();
  statement.bind(1, digest);
  const auto step = statement.step();
  if (!step) return step.diagnostics();
  if (step.value() == Step::done) return blob_missing(digest);
  auto bytes = statement.text(0);
  if (evidence::sha256(bytes) != digest)
    return Diagnostics{fault("store-corrupt", "the blob `" + std::string(digest) + "` was altered",
                             "restore the store from a copy, or add the file again to a new store")};
  return bytes;
}

}  // namespace assize::store
