// SPDX-License-Identifier: Apache-2.0
// What a pack may say of entries of another pack: each rule of merging, and what is refused.
#include <catch2/catch.hpp>

#include "engine/catalogue/pack_choice.h"
#include "tests/catalogue/small_pack.h"

namespace assize::catalogue {
namespace {

const std::string mapped =
    "requirements: [{id: R, title: R, says: Old.}, {id: S, title: S}]\n"
    "mappings:\n"
    "  - {from: C1, relation: equal, to: R, basis: published, source: one}\n"
    "  - {from: C1, relation: equal, to: R, basis: published, source: other}\n"
    "  - {from: C1, relation: supports, to: S, basis: judgement, because: b}\n";

PackText theirs() {
  return small_pack("theirs", small_content(mapped, small_threat("T1", "{fact: red}", "[box]",
                                                                 "references: ['A:1', 'A:2'], stages: [inception]") +
                                                        small_threat("T2", "{fact: soaked, has: open}", "[bag]") +
                                                        small_threat("T3", "{has: wet}", "[flow]")));
}

CatalogueRead read(const std::string& content, const std::string& more = "") {
  std::vector<PackText> packs{theirs(), small_pack("mine", content)};
  if (!more.empty()) packs.push_back(small_pack("others", more));
  return read_catalogue(packs);
}

std::string overrule(const std::string& entry, const std::string& set) {
  return "overrules: [{" + entry + ", of: theirs, because: we know better, set: " + set + "}]\n";
}

/// "KEY: BEFORE > AFTER" of every change.
std::string changes_of(const Catalogue& catalogue) {
  std::string text;
  for (const auto& one : catalogue.overrulings)
    for (const auto& change : one.changes)
      text += (text.empty() ? "" : " | ") + change.key + ": " + change.before + " > " + change.after;
  return text;
}

}  // namespace

TEST_CASE("an overruling replaces the keys that it gives, and says what was there") {
  const auto [entry, set, changes] = GENERATE(table<std::string, std::string, std::string>({
      {"threat: T1", "{title: Other}", "title: T > Other"},
      {"threat: T1", "{hits: [integrity], nature: accidental}", "nature: adversarial > accidental"},
      {"threat: T1", "{touches: [box, bag]}", "touches:  > bag"},  // Of a list, what came and what went.
      {"threat: T1", "{references: ['A:2', 'A:3']}", "references: A:1 > A:3"},
      {"threat: T1", "{references: ['A:2', 'A:1']}", "references: [A:1, A:2] > [A:2, A:1]"},
      {"threat: T1", "{harms: [society]}", "harms:  > [society]"},
      {"threat: T1", "{when: {has: open}}", "when: {fact: red} > {has: open}"},
      {"threat: T1", "{rating: {time: {level: year, because: c}}}",
       "rating.time.level: month > year | rating.time.because: b > c"},
      {"threat: T1", "{rating: {time: {level: year, because: b}}}", "rating.time.level: month > year"},
      {"control: C1", "{title: D, says: New.}", "title: C > D | says:  > New."},
      {"control: C1", "{treats: [{threat: T1, floor: {time: month}, basis: judgement, because: b}]}",
       "treats: {threat: T1, floor: {time: year}, basis: judgement, because: b} > "
       "{threat: T1, floor: {time: month}, basis: judgement, because: b}"},
      {"requirement: R", "{says: New.}", "says: Old. > New."},
      {"method: m", "{factors: [{id: time, levels: [{id: month, points: 5, mark: I}]}]}",
       "factors.time.levels.month.points: 4 > 5 | factors.time.levels.month.mark:  > I"},
      {"method: m", "{classes: [{id: bad, from: 3, mark: I}], impact-cap: 2}",
       "classes.bad.from: 4 > 3 | classes.bad.mark:  > I | impact-cap: 3 > 2"},
  }));
  CAPTURE(entry, set);
  const auto merged = read(overrule(entry, set));
  CHECK(laws::said(merged.found).empty());
  CHECK(changes_of(merged.catalogue) == changes);
  REQUIRE(merged.catalogue.overrulings.size() == 1);
  CHECK(merged.catalogue.overrulings[0].because == "we know better");
  CHECK(merged.catalogue.overrulings[0].pack == "mine");
  CHECK(merged.catalogue.overrulings[0].of == "theirs");
}

TEST_CASE("what is overruled is what the entry has, and the rest stays") {
  const auto merged = read(overrule("threat: T1", "{title: Other, rating: {time: {level: year, because: c}}}"));
  const auto& threat = *merged.catalogue.threat("T1");
  CHECK(threat.title == "Other");
  CHECK(threat.rating.at("time").level == "year");
  CHECK(to_text(threat.rating.at("time").place).find("mine/a.yaml") == 0);
  CHECK(threat.rating.at("intensity").level == "many");
  CHECK(to_text(threat.rating.at("intensity").place).find("theirs/a.yaml") == 0);
  CHECK(threat.pack == "theirs");
  CHECK(merged.catalogue.overrulings_of("threat", "T1").size() == 1);
  CHECK(merged.catalogue.overrulings_of("threat", "T2").empty());
  const auto method = read(overrule("method: m", "{factors: [{id: time, levels: [{id: month, points: 5, mark: I}]}]}"));
  CHECK(points_of(*method.catalogue.method("m"), {1}) == 5);
  CHECK(points_of(*method.catalogue.method("m"), {2}) == 9);
}

TEST_CASE("a mapping is withdrawn, from one source or from all") {
  const auto withdraw = [](const std::string& more) {
    return read("withdraws: [{from: C1, relation: equal, to: R, of: theirs, because: not so" + more + "}]\n");
  };
  const auto all = withdraw("");
  CHECK(laws::said(all.found).empty());
  CHECK(all.catalogue.mappings.size() == 1);
  REQUIRE(all.catalogue.overrulings.size() == 1);
  CHECK(all.catalogue.overrulings[0].what == "mapping");
  CHECK(all.catalogue.overrulings[0].id == "C1 equal R");
  CHECK(all.catalogue.overrulings[0].changes.size() == 2);
  CHECK(withdraw(", source: one").catalogue.mappings.size() == 2);
}

TEST_CASE("an overruling that does not fit is refused") {
  const auto [code, content] = GENERATE(table<std::string, std::string>({
      {"unknown-overruled", overrule("threat: T9", "{title: X}")},
      {"unknown-overruled", overrule("control: T1", "{title: X}")},
      {"unknown-overruled", "overrules: [{threat: T1, of: nobody, because: b, set: {title: X}}]\n"},
      {"unknown-overruled", "overrules: [{threat: T1, of: mine, because: b, set: {title: X}}]\n"},
      {"unknown-overruled", "overrules: [{of: theirs, because: b, set: {title: X}}]\n"},
      {"unknown-overruled", "overrules: [{threat: T1, control: C1, of: theirs, because: b, set: {title: X}}]\n"},
      {"unknown-overruled", "withdraws: [{from: C1, relation: subset, to: R, of: theirs, because: b}]\n"},
      {"unknown-overruled", "withdraws: [{from: C1, relation: equal, to: R, source: third, of: theirs, because: b}]\n"},
      {"unknown-overruled", overrule("method: m", "{factors: [{id: tim, levels: [{id: day, points: 1, mark: I}]}]}")},
      {"unknown-overruled", overrule("method: m", "{factors: [{id: time, levels: [{id: dy, points: 1, mark: I}]}]}")},
      {"unmarked-cell", overrule("method: m", "{factors: [{id: time, levels: [{id: month, points: 5}]}]}")},
      {"bad-method", overrule("method: m", "{factors: [{id: time, levels: [{id: month, points: 10, mark: I}]}]}")},
      {"missing-key", "overrules: [{threat: T1, of: theirs, set: {title: X}}]\n"},
      {"missing-key", overrule("threat: T1", "{rating: {time: {level: year}}}")},
      {"unknown-key", overrule("threat: T1", "{titel: X}")},
      {"wrong-type", overrule("threat: T1", "{id: T9}")},
      {"unknown-level", overrule("threat: T1", "{rating: {time: {level: decade, because: b}}}")},
      {"unknown-kind", overrule("threat: T1", "{touches: [boxes]}")},
      {"overruled-twice",
       "overrules:\n  - {threat: T1, of: theirs, because: b, set: {title: X}}\n"
       "  - {threat: T1, of: theirs, because: b, set: {title: Y}}\n"},
      {"overruled-twice",
       "overrules:\n"
       "  - {threat: T1, of: theirs, because: b, set: {rating: {time: {level: day, because: b}}}}\n"
       "  - {threat: T1, of: theirs, because: b, set: {rating: {time: {level: day, because: b}}}}\n"},
      {"duplicate-id", "threats:\n" + small_threat("T1")},
  }));
  CAPTURE(content);
  CHECK(laws::codes_of(read(content).found) == code);
}

TEST_CASE("two packs may overrule different keys of an entry, but not the same one") {
  const auto mine = overrule("threat: T1", "{title: Other}");
  const auto both = read(mine, overrule("threat: T1", "{nature: accidental}"));
  CHECK(laws::said(both.found).empty());
  CHECK(both.catalogue.threat("T1")->title == "Other");
  CHECK(both.catalogue.threat("T1")->nature == "accidental");
  CHECK(laws::codes_of(read(mine, overrule("threat: T1", "{title: Third}")).found) == "overruled-twice");
  const auto withdrawal = "withdraws: [{from: C1, relation: supports, to: S, of: theirs, because: b}]\n";
  CHECK(laws::said(read(withdrawal, withdrawal).found).empty());  // Both say the same.
}

TEST_CASE("ids of requirements are found with the prefix of their pack and without") {
  const auto id = GENERATE("R.1", "'law:R.1'");
  CAPTURE(id);
  const auto merged = read_catalogue(
      {small_pack("law", "requirements: [{id: R.1, title: Old}]\n", "prefix: law"),
       small_pack("mine",
                  std::string("overrules: [{requirement: ") + id + ", of: law, because: b, set: {title: New}}]\n",
                  "prefix: mine")});
  CHECK(laws::said(merged.found).empty());
  CHECK(merged.catalogue.requirement("law:R.1")->title == "New");
}

TEST_CASE("a pack is pinned by its version and by its digest") {
  Pack pack;
  pack.id = "mine";
  pack.version = "1.0.0";
  pack.digest = "abc";
  pack.place.file = input::FileName("packs/mine/pack.yaml");
  const auto codes = [&](PackChoice choice) { return laws::codes_of(check_pack_choices({choice}, {pack})); };
  CHECK(codes({.pack = {}, .path = "packs/mine", .version = "1.0.0", .sha256 = {"abc", {}}}).empty());
  CHECK(codes({.pack = {}, .path = "packs/mine", .version = {}}).empty());
  CHECK(codes({.pack = {}, .path = "packs/mine", .version = "1.0.1"}) == "pack-version");
  CHECK(codes({.pack = {}, .path = "packs/mine", .version = {}, .sha256 = {"abd", {}}}) == "pack-digest");
  CHECK(codes({.pack = "mine", .path = {}, .version = {}, .sha256 = {"abd", {}}}) == "pack-digest");
  CHECK(codes({.pack = {}, .path = "packs/other", .version = "9", .sha256 = {"abd", {}}}).empty());
}

}  // namespace assize::catalogue
