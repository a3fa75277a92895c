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
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "engine/evidence/digest.h"
#include "engine/store/schema.h"
#include "engine/store/sqlite_fault.h"
#include "tests/store/store_file.h"

using namespace assize::store;
using assize::evidence::sha256;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

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
  [[maybe_unused]] const int round = GENERATE(range(0, 5));  // Each starts as another race.
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

TEST_CASE("a store that may not be written says so") {
  const auto what = GENERATE("project", "file");
  CAPTURE(what);
  const TemporaryFolder folder;
  if (std::string_view(what) == "file") {
    append_three(folder.store());
    REQUIRE(chmod(folder.store().c_str(), 0444) == 0);
    REQUIRE(chmod(folder.store().parent_path().c_str(), 0777) == 0);  // Only the file forbids it.
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

TEST_CASE("the switch to WAL waits for those who read") {
  const TemporaryFolder folder;
  append_three(folder.store());
  const Database reader(folder.store());
  reader.run("PRAGMA journal_mode = DELETE; BEGIN; SELECT * FROM entry");
  CHECK(refusal(folder.store()).code == "store-locked");
  std::thread release([&] {
    std::this_thread::sleep_for(100ms);
    sqlite3_exec(reader.raw, "COMMIT", nullptr, nullptr, nullptr);
  });
  const auto store = open_store(folder.store(), 60s);
  release.join();
  CHECK(store);
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
