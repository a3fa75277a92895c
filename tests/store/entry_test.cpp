// SPDX-License-Identifier: Apache-2.0
#include "engine/store/entry.h"

#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "engine/evidence/digest.h"

using namespace assize::store;

namespace {

Entry sealed(const Draft& draft, std::int64_t sequence = 1, std::string_view previous = start_of_chain) {
  auto entry = seal(draft, sequence, previous);
  REQUIRE(entry);
  return std::move(entry).value();
}

std::vector<Entry> three() {
  std::vector<Entry> ledger;
  ledger.push_back(sealed({.at = "2026-01-05", .actor = "Ann", .action = "init"}));
  ledger.push_back(sealed({.at = "2026-01-06", .actor = "Bob", .action = "assess"}, 2, ledger[0].digest));
  ledger.push_back(sealed({.at = "2026-01-07", .actor = "Ann", .action = "sign"}, 3, ledger[1].digest));
  return ledger;
}

}  // namespace

TEST_CASE("the digests of the example in docs/formats/store.md stay what they are") {
  const auto entry = sealed({.at = "2026-03-01T09:30:00Z",
                             .actor = "Ann \"Q\" M\xC3\xBCller",
                             .action = "assess",
                             .payload = R"({ "risks": 12, "as_of": "2026-03-01" })",
                             .blobs = {assize::evidence::sha256("b"), assize::evidence::sha256("a")}});
  CHECK(entry.payload == R"({"as_of":"2026-03-01","risks":12})");
  CHECK(canonical_text(entry) ==
        "{\"action\":\"assess\",\"actor\":\"Ann \\\"Q\\\" M\xC3\xBCller\",\"at\":\"2026-03-01T09:30:00Z\",\"blobs\":"
        "[\"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\","
        "\"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\"],"
        "\"format\":\"assize/ledger-entry/1\","
        "\"payload_digest\":\"d5bc2ab76e7a39fd3a07f449f6c413a856f63f3bcd6523cb793d2ca4929bff03\","
        "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"sequence\":1}");
  CHECK(entry.digest == "a8d0c7089f136bf39e160d6b8d050074cc1923f51cb622559482e924ff79d69d");
}

TEST_CASE("an entry is refused unless every field is as asked") {
  struct Case {
    const char* what;
    std::function<void(Draft&)> spoil;
  };
  const auto one = GENERATE(values<Case>({
      {"no date", [](Draft& d) { d.at = ""; }},
      {"a day that is not", [](Draft& d) { d.at = "2026-02-30"; }},
      {"no zone", [](Draft& d) { d.at = "2026-02-03T10:00:00"; }},
      {"another zone", [](Draft& d) { d.at = "2026-02-03T10:00:00+01:00"; }},
      {"hour 24", [](Draft& d) { d.at = "2026-02-03T24:00:00Z"; }},
      {"minute 60", [](Draft& d) { d.at = "2026-02-03T10:60:00Z"; }},
      {"letters for digits", [](Draft& d) { d.at = "2026-02-03T1x:00:00Z"; }},
      {"nobody", [](Draft& d) { d.actor = ""; }},
      {"two lines", [](Draft& d) { d.actor = "Ann\nBob"; }},
      {"a control character", [](Draft& d) { d.actor = "Ann\x1B[2J"; }},
      {"no UTF-8", [](Draft& d) { d.actor = "M\xFCller"; }},
      {"too long", [](Draft& d) { d.action = std::string(501, 'a'); }},
      {"nothing done", [](Draft& d) { d.action = ""; }},
      {"no JSON", [](Draft& d) { d.payload = "{"; }},
      {"a short digest", [](Draft& d) { d.blobs = {"abc"}; }},
      {"a digest in capitals", [](Draft& d) { d.blobs = {std::string(64, 'A')}; }},
  }));
  CAPTURE(one.what);
  Draft draft{.at = "2026-02-03T10:00:00Z", .actor = std::string(500, 'a'), .action = "assess"};
  CHECK(seal(draft, 1, start_of_chain));
  one.spoil(draft);
  const auto refused = seal(draft, 1, start_of_chain);
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics().size() == 1);
  CHECK(refused.diagnostics().front().code == "store-entry");
}

TEST_CASE("all that is wrong with an entry is said at once") {
  const auto refused =
      seal({.at = "soon", .actor = "", .action = "", .payload = "1.5", .blobs = {"x"}}, 1, start_of_chain);
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics().size() == 5);
}

TEST_CASE("a chain names the first entry that is not as it was") {
  CHECK(check_chain({}).empty());
  CHECK(check_chain(three()).empty());
  struct Case {
    const char* says;
    std::function<void(std::vector<Entry>&)> tamper;
  };
  const auto one = GENERATE(values<Case>({
      {"entry 2 was altered", [](auto& l) { l[1].at = "2026-01-05"; }},
      {"entry 2 was altered", [](auto& l) { l[1].actor = "Eve"; }},
      {"entry 2 was altered", [](auto& l) { l[1].action = "approve"; }},
      {"entry 2 was altered", [](auto& l) { l[1].blobs.push_back(std::string(64, 'a')); }},
      {"entry 2 was altered", [](auto& l) { l[1].payload_digest = assize::evidence::sha256(l[1].payload = "[]"); }},
      {"entry 2 was altered", [](auto& l) { l[1].previous = std::string(64, 'a'); }},
      {"entry 3 was altered", [](auto& l) { l[2].digest = std::string(64, 'a'); }},
      {"the payload of entry 2 was altered", [](auto& l) { l[1].payload = "[]"; }},
      {"entry 1 is missing", [](auto& l) { l.erase(l.begin()); }},
      {"entry 2 is missing", [](auto& l) { l.erase(l.begin() + 1); }},
      {"entry 1 is missing", [](auto& l) { std::swap(l[0], l[1]); }},
      {"entry 3 does not follow the entry before it",
       [](auto& l) { l[1] = sealed({.at = "2026-01-06", .actor = "Eve", .action = "assess"}, 2, l[0].digest); }},
      {"entry 1 does not follow the entry before it",
       [](auto& l) { l[0] = sealed({.at = "2026-01-06", .actor = "Eve", .action = "init"}, 1, l[2].digest); }},
  }));
  auto ledger = three();
  one.tamper(ledger);
  const auto found = check_chain(ledger);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == "store-corrupt");
  CHECK(found.front().message == one.says);
}
