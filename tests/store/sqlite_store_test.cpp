// SPDX-License-Identifier: Apache-2.0
#include "engine/store/sqlite_store.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "engine/evidence/digest.h"
#include "engine/store/open_store.h"
#include "engine/store/schema.h"
#include "engine/store/sqlite_fault.h"
#include "engine/store/sqlite_statement.h"
#include "tests/store/temporary_folder.h"

using namespace assize::store;
using assize::evidence::sha256;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A database as any other program would open it.
struct Database {
  explicit Database(const fs::path& path) { REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK); }
  ~Database() { sqlite3_close(raw); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  void run(const std::string& sql) const {
    INFO(sql << ": " << sqlite3_errmsg(raw));
    REQUIRE(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  std::string query(const std::string& sql) const {
    const auto text = query_text(*raw, sql);
    REQUIRE(text);
    return text.value();
  }
  sqlite3* raw = nullptr;
};

std::unique_ptr<Store> opened(const fs::path& path) {
  auto store = open_store(path);
  if (!store) FAIL(store.diagnostics().front().message);
  return std::move(store).value();
}

assize::input::Diagnostic refusal(const fs::path& path) {
  const auto store = open_store(path, 50ms);
  REQUIRE_FALSE(store);
  REQUIRE(store.diagnostics().size() == 1);
  CHECK(store.diagnostics().front().place.file.text() == path.string());
  return store.diagnostics().front();
}

Entry append(Store& store, const std::string& action, const std::vector<std::string>& blobs = {}) {
  auto entry = store.append({.at = "2026-03-01", .actor = "Ann", .action = action}, blobs);
  if (!entry) FAIL(entry.diagnostics().front().message);
  return std::move(entry).value();
}

void append_three(const fs::path& path) {
  const auto store = opened(path);
  append(*store, "init");
  append(*store, "assess", {"a", "b"});
  append(*store, "sign");
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Runs `work` in a child, which ends without touching what it has from us, and gives its answer, 0 to 255.
int in_child(const std::function<int()>& work) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) _exit(work());
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a store is the same after it was closed and opened") {
  const TemporaryFolder folder;
  std::vector<Entry> before;
  {
    const auto store = opened(folder.store());
    append(*store, "init", {"a"});
    append(*store, "assess", {std::string(100'000, 'x')});
    before = store->ledger().value();
  }
  const auto store = opened(folder.store());
  CHECK(store->ledger().value() == before);
  CHECK(store->blob(sha256("a")).value() == "a");
  CHECK(append(*store, "sign").previous == before.back().digest);
}

TEST_CASE("a store is a WAL database that carries our mark and version") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const Database database(folder.store());
  CHECK(database.query("PRAGMA application_id") == std::to_string(application_id));
  CHECK(database.query("PRAGMA user_version") == "1");
  CHECK(database.query("PRAGMA journal_mode") == "wal");
  CHECK(database.query("SELECT count(*) FROM entry") == "3");
}

TEST_CASE("two handles that append in turn make one chain, and see each other's entries") {
  const TemporaryFolder folder;
  const auto one = opened(folder.store());
  const auto other = opened(folder.store());
  for (int round = 0; round < 5; ++round) {
    append(*one, "one");
    append(*other, "other");
    CHECK(one->ledger().value() == other->ledger().value());
  }
  CHECK(one->ledger().value().size() == 10);
}

TEST_CASE("processes that make and fill one store at the same time lose nothing") {
  const TemporaryFolder folder;
  constexpr int processes = 4, entries = 15;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = open_store(folder.store(), 60s);
      if (!store) _exit(1);
      for (int entry = 0; entry < entries; ++entry)
        if (!store.value()->append({.at = "2026-03-01", .actor = std::to_string(process), .action = "assess"},
                                   {"same"}))
          _exit(2);
      _exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(opened(folder.store())->ledger().value().size() == processes * entries);
}

TEST_CASE("whatever is altered in the file is found when it is opened, and named") {
  struct Case {
    const char* sql;
    const char* says;
  };
  const auto one = GENERATE(values<Case>({
      {"UPDATE entry SET actor = 'Eve' WHERE sequence = 2", "entry 2 was altered"},
      {"UPDATE entry SET at = '2020-01-01' WHERE sequence = 3", "entry 3 was altered"},
      {"UPDATE entry SET payload = '[]' WHERE sequence = 1", "the payload of entry 1 was altered"},
      {"UPDATE entry SET blobs = '[]' WHERE sequence = 2", "entry 2 was altered"},
      {"UPDATE entry SET blobs = '{}' WHERE sequence = 2", "entry 2 was altered"},
      {"UPDATE entry SET actor = CAST(x'ff00fe' AS TEXT) WHERE sequence = 2", "entry 2 was altered"},
      {"DELETE FROM entry WHERE sequence = 2", "entry 2 is missing"},
      {"UPDATE entry SET sequence = 9 WHERE sequence = 3", "entry 3 is missing"},
      {"DELETE FROM blob WHERE bytes = x'61'",
       "entry 2 rests on a blob that is gone: `ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb`"},
      {"CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
       "the tables of the store are not those that assize makes"},
      {"CREATE TABLE more (x)", "the tables of the store are not those that assize makes"},
      {"DROP TABLE blob", "the tables of the store are not those that assize makes"},
      {"PRAGMA user_version = 0", "the store has no version of its format"},
  }));
  CAPTURE(one.sql);
  const TemporaryFolder folder;
  append_three(folder.store());
  Database(folder.store()).run(one.sql);
  const auto found = refusal(folder.store());
  CHECK(found.code == "store-corrupt");
  CHECK(found.message == one.says);
}

TEST_CASE("an entry that is altered while the store is open is not read") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const auto store = opened(folder.store());
  Database(folder.store()).run("UPDATE entry SET actor = 'Eve' WHERE sequence = 2");
  const auto ledger = store->ledger();
  REQUIRE_FALSE(ledger);
  CHECK(ledger.diagnostics().front().code == "store-corrupt");
  CHECK(ledger.diagnostics().front().place.file.text() == folder.store().string());
}

TEST_CASE("a blob that was altered is not given out") {
  const TemporaryFolder folder;
  append_three(folder.store());
  Database(folder.store()).run("UPDATE blob SET bytes = x'62' WHERE bytes = x'61'");
  const auto blob = opened(folder.store())->blob(sha256("a"));
  REQUIRE_FALSE(blob);
  CHECK(blob.diagnostics().front().code == "store-corrupt");
}

TEST_CASE("ANALYZE, which changes nothing that was said, does no harm") {
  const TemporaryFolder folder;
  append_three(folder.store());
  Database(folder.store()).run("ANALYZE");
  CHECK(opened(folder.store())->ledger().value().size() == 3);
}

TEST_CASE("a store of a later version is refused and left as it is") {
  const TemporaryFolder folder;
  append_three(folder.store());
  Database(folder.store()).run("PRAGMA user_version = 2");
  const auto before = bytes_of(folder.store());
  const auto found = refusal(folder.store());
  CHECK(found.code == "store-newer");
  CHECK(found.message == "the store has version 2 of the format, and this program knows versions up to 1");
  CHECK(bytes_of(folder.store()) == before);
}

TEST_CASE("a file that is no store of ours is refused and left as it is") {
  const TemporaryFolder folder;
  const auto what = GENERATE("text", "random", "cut", "database", "marked");
  CAPTURE(what);
  const auto path = folder.store();
  const std::string_view is = what;
  if (is == "text") write(path, "These are minutes of a meeting.\n");
  if (is == "random") write(path, sha256("1") + std::string(5000, '\xA7'));
  if (is == "cut") write(path, "SQLite format 3");
  fs::create_directories(path.parent_path());
  if (is == "database") Database(path).run("CREATE TABLE entry (sequence)");
  if (is == "marked") Database(path).run("PRAGMA application_id = 7");
  const auto before = bytes_of(path);
  CHECK(refusal(path).code == "store-not-ours");
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a damaged page is found") {
  const TemporaryFolder folder;
  append_three(folder.store());
  auto bytes = bytes_of(folder.store());
  const auto page = GENERATE(1u, 2u, 3u);
  REQUIRE(bytes.size() > (page + 1) * 4096);
  std::fill_n(bytes.begin() + page * 4096, 4096, '\x5A');
  write(folder.store(), bytes);
  CHECK(refusal(folder.store()).code == "store-corrupt");
}

TEST_CASE("a file that was cut off is found") {
  const TemporaryFolder folder;
  append_three(folder.store());
  fs::resize_file(folder.store(), 3 * 4096);
  CHECK(refusal(folder.store()).code == "store-corrupt");
}

TEST_CASE("an empty file becomes a store: a kill may have left it") {
  const TemporaryFolder folder;
  write(folder.store(), "");
  CHECK(opened(folder.store())->ledger().value().empty());
}

TEST_CASE("a link, a folder or a device is never taken for a store") {
  const TemporaryFolder folder;
  const auto path = folder.store();
  const auto elsewhere = folder.path() / "elsewhere";
  SECTION("the file is a link") {
    fs::create_directory(path.parent_path());
    fs::create_symlink(elsewhere, path);
    CHECK(refusal(path).code == "store-not-ours");
    CHECK_FALSE(fs::exists(elsewhere));
  }
  SECTION("its folder is a link") {
    fs::create_directory(elsewhere);
    fs::create_symlink(elsewhere, path.parent_path());
    CHECK(refusal(path).code == "store-not-ours");
    CHECK(fs::is_empty(elsewhere));
  }
  SECTION("the file is a folder") {
    fs::create_directories(path);
    CHECK(refusal(path).code == "store-not-ours");
  }
  SECTION("the file is a pipe") {
    fs::create_directory(path.parent_path());
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    CHECK(refusal(path).code == "store-not-ours");
  }
  SECTION("its folder is a file") {
    write(path.parent_path(), "x");
    CHECK(refusal(path).code == "store-not-ours");
  }
}

TEST_CASE("a project may be reached by a link") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "project");
  fs::create_directory_symlink("project", folder.path() / "link");
  append_three(folder.path() / "link" / ".assize" / "store.db");
  CHECK(opened(folder.path() / "project" / ".assize" / "store.db")->ledger().value().size() == 3);
}

TEST_CASE("only the folder of the store is made, not the project above it") {
  const TemporaryFolder folder;
  CHECK(refusal(folder.path() / "none" / ".assize" / "store.db").code == "store-failed");
  CHECK_FALSE(fs::exists(folder.path() / "none"));
}

TEST_CASE("a store that may not be written says so") {
  const auto what = GENERATE("project", "file");
  CAPTURE(what);
  const TemporaryFolder folder;
  if (std::string_view(what) == "file") {
    append_three(folder.store());
    REQUIRE(chmod(folder.store().c_str(), 0444) == 0);
  }
  REQUIRE(chmod(folder.path().c_str(), 0555) == 0);
  const int answer = in_child([&] {
    // Nothing is forbidden to root.
    if (geteuid() == 0 && setuid(65534) != 0) return 1;
    const auto store = open_store(folder.store(), 50ms);
    return store ? 2 : store.diagnostics().front().code == "store-read-only" ? 0 : 3;
  });
  REQUIRE(chmod(folder.path().c_str(), 0755) == 0);
  CHECK(answer == 0);
}

TEST_CASE("whoever waits for a writer gives up after his patience, and may try again") {
  const TemporaryFolder folder;
  append_three(folder.store());
  auto store = std::move(open_store(folder.store(), 50ms)).value();
  const Database writer(folder.store());
  writer.run("BEGIN IMMEDIATE");
  const auto refused = store->append({.at = "2026-03-01", .actor = "Ann", .action = "assess"}, {"lost"});
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics().front().code == "store-locked");
  CHECK(store->ledger().value().size() == 3);  // Readers need not wait.
  writer.run("ROLLBACK");
  CHECK(append(*store, "assess").sequence == 4);
}

TEST_CASE("a new file that another process holds is not waited for without end") {
  const TemporaryFolder folder;
  fs::create_directory(folder.store().parent_path());
  const Database writer(folder.store());
  writer.run("BEGIN EXCLUSIVE");
  CHECK(refusal(folder.store()).code == "store-locked");
}

TEST_CASE("a write that fails is reported and leaves what was kept") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const int answer = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    auto store = open_store(folder.store());
    if (!store) return 1;
    const rlimit small{200'000, 200'000};
    if (setrlimit(RLIMIT_FSIZE, &small) != 0) return 2;
    const Draft draft{.at = "2026-03-01", .actor = "Ann", .action = "assess"};
    const auto refused = store.value()->append(draft, {std::string(2'000'000, 'x')});
    if (refused) return 3;
    if (refused.diagnostics().front().code != "store-failed") return 4;
    if (store.value()->ledger().value().size() != 3) return 5;
    return store.value()->append(draft, {}) ? 0 : 6;
  });
  CHECK(answer == 0);
  const auto store = opened(folder.store());
  CHECK(store->ledger().value().size() == 4);
  CHECK_FALSE(store->blob(sha256(std::string(2'000'000, 'x'))));
}

TEST_CASE("nothing is written to a file that was moved away") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const auto store = opened(folder.store());
  fs::rename(folder.store(), folder.path() / "elsewhere");
  const auto refused = store->append({.at = "2026-03-01", .actor = "Ann", .action = "assess"}, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics().front().code == "store-failed");
}

TEST_CASE("the SQL of a released version never changes: files out there were made by it") {
  const std::vector<std::string> released = {"0bafcf37eb075049081a162c8c45fee2dded27288ae28a329d099337c6f4cd7b"};
  std::vector<std::string> steps;
  for (const char* step : format_steps()) steps.push_back(sha256(step));
  CHECK(steps == released);
}

TEST_CASE("an older format is brought up to date with all that it holds, or not at all") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const Database database(folder.store());
  std::vector<const char*> steps(format_steps().begin(), format_steps().end());
  const auto released = std::to_string(steps.size()), later = std::to_string(steps.size() + 2);
  steps.push_back("CREATE TABLE mark (word TEXT) STRICT; INSERT INTO mark VALUES ('kept')");
  SECTION("step by step") {
    steps.push_back("ALTER TABLE mark ADD COLUMN number INTEGER; UPDATE mark SET number = 7");
    REQUIRE(bring_up_to_date(*database.raw, steps).empty());
    CHECK(database.query("SELECT word || number FROM mark") == "kept7");
    CHECK(database.query("PRAGMA user_version") == later);
    CHECK(database.query("SELECT count(*) FROM entry") == "3");
    CHECK(check_schema(*database.raw, steps).empty());
    REQUIRE(bring_up_to_date(*database.raw, steps).empty());  // A second time does nothing.
    CHECK(database.query("SELECT count(*) FROM mark") == "1");
    CHECK(refusal(folder.store()).code == "store-newer");
  }
  SECTION("a step that fails undoes those before it") {
    steps.push_back("INSERT INTO mark VALUES (1, 2, 3)");
    CHECK_FALSE(bring_up_to_date(*database.raw, steps).empty());
    CHECK(database.query("PRAGMA user_version") == released);
    CHECK(opened(folder.store())->ledger().value().size() == 3);
  }
}

TEST_CASE("each answer of SQLite has its code") {
  struct Case {
    int sqlite;
    int system;
    const char* code;
  };
  const auto one = GENERATE(values<Case>({
      {SQLITE_BUSY, 0, "store-locked"},
      {SQLITE_BUSY_RECOVERY, 0, "store-locked"},
      {SQLITE_LOCKED, 0, "store-locked"},
      {SQLITE_CORRUPT, 0, "store-corrupt"},
      {SQLITE_CORRUPT_INDEX, 0, "store-corrupt"},
      {SQLITE_NOTADB, 0, "store-not-ours"},
      {SQLITE_READONLY_DIRECTORY, 0, "store-read-only"},
      {SQLITE_READONLY_DBMOVED, 0, "store-failed"},
      {SQLITE_PERM, 0, "store-read-only"},
      {SQLITE_FULL, 0, "store-full"},
      {SQLITE_IOERR_WRITE, ENOSPC, "store-full"},
      {SQLITE_IOERR_WRITE, EDQUOT, "store-full"},
      {SQLITE_IOERR_WRITE, EIO, "store-failed"},
      {SQLITE_CANTOPEN, EACCES, "store-read-only"},
      {SQLITE_CANTOPEN, EROFS, "store-read-only"},
      {SQLITE_CANTOPEN, ENOENT, "store-failed"},
      {SQLITE_NOMEM, 0, "store-failed"},
      {SQLITE_CONSTRAINT_UNIQUE, 0, "store-failed"},
  }));
  CAPTURE(one.sqlite, one.system);
  CHECK(sqlite_fault(one.sqlite, one.system, "in its words").code == one.code);
}
