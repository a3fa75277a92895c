// SPDX-License-Identifier: Apache-2.0
// Laws of packs that stand beside the shipped ones: what overrules nothing changes nothing, and what overrules
// something changes that alone, in whatever order packs and overrulings come.
#include <catch2/catch.hpp>
#include <map>

#include "tests/catalogue/small_pack.h"
#include "tests/laws/shipped.h"

namespace assize::laws {
namespace {

using catalogue::Catalogue;
using catalogue::PackText;

/// What the catalogue says, an entry each, whatever its order.
std::map<std::string, std::string> said_by(const Catalogue& catalogue) {
  std::map<std::string, std::string> all;
  for (const auto& one : catalogue.threats) {
    auto& text = all["threat " + one.id];
    text = one.pack + "|" + one.title + "|" + one.says + "|" + one.family + "|" + one.nature;
    for (const auto& [factor, level] : one.rating) text += "|" + factor + "=" + level.level + ":" + level.because;
    for (const auto& adjustment : one.adjust)
      for (const auto& [factor, level] : adjustment.set) text += "|" + factor + ">" + level + to_text(adjustment.place);
    for (const auto& reference : one.references) text += "|" + reference;
  }
  for (const auto& one : catalogue.controls) {
    auto& text = all["control " + one.id];
    text = one.pack + "|" + one.title + "|" + one.says;
    for (const auto& effect : one.treats) {
      text += "|" + effect.threat + effect.intensity_cap + std::to_string(effect.impact_cap) + effect.because;
      for (const auto& [factor, level] : effect.floor) text += "," + factor + "=" + level;
    }
  }
  for (const auto& one : catalogue.requirements)
    all["requirement " + one.id] = one.pack + "|" + one.title + "|" + one.says + "|" + one.kind;
  for (const auto& one : catalogue.mappings)
    all["mapping " + one.from + " " + std::string(name_of(one.relation)) + " " + one.to + " " + one.source] =
        one.because;
  for (const auto& one : catalogue.methods) {
    auto& text = all["method " + one.id];
    for (const auto& factor : one.factors)
      for (const auto& level : factor.levels)
        text +=
            factor.id + "." + level.id + "=" + std::to_string(level.points) + std::string(name_of(level.mark)) + ";";
  }
  for (const auto& one : catalogue.overrulings)
    for (const auto& change : one.changes)
      all["overruling " + one.what + " " + one.id + " by " + one.pack + ": " + change.key] =
          change.before + " > " + change.after + " because " + one.because;
  return all;
}

std::vector<std::string> differing(const std::map<std::string, std::string>& before,
                                   const std::map<std::string, std::string>& after) {
  std::vector<std::string> keys;
  for (const auto& [key, text] : before)
    if (const auto at = after.find(key); at == after.end() || at->second != text) keys.push_back(key);
  for (const auto& [key, text] : after)
    if (!before.contains(key)) keys.push_back(key);
  return keys;
}

const std::vector<PackText>& shipped_texts() {
  static const auto texts = texts_of(shipped_packs());
  return texts;
}

Catalogue read_with(const std::vector<PackText>& more, std::size_t at) {
  auto texts = shipped_texts();
  texts.insert(texts.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
  auto read = catalogue::read_catalogue(texts);
  if (!read.found.empty()) throw std::runtime_error(said(read.found));
  return std::move(read.catalogue);
}

const std::vector<std::string> overrulings = {
    "  - {threat: TAI-001, of: ai-threats, because: b, set: {rating: {time: {level: week, because: c}}}}\n",
    "  - {threat: TAI-001, of: ai-threats, because: b, set: {title: Other}}\n",
    "  - {control: MTG-049, of: mitigations, because: b, set: {says: Other.}}\n",
    "  - {requirement: Art.9, of: ai-act, because: b, set: {title: Other}}\n",
    "  - {method: tvra, of: tvra, because: b, set: {factors: [{id: time, levels: [{id: beyond-six-months, points: 20, "
    "mark: I}]}]}}\n",
};
const std::string withdrawal =
    "withdraws: [{from: MTG-001, relation: supports, to: 'iso27001:A.5.1', of: mappings, because: b}]\n";

}  // namespace

TEST_CASE("a pack that overrules nothing changes nothing, wherever it stands") {
  const auto before = said_by(shipped().catalogue);
  const auto pack = catalogue::small_pack("mine", "requirements: [{id: MINE-1, title: Mine}]\n");
  for (const std::size_t at : {std::size_t{0}, shipped_texts().size() / 2, shipped_texts().size()}) {
    CAPTURE(at);
    CHECK(differing(before, said_by(read_with({pack}, at))) == std::vector<std::string>{"requirement MINE-1"});
  }
}

TEST_CASE("an overruling changes what it names and nothing else") {
  const auto before = said_by(shipped().catalogue);
  std::string list = "overrules:\n";
  for (const auto& one : overrulings) list += one;
  const auto after = said_by(read_with({catalogue::small_pack("mine", list + withdrawal)}, 0));
  std::vector<std::string> changed;
  for (const auto& key : differing(before, after))
    if (!key.starts_with("overruling ")) changed.push_back(key);
  REQUIRE(changed.size() == 5);
  CHECK(changed[0] == "control MTG-049");
  CHECK(changed[1].starts_with("mapping MTG-001 supports iso27001:A.5.1"));
  CHECK(changed[2] == "method tvra");
  CHECK(changed[3] == "requirement ai-act:Art.9");
  CHECK(changed[4] == "threat TAI-001");
}

TEST_CASE("neither the order of packs nor that of overrulings matters") {
  std::string forwards = "overrules:\n", backwards = "overrules:\n";
  for (std::size_t i = 0; i < overrulings.size(); ++i) {
    forwards += overrulings[i];
    backwards += overrulings[overrulings.size() - 1 - i];
  }
  const auto here = catalogue::small_pack("mine", forwards + withdrawal);
  const auto expected = said_by(read_with({here}, 0));
  CHECK(differing(expected, said_by(read_with({here}, shipped_texts().size()))).empty());
  CHECK(differing(expected, said_by(read_with({catalogue::small_pack("mine", withdrawal + backwards)}, 3))).empty());
  // Two packs, one before and one behind what they overrule.
  const auto first = catalogue::small_pack("mine", "overrules:\n" + overrulings[0]),
             second = catalogue::small_pack("yours", "overrules:\n" + overrulings[1]);
  CHECK(differing(said_by(read_with({first, second}, 0)), said_by(read_with({second, first}, shipped_texts().size())))
            .empty());
}

}  // namespace assize::laws
