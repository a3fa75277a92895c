// SPDX-License-Identifier: Apache-2.0
// What every kind of store does. A new kind gets its line in `kinds`.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/evidence/digest.h"
#include "engine/store/memory_store.h"
#include "engine/store/open_store.h"
#include "tests/store/temporary_folder.h"

using namespace assize::store;
using assize::evidence::sha256;

namespace {

struct Kind {
  const char* name;
  std::function<std::unique_ptr<Store>(const TemporaryFolder&)> make;
};

const std::vector<Kind> kinds = {
    {"memory", [](const TemporaryFolder&) { return std::make_unique<MemoryStore>(); }},
    {"SQLite",
     [](const TemporaryFolder& folder) {
       auto opened = open_store(folder.store());
       REQUIRE(opened);
       return std::move(opened).value();
     }},
};

const Draft assessed{.at = "2026-03-01", .actor = "Ann", .action = "assess", .payload = R"({"risks": 12})"};

std::vector<Entry> ledger_of(const Store& store) {
  auto ledger = store.ledger();
  REQUIRE(ledger);
  return std::move(ledger).value();
}

template <class T>
std::string code_of(const assize::input::Result<T>& result) {
  return result ? "" : result.diagnostics().front().code;
}

}  // namespace

TEST_CASE("what is appended is read back, in order, as a chain from 1") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  CHECK(ledger_of(*store).empty());
  std::vector<Entry> appended;
  for (const char* action : {"init", "assess", "sign"}) {
    auto entry = store->append({.at = "2026-03-01T10:00:00Z", .actor = "M\xC3\xBCller", .action = action}, {});
    REQUIRE(entry);
    appended.push_back(entry.value());
  }
  CHECK(ledger_of(*store) == appended);
  CHECK(check_chain(appended).empty());
  CHECK(appended[0].previous == start_of_chain);
  CHECK(appended[2].sequence == 3);
  CHECK(appended[2].action == "sign");
}

TEST_CASE("a payload is kept in its canonical form") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  REQUIRE(store->append(assessed, {}));
  CHECK(ledger_of(*store)[0].payload == R"({"risks":12})");
}

TEST_CASE("blobs are kept byte by byte, once, under their digest") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  const std::vector<std::string> blobs = {"", std::string("a\0\xFF\n", 4), std::string(300'000, 'x'), ""};
  const auto first = store->append(assessed, blobs);
  REQUIRE(first);
  CHECK(first.value().blobs.size() == 3);
  CHECK(std::is_sorted(first.value().blobs.begin(), first.value().blobs.end()));
  const auto second = store->append(assessed, {blobs[2]});
  REQUIRE(second);
  CHECK(second.value().blobs == std::vector{sha256(blobs[2])});
  for (const auto& bytes : blobs) {
    const auto kept = store->blob(sha256(bytes));
    REQUIRE(kept);
    CHECK(kept.value() == bytes);
  }
}

TEST_CASE("an entry may rest on a blob that is kept already") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  REQUIRE(store->append(assessed, {"a"}));
  auto again = assessed;
  again.blobs = {sha256("a"), sha256("b"), sha256("a")};
  const auto entry = store->append(again, {"b"});
  REQUIRE(entry);
  CHECK(entry.value().blobs.size() == 2);
}

TEST_CASE("a refused append leaves neither entry nor blob") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  REQUIRE(store->append(assessed, {"kept"}));
  const auto before = ledger_of(*store);
  struct Case {
    const char* code;
    Draft draft;
  };
  auto dangling = assessed, undated = assessed, late = assessed;
  dangling.blobs = {sha256("nowhere")};
  undated.at = "yesterday";
  late.after = start_of_chain;
  for (const auto& [code, draft] :
       {Case{"store-blob-missing", dangling}, Case{"store-entry", undated}, Case{"store-moved", late}}) {
    CHECK(code_of(store->append(draft, {"lost"})) == code);
    CHECK(ledger_of(*store) == before);
    CHECK(code_of(store->blob(sha256("lost"))) == "store-blob-missing");
  }
  REQUIRE(store->append(assessed, {}));  // And the store is not stuck.
}

TEST_CASE("an append that counts on the last entry is refused after another") {
  const auto kind = GENERATE(from_range(kinds));
  CAPTURE(kind.name);
  const TemporaryFolder folder;
  const auto store = kind.make(folder);
  auto draft = assessed;
  draft.after = start_of_chain;
  const auto first = store->append(draft, {});
  REQUIRE(first);
  CHECK(code_of(store->append(draft, {})) == "store-moved");
  draft.after = first.value().digest;
  CHECK(store->append(draft, {}));
}

TEST_CASE("every kind makes the same entries of the same drafts") {
  const TemporaryFolder folder;
  std::vector<std::vector<Entry>> ledgers;
  for (const auto& kind : kinds) {
    const auto store = kind.make(folder);
    REQUIRE(store->append(assessed, {"a", "b"}));
    REQUIRE(store->append({.at = "2026-03-02", .actor = "Bob", .action = "sign"}, {}));
    ledgers.push_back(ledger_of(*store));
  }
  for (const auto& ledger : ledgers) CHECK(ledger == ledgers.front());
}
