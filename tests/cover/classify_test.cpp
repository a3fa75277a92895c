// SPDX-License-Identifier: Apache-2.0
// A law that is nothing but data, asked in every way; and laws that hold for every law.
#include <catch2/catch.hpp>
#include <map>

#include "tests/cover/toy_law.h"

namespace assize::cover {
namespace {

using laws::ask;
using laws::ask_toys;

const OpenQuestion* open_question(const RegimeOutcome& law, const std::string& id) {
  for (const auto& one : law.open)
    if (one.question && one.question->id == id) return &one;
  return nullptr;
}

std::string turn_of(const RegimeOutcome& law, const std::string& question, const std::string& answer) {
  const auto* open = open_question(law, question);
  if (!open) return "not open";
  for (const auto& turn : open->turns)
    for (const auto& one : turn.answers)
      if (one == answer) {
        std::string text;
        for (const auto& decided : turn.decides) text += (text.empty() ? "" : ", ") + decided;
        return text;
      }
  return "no such answer";
}

}  // namespace

TEST_CASE("a law in a folder of its own classifies without a line of C++") {
  const auto harmless =
      ask_toys("is-for-children: true, acts: [makes], heat: 20, edge: blunt, paint: false, sold-since: 2025-01-01");
  CHECK(harmless->truth("tier harmless") == "yes");
  CHECK(harmless->truth("tier dangerous") == "no");
  CHECK(harmless->truth("role maker") == "yes");
  CHECK(harmless->truth("role seller") == "no");
  CHECK(harmless->table("way").used == Truth::no);
  CHECK_FALSE(harmless->law().is_open());
  const auto burning = ask_toys("is-for-children: true, acts: [makes, sells], heat: 61, edge: saw, paint: true");
  CHECK(burning->truth("class burning") == "yes");
  CHECK(burning->truth("class cutting") == "yes");
  CHECK(burning->truth("class dangerous") == "yes");
  CHECK(burning->truth("tier banned") == "open");  // Nobody says whether the paint is sealed.
  CHECK(burning->truth("role seller") == "yes");
}

TEST_CASE("silence is never no") {
  const auto nothing = ask_toys("");
  for (const std::string one : {"gate is-toy", "gate burns", "gate cuts", "gate poisons", "gate old", "role maker",
                                "class dangerous", "class banned", "tier harmless", "tier no-toy"})
    CHECK(nothing->truth(one) == "open");
  CHECK(nothing->truth("gate ended") == "open");  // Whether it is a toy is open, and that would stop it.
  CHECK_FALSE(nothing->law().any_answer);
  CHECK(nothing->law().is_open());
}

TEST_CASE("a gate that stops ends what follows, and leaves it open while it is open itself") {
  const auto no_toy = ask_toys("is-for-children: false, heat: 100, acts: [makes]");
  CHECK(no_toy->truth("tier no-toy") == "yes");
  CHECK(no_toy->truth("class burning") == "no");
  CHECK(no_toy->truth("role maker") == "no");
  CHECK_FALSE(no_toy->of("gate burns").asked);
  CHECK(no_toy->of("gate is-toy").asked);
  REQUIRE(no_toy->of("gate burns").grounds.size() == 1);
  CHECK(no_toy->of("gate burns").grounds.front().question->id == "is-for-children");
  const auto unknown = ask_toys("heat: 20, edge: blunt, paint: false");
  CHECK(unknown->truth("class burning") == "no");  // No either way.
  const auto maybe = ask_toys("heat: 100");
  CHECK(maybe->truth("class burning") == "open");
}

TEST_CASE("a number is above a threshold only beyond it, a day before another only earlier") {
  CHECK(ask_toys("is-for-children: true, heat: 60")->truth("gate burns") == "no");
  CHECK(ask_toys("is-for-children: true, heat: 60.5")->truth("gate burns") == "yes");
  CHECK(ask_toys("is-for-children: true, sold-since: 2019-12-31")->truth("gate old") == "yes");
  CHECK(ask_toys("is-for-children: true, sold-since: 2020-01-01")->truth("gate old") == "no");
}

TEST_CASE("the day of the assessment selects the law: its edges") {
  const std::string toy = "is-for-children: true, heat: 100, edge: blunt";
  const auto [day, gate, ended, from] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"2026-03-31", "no", "yes", "2026-09-01"},  // The last day of the older date.
      {"2026-04-01", "no", "yes", "2027-06-01"},
      {"2026-06-30", "no", "yes",
       "2027-06-01"},  // The last day of the span that ends, the last before the one that begins.
      {"2026-07-01", "yes", "no", "2027-06-01"},
      {"2026-12-31", "yes", "no", "2027-06-01"},
      {"2027-01-01", "no", "no", "2027-06-01"},
  }));
  CAPTURE(day);
  const auto asked = ask_toys(toy, day);
  CHECK(asked->truth("gate new-rule") == gate);
  CHECK(asked->truth("gate ended") == ended);
  CHECK(to_text(*asked->of("class burning").from) == from);
  CHECK(to_text(*asked->of("class dangerous").from) == from);
}

TEST_CASE("what applies from several days applies from the first that counts") {
  const auto both_classes = ask_toys("is-for-children: true, heat: 100, edge: saw");
  CHECK(to_text(*both_classes->of("class dangerous").from) == "2027-06-01");
  const auto cuts = ask_toys("is-for-children: true, heat: 1, edge: saw");
  CHECK(to_text(*cuts->of("class dangerous").from) == "2028-06-01");
  CHECK_FALSE(cuts->of("gate cuts").from);
  const auto poisons = ask_toys("is-for-children: true, paint: true, paint-sealed: false");
  CHECK(to_text(*poisons->of("tier banned").from) == "2026-05-01");
  CHECK(poisons->law().is_barred());
}

TEST_CASE("what a description says answers, and contradicts who says otherwise") {
  SECTION("a fact that holds counts, one that does not is silence") {
    CHECK(ask_toys("is-for-children: true", "2026-06-15", "sharp: true")->truth("gate described-sharp") == "yes");
    CHECK(ask_toys("is-for-children: true")->truth("gate described-sharp") == "open");
  }
  SECTION("an answer of the description names its line") {
    const auto asked = ask_toys("is-for-children: true", "2026-06-15", "sharp: false");
    CHECK(asked->truth("gate poisons") == "no");
    REQUIRE(asked->of("gate poisons").grounds.size() == 1);
    CHECK(asked->of("gate poisons").grounds.front().from_description);
    CHECK(asked->of("gate poisons").grounds.front().place.line > 0);
  }
  SECTION("of several that are described one must be answered; they answer nothing themselves") {
    CHECK(ask_toys("is-for-children: true, edge: saw", "2026-06-15", "sharp: true")->law().contradictions.empty());
    const auto asked = ask_toys("is-for-children: true, edge: blunt", "2026-06-15", "sharp: true");
    REQUIRE(asked->law().contradictions.size() == 1);
    CHECK(asked->law().contradictions.front().question->id == "edge");
  }
  SECTION("the answer counts all the same") {
    const auto asked =
        ask_toys("is-for-children: true, paint: true, paint-sealed: false", "2026-06-15", "sharp: false");
    CHECK(asked->truth("tier banned") == "yes");
    CHECK(asked->law().contradictions.size() == 1);
  }
}

TEST_CASE("what turns on a question is found by trying its answers") {
  const auto asked = ask_toys("is-for-children: true, acts: [makes], edge: blunt, paint: true, heat: 10");
  CHECK(turn_of(asked->law(), "paint-sealed", "yes") == "class banned: no, tier banned: no, tier harmless: yes");
  CHECK(turn_of(asked->law(), "paint-sealed", "no") == "class banned: yes, tier banned: yes, tier harmless: no");
  REQUIRE(open_question(asked->law(), "paint-sealed"));
  CHECK(open_question(asked->law(), "paint-sealed")->matters);
  CHECK_FALSE(open_question(asked->law(), "heat"));
  const auto cold = ask_toys("is-for-children: true, acts: [makes], paint: false");
  CHECK(turn_of(cold->law(), "heat", "above 60") ==
        "class dangerous: yes, class burning: yes, tier dangerous: yes, tier harmless: no, table way: Body");
  CHECK(turn_of(cold->law(), "heat", "at most 60") == "class burning: no");
  CHECK_FALSE(open_question(cold->law(), "sold-since")->matters);  // Only what is spared hangs on it.
  CHECK(turn_of(cold->law(), "sold-since", "2020-01-01 or later") == "gate old: no");
}

TEST_CASE("a question that nothing hangs on any more is not open") {
  const auto no_toy = ask_toys("is-for-children: false");
  CHECK(no_toy->law().open.empty());
  CHECK_FALSE(no_toy->law().is_open());
  const auto unpainted = ask_toys("is-for-children: true, paint: false");
  CHECK_FALSE(open_question(unpainted->law(), "paint-sealed"));
  CHECK(open_question(unpainted->law(), "heat"));
}

namespace {

AppliedStandard applied(const std::string& id, AppliedStandard::Applied how, const std::string& edition = "1") {
  AppliedStandard one;
  one.id = id;
  one.edition = edition;
  one.applied = how;
  return one;
}

std::string entry(const std::string& changes, const std::string& requirements = "T.1, T.2",
                  const std::string& kind = "harmonised-standard", const std::string& standard = "EN 1") {
  return "  - {standard: " + standard + ", kind: " + kind + ", requirements: [" + requirements +
         "], edition: \"1\", state: 2026-01-01, " + changes + "}\n";
}

}  // namespace

TEST_CASE("five flags decide presumption, and the row of the route") {
  using Applied = AppliedStandard::Applied;
  struct Row {
    std::string presumptions;
    std::vector<AppliedStandard> standards;
    std::string state, row;
  };
  const std::string sound = "cited: true, covers: full";
  const auto one = GENERATE_COPY(values<Row>({
      {"", {}, "none-cited", "none"},
      {entry("cited: false, covers: full"), {applied("EN 1", Applied::full)}, "none-cited", "none"},
      {entry(sound), {applied("EN 1", Applied::full)}, "presumed", "full"},
      {entry(sound), {applied("EN 1", Applied::full, "2")}, "partly", "missing"},  // Another edition.
      {entry(sound), {applied("EN 1", Applied::partly)}, "partly", "missing"},     // Applied in part.
      {entry("cited: true, covers: partly"), {applied("EN 1", Applied::full)}, "partly", "missing"},
      {entry(sound), {applied("EN 1", Applied::no)}, "not-applied", "missing"},
      {entry(sound + ", restriction: not clause 5"), {applied("EN 1", Applied::full)}, "restricted", "rest"},
      {entry(sound, "T.1, T.2", "common-specification"),
       {applied("EN 1", Applied::no)},
       "specification-not-applied",
       "specification"},
      {entry(sound), {}, "unstated", "open"},                                          // Silence is never no.
      {entry(sound, "T.1"), {applied("EN 1", Applied::full)}, "presumed", "missing"},  // None for the other
                                                                                       // requirement.
      {entry(sound + ", cited-from: 2026-06-16"), {applied("EN 1", Applied::full)}, "none-cited", "none"},
      {entry(sound + ", cited-from: 2026-06-15"), {applied("EN 1", Applied::full)}, "presumed", "full"},
      {entry(sound + ", cited-until: 2026-06-14"), {applied("EN 1", Applied::full)}, "none-cited", "none"},
      {entry(sound + ", cited-until: 2026-06-15"), {applied("EN 1", Applied::full)}, "presumed", "full"},
      // Two standards: the better counts.
      {entry(sound + ", restriction: r") + entry(sound, "T.1, T.2", "harmonised-standard", "EN 2"),
       {applied("EN 1", Applied::full), applied("EN 2", Applied::full)},
       "presumed",
       "full"},
      {entry(sound + ", restriction: r") + entry(sound, "T.1, T.2", "harmonised-standard", "EN 2"),
       {applied("EN 1", Applied::full)},
       "unstated",
       "open"},
  }));
  CAPTURE(one.presumptions, one.state, one.row);
  const auto asked = ask_toys("is-for-children: true, heat: 100, acts: [makes]", "2026-06-15", "",
                              one.presumptions.empty() ? "" : "presumptions:\n" + one.presumptions, one.standards);
  CHECK(std::string(name_of(asked->law().presumed.front().state)) == one.state);
  const auto& way = asked->table("way");
  CHECK((way.row ? way.row->id : way.candidates.empty() ? "no row" : "open") == one.row);
  if (one.row == "open") {
    CHECK(asked->law().is_open());
    CHECK(asked->law().open.front().question != nullptr);
    CHECK(asked->law().open.back().standard == (one.standards.empty() ? "EN 1" : "EN 2"));
  }
}

TEST_CASE("rows that add are looked at beside the one that counts") {
  const auto asked = ask_toys("is-for-children: true, heat: 100, acts: [makes, sells]");
  REQUIRE(asked->table("way").row);
  REQUIRE(asked->table("way").adds.size() == 1);
  CHECK(asked->table("way").adds.front()->who == "shop inspectorate");
  const auto open = ask_toys("is-for-children: true, heat: 100");
  CHECK(open->table("way").adds.empty());
  CHECK(open->table("way").open_adds.size() == 1);
  CHECK(open->table("way").row);  // What is added never holds up the row itself.
}

TEST_CASE("a provision holds for those it is about") {
  const auto keeps = [](const std::string& acts) {
    const auto asked = ask_toys("is-for-children: true, heat: 100" + acts);
    return asked->law().provisions.front().applies;
  };
  CHECK(keeps(", acts: [makes]") == Truth::yes);
  CHECK(keeps(", acts: [sells]") == Truth::no);
  CHECK(keeps("") == Truth::open);
}

TEST_CASE("rows 3 to 7 of Article 43, once a standard or specification is cited") {
  using Applied = AppliedStandard::Applied;
  struct Row {
    std::string flags, kind;
    Applied applied;
    std::string row, body;
  };
  const auto one = GENERATE(values<Row>({
      {"covers: full", "harmonised-standard", Applied::full, "3", "choice"},
      {"covers: full", "common-specification", Applied::full, "3", "choice"},
      {"covers: full", "harmonised-standard", Applied::no, "5", "yes"},
      {"covers: full", "harmonised-standard", Applied::partly, "5", "yes"},
      {"covers: partly", "harmonised-standard", Applied::full, "5", "yes"},
      {"covers: full", "common-specification", Applied::no, "6", "yes"},
      {"covers: full, restriction: clause 7 is left out", "harmonised-standard", Applied::full, "7", "part"},
  }));
  CAPTURE(one.flags, one.kind, one.row);
  std::vector<catalogue::PackText> packs;
  for (const std::string name : {"vocabulary", "ai-act-regime"}) {
    const auto folder = laws::source_folder() / "catalogues" / name;
    catalogue::PackText text{laws::source_of(name + "/pack.yaml", laws::bytes_of(folder / "pack.yaml")), {}};
    const auto pack = catalogue::read_pack(text.pack);
    for (const auto& file : pack.value().files)
      text.files.push_back(laws::source_of(name + "/" + file, laws::bytes_of(folder / file)));
    packs.push_back(std::move(text));
  }
  packs.back().files.push_back(laws::source_of(
      "cited.yaml", "format: assize/catalogue/1\npresumptions: [{standard: EN X, kind: " + one.kind +
                        ", requirements: [Art.9, Art.10, Art.11, Art.12, Art.13, Art.14, Art.15], edition: \"1\", "
                        "cited: true, state: 2026-11-20, " +
                        one.flags + "}]\n"));
  const auto asked = ask(catalogue::read_catalogue(packs),
                         "connected-to-union: true, scope-exclusion: none, works-with-autonomy: true, infers: true, "
                         "influences-surroundings: true, annex-i-law: [none], annex-iii-use: [1(a)], "
                         "biometric-functions: [remote-identification], use-permitted-by-law: true, "
                         "profiles-people: true, manipulates-people: false, exploits-vulnerability: false, "
                         "social-scoring: false, predicts-crime-by-profile: false, scrapes-faces: false, "
                         "infers-emotions-at-work-or-school: false, categorises-sensitive-traits: false, "
                         "realtime-identification-for-police: false, intimate-material: false, "
                         "child-abuse-material: false",
                         "2026-11-20", "", {applied("EN X", one.applied)}, "application");
  const auto& route = asked->table("conformity-route");
  REQUIRE(route.row);
  CHECK(route.row->id == one.row);
  CHECK(route.row->notified_body == one.body);
  for (const auto& provision : asked->law().provisions)
    if (provision.provision->id == "no-internal-control")
      CHECK((provision.applies == Truth::yes) == (one.row == "5" || one.row == "6"));
}

// ---- laws that hold for every law

namespace {

/// Possible answers of each question of the shipped law, as YAML.
std::map<std::string, std::vector<std::string>> possible(const catalogue::Catalogue& catalogue) {
  std::map<std::string, std::vector<std::string>> answers;
  for (const auto& question : catalogue.questions) {
    auto& own = answers[question.id];
    using Type = catalogue::Question::Type;
    if (question.type == Type::boolean) own = {"true", "false"};
    if (question.type == Type::number) own = {"1.0e+20", "1.0e+25", "3.0e+25"};
    if (question.type == Type::date) own = {"2025-01-01", "2026-08-02", "2029-01-01"};
    for (const auto& choice : question.choices)
      own.push_back(question.type == Type::choices ? "[\"" + choice.id + "\"]" : "\"" + choice.id + "\"");
  }
  return answers;
}

/// A fixed sequence: the same on every machine.
class Sequence {
 public:
  std::size_t next(std::size_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % below);
  }

 private:
  std::uint64_t state_ = 20261126;
};

const catalogue::CatalogueRead& ai_act() {
  static const auto read = [] {
    auto made = laws::read_shipped({"vocabulary", "ai-act-regime"});
    if (!made.found.empty()) throw std::runtime_error(laws::said(made.found));
    return made;
  }();
  return read;
}

std::unique_ptr<laws::Asked> ask_ai_act(const std::vector<std::string>& answers) {
  std::string text;
  for (const auto& one : answers) text += (text.empty() ? "" : ", ") + one;
  auto asked = std::make_unique<laws::Asked>();
  asked->read = ai_act();
  auto system = model::read_system(
      laws::tree_of("format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: P}\nstage: inception\n"
                    "purpose: {intended: tests}\nelements: [{id: a, kind: application}]\nfacts: {" +
                    text + "}\n"));
  if (!system.found.empty()) throw std::runtime_error(laws::said(system.found));
  asked->system = std::move(system.system);
  asked->facts = walk::derive(asked->system, asked->read.catalogue, {});
  asked->made = classify(asked->read.catalogue, asked->system.facts, {}, asked->facts, {2026, 11, 20});
  return asked;
}

}  // namespace

TEST_CASE("law: one more answer never opens or turns what is decided") {
  const auto answers = possible(ai_act().catalogue);
  std::vector<std::string> questions;
  for (const auto& [id, own] : answers) questions.push_back(id);
  Sequence sequence;
  for (int run = 0; run < 12; ++run) {
    // Answers come one by one in a random order, until all are there.
    auto order = questions;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[sequence.next(i)]);
    std::vector<std::string> given;
    std::string before = ask_ai_act(given)->decided();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto& own = answers.at(order[i]);
      given.push_back(order[i] + ": " + own[sequence.next(own.size())]);
      if (i % 4 != 3 && i + 1 != order.size()) continue;  // Four at a time, and the last.
      const auto after = ask_ai_act(given)->decided();
      std::size_t at = 0;
      while (at < before.size()) {
        const auto end = before.find('\n', at);
        const auto line = before.substr(at, end - at + 1);
        INFO(line << " after " << given.back());
        CHECK((after.starts_with(line) || after.find("\n" + line) != after.npos));
        at = end + 1;
      }
      before = after;
    }
    // With every question answered, every gate, role, class and tier is decided.
    const auto all = ask_ai_act(given);
    CHECK(all->law().open.empty());
    for (const auto* verdicts : {&all->law().gates, &all->law().roles, &all->law().classes, &all->law().tiers})
      for (const auto& one : *verdicts) {
        CAPTURE(one.finding->id);
        CHECK(one.truth != Truth::open);
      }
  }
}

TEST_CASE("law: some tier always holds once all is answered, and scope and minimal risk exclude what they must") {
  const auto answers = possible(ai_act().catalogue);
  Sequence sequence;
  for (int run = 0; run < 60; ++run) {
    std::vector<std::string> given;
    for (const auto& [id, own] : answers) given.push_back(id + ": " + own[sequence.next(own.size())]);
    if (run % 2 == 0) {  // Half of them in scope, or hardly any would be.
      std::erase_if(given, [](const auto& one) {
        return one.starts_with("connected-to-union:") || one.starts_with("scope-exclusion:") ||
               one.starts_with("works-with") || one.starts_with("infers:") || one.starts_with("influences-s");
      });
      for (const auto* one : {"connected-to-union: true", "scope-exclusion: none", "works-with-autonomy: true",
                              "infers: true", "influences-surroundings: true"})
        given.emplace_back(one);
    }
    const auto asked = ask_ai_act(given);
    int held = 0;
    for (const auto& tier : asked->law().tiers) held += tier.truth == Truth::yes;
    INFO(asked->decided());
    CHECK(held >= 1);
    for (const std::string alone : {"tier minimal", "tier out-of-scope", "tier not-ai"})
      if (asked->truth(alone) == "yes") CHECK(held == 1);
  }
}

TEST_CASE("law: the order in which answers are written does not matter") {
  const auto forwards = ask_toys("is-for-children: true, acts: [makes], heat: 61, edge: saw, paint: true");
  const auto backwards = ask_toys("paint: true, edge: saw, heat: 61, acts: [makes], is-for-children: true");
  CHECK(forwards->decided() == backwards->decided());
  REQUIRE(forwards->law().open.size() == backwards->law().open.size());
  for (std::size_t i = 0; i < forwards->law().open.size(); ++i)
    CHECK(forwards->law().open[i].question->id == backwards->law().open[i].question->id);
}

}  // namespace assize::cover
