// SPDX-License-Identifier: Apache-2.0
#include "engine/store/open_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "engine/evidence/digest.h"
#include "tests/store/store_file.h"

using namespace assize::store;
using assize::evidence::sha256;
namespace fs = std::filesystem;

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
