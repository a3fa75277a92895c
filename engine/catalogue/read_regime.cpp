// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/read_regime.h"

#include "engine/catalogue/regime.h"
#include "engine/input/fields.h"

namespace assize::catalogue {
namespace {

using input::items_at;
using input::text_at;
using input::texts_at;
using input::Tree;
using FindingKind = LegalFinding::Kind;

const input::Place& place_of(const Tree& map) {
  const auto* id = map.find("id");
  return id ? id->place : map.place;
}

LegalTest leaf(LegalWord word, std::string name, std::vector<std::string> values, const input::Place& place) {
  LegalTest test;
  test.word = word;
  test.name = std::move(name);
  test.values = std::move(values);
  test.place = place;
  return test;
}

LegalTest read_test(const Tree& tree);

void read_word(const Tree& map, const input::Member& member, std::vector<LegalTest>& parts) {
  const auto& key = member.key;
  const auto& value = member.value;
  if (key == "all" || key == "any") {
    auto test = leaf(key == "all" ? LegalWord::all : LegalWord::any, {}, {}, member.key_place);
    for (const auto& part : value.items) test.parts.push_back(read_test(part));
    parts.push_back(std::move(test));
  } else if (key == "not") {
    auto test = leaf(LegalWord::negation, {}, {}, member.key_place);
    test.parts.push_back(read_test(value));
    parts.push_back(std::move(test));
  } else if (key == "answer") {  // Several questions: all.
    for (const auto& asked : value.members)
      parts.push_back(leaf(LegalWord::answer, asked.key, texts_at(value, asked.key), asked.key_place));
  } else if (key == "above") {
    for (const auto& asked : value.members) {
      auto test = leaf(LegalWord::above, asked.key, {asked.value.text}, asked.key_place);
      test.number = asked.value.number;
      parts.push_back(std::move(test));
    }
  } else if (key == "before") {
    for (const auto& asked : value.members) {
      auto test = leaf(LegalWord::before, asked.key, {asked.value.text}, asked.key_place);
      test.before = input::parse_date(asked.value.text);
      parts.push_back(std::move(test));
    }
  } else if (key == "fact") {
    parts.push_back(leaf(LegalWord::fact, value.text, {}, value.place));
  } else if (key == "gate" || key == "class" || key == "role" || key == "tier") {
    const auto word = key == "gate"    ? LegalWord::gate
                      : key == "class" ? LegalWord::class_
                      : key == "role"  ? LegalWord::role
                                       : LegalWord::tier;
    parts.push_back(leaf(word, {}, texts_at(map, key), value.place));
  } else if (key == "as-of") {
    auto test = leaf(LegalWord::as_of, {}, {}, member.key_place);
    test.from = input::date_at(value, "from");
    test.before = input::date_at(value, "before");
    parts.push_back(std::move(test));
  } else if (key == "standards") {
    for (const auto& asked : value.members)
      parts.push_back(leaf(LegalWord::standards, asked.key, texts_at(value, asked.key), asked.key_place));
  }
}

/// A map of words, all of which must hold.
LegalTest read_test(const Tree& tree) {
  LegalTest whole;
  whole.word = LegalWord::all;
  whole.place = tree.place;
  for (const auto& member : tree.members) read_word(tree, member, whole.parts);
  if (whole.parts.empty()) whole.word = LegalWord::always;
  if (whole.parts.size() == 1) {
    auto only = std::move(whole.parts.front());
    return only;
  }
  return whole;
}

LegalTest test_at(const Tree& map) {
  const auto* found = map.find("if");
  if (found) return read_test(*found);
  LegalTest always;
  always.place = map.place;
  return always;
}

InForce read_in_force(const Tree& map) {
  InForce in_force;
  in_force.applies_from = input::date_at(map, "applies-from");
  in_force.applies_until = input::date_at(map, "applies-until");
  for (const auto* item : items_at(map, "earlier")) {
    const auto until = input::date_at(*item, "until"), from = input::date_at(*item, "applies-from");
    if (until && from) in_force.earlier.push_back({*until, *from, texts_at(*item, "cites")});
  }
  return in_force;
}

std::string mark_at(const Tree& map) {
  auto mark = text_at(map, "mark");
  return mark.empty() ? "P" : mark;
}

LegalFinding read_finding(const Tree& map, FindingKind kind) {
  LegalFinding finding;
  finding.kind = kind;
  finding.id = text_at(map, "id");
  finding.title = text_at(map, "title");
  finding.step = text_at(map, "step");
  finding.says = text_at(map, "says");
  finding.says_not = text_at(map, "says-not");
  finding.matters = text_at(map, "matters");
  finding.test = test_at(map);
  if (const auto* stops = map.find("stops")) finding.stops = stops->boolean;
  finding.bars = input::true_at(map, "bars");
  finding.includes = texts_at(map, "includes");
  finding.cites = texts_at(map, "cites");
  if (const auto* tells = map.find("tells"))
    for (const auto& member : tells->members) finding.tells.emplace_back(member.key, member.value.text);
  finding.in_force = read_in_force(map);
  finding.mark = mark_at(map);
  finding.source = text_at(map, "source");
  finding.note = text_at(map, "note");
  finding.place = place_of(map);
  if (!finding.includes.empty()) {  // In a narrower class, or by its own test.
    LegalTest wide = leaf(LegalWord::any, {}, {}, finding.place);
    if (map.find("if")) wide.parts.push_back(std::move(finding.test));
    wide.parts.push_back(leaf(LegalWord::class_, {}, finding.includes, finding.place));
    finding.test = std::move(wide);
  }
  return finding;
}

Question read_question(const Tree& map) {
  Question question;
  question.id = text_at(map, "id");
  question.text = text_at(map, "text");
  question.help = text_at(map, "help");
  question.step = text_at(map, "step");
  const auto type = text_at(map, "type");
  question.type = type == "choice"    ? Question::Type::choice
                  : type == "choices" ? Question::Type::choices
                  : type == "number"  ? Question::Type::number
                  : type == "date"    ? Question::Type::date
                                      : Question::Type::boolean;
  for (const auto* item : items_at(map, "choices"))
    question.choices.push_back({text_at(*item, "id"), text_at(*item, "text"), texts_at(*item, "cites")});
  for (const auto* item : items_at(map, "known")) {
    Question::Known known{{}, texts_at(*item, "answer"), text_at(*item, "says"), item->place};
    if (const auto* when = item->find("when")) known.when = read_condition(*when);
    question.known.push_back(std::move(known));
  }
  question.cites = texts_at(map, "cites");
  question.mark = mark_at(map);
  question.note = text_at(map, "note");
  question.place = place_of(map);
  return question;
}

DecisionTable::Row read_row(const Tree& map) {
  return {.id = text_at(map, "id"),
          .result = text_at(map, "result"),
          .says = text_at(map, "says"),
          .notified_body = text_at(map, "notified-body"),
          .who = text_at(map, "who"),
          .test = test_at(map),
          .cites = texts_at(map, "cites"),
          .mark = mark_at(map),
          .note = text_at(map, "note"),
          .place = place_of(map)};
}

DecisionTable read_table(const Tree& map) {
  DecisionTable table{.id = text_at(map, "id"),
                      .title = text_at(map, "title"),
                      .step = text_at(map, "step"),
                      .decides = input::true_at(map, "decides"),
                      .test = test_at(map),
                      .rows = {},
                      .adds = {},
                      .cites = texts_at(map, "cites"),
                      .place = place_of(map)};
  for (const auto* item : items_at(map, "rows")) table.rows.push_back(read_row(*item));
  for (const auto* item : items_at(map, "adds")) table.adds.push_back(read_row(*item));
  return table;
}

Provision read_provision(const Tree& map) {
  const auto* binding = map.find("binding");
  return {.id = text_at(map, "id"),
          .topic = text_at(map, "topic"),
          .title = text_at(map, "title"),
          .says = text_at(map, "says"),
          .period = text_at(map, "period"),
          .starts = text_at(map, "starts"),
          .to = text_at(map, "to"),
          .note = text_at(map, "note"),
          .mark = mark_at(map),
          .source = text_at(map, "source"),
          .who = texts_at(map, "who"),
          .exempts = texts_at(map, "exempts"),
          .test = test_at(map),
          .binding = !binding || binding->boolean,
          .date = input::date_at(map, "date"),
          .in_force = read_in_force(map),
          .cites = texts_at(map, "cites"),
          .place = place_of(map)};
}

Presumption read_presumption(const Tree& map) {
  return {.standard = text_at(map, "standard"),
          .kind = text_at(map, "kind"),
          .edition = text_at(map, "edition"),
          .restriction = text_at(map, "restriction"),
          .mark = mark_at(map),
          .source = text_at(map, "source"),
          .note = text_at(map, "note"),
          .requirements = texts_at(map, "requirements"),
          .cited = input::true_at(map, "cited"),
          .covers_fully = text_at(map, "covers") == "full",
          .cited_from = input::date_at(map, "cited-from"),
          .cited_until = input::date_at(map, "cited-until"),
          .state = input::date_at(map, "state").value_or(input::Date{}),
          .cites = texts_at(map, "cites"),
          .place = map.place};
}

std::vector<Regime::Topic> read_topics(const Tree& map, std::string_view key) {
  std::vector<Regime::Topic> topics;
  for (const auto* item : items_at(map, key))
    topics.push_back({text_at(*item, "id"), text_at(*item, "title"), input::true_at(*item, "details")});
  return topics;
}

Regime read_regime(const Tree& map) {
  Regime regime;
  regime.id = text_at(map, "id");
  regime.title = text_at(map, "title");
  regime.note = text_at(map, "note");
  regime.state = text_at(map, "state");
  regime.governs = texts_at(map, "governs");
  regime.presumed = texts_at(map, "presumed");
  regime.steps = read_topics(map, "steps");
  regime.topics = read_topics(map, "topics");
  for (const auto* item : items_at(map, "roles")) regime.findings.push_back(read_finding(*item, FindingKind::role));
  for (const auto* item : items_at(map, "classes")) regime.findings.push_back(read_finding(*item, FindingKind::class_));
  for (const auto* item : items_at(map, "tiers")) regime.findings.push_back(read_finding(*item, FindingKind::tier));
  regime.place = place_of(map);
  return regime;
}

Regime* regime_of(Catalogue& catalogue, const Pack& pack) {
  for (auto& regime : catalogue.regimes)
    if (regime.pack == pack.id) return &regime;
  return nullptr;
}

}  // namespace

std::optional<input::Date> InForce::from_on(input::Date as_of) const {
  const Earlier* then = nullptr;
  for (const auto& one : earlier)
    if (as_of <= one.until && (!then || one.until < then->until)) then = &one;
  return then ? std::optional(then->applies_from) : applies_from;
}

const Question::Choice* Question::choice(const std::string& choice_id) const {
  for (const auto& one : choices)
    if (one.id == choice_id) return &one;
  return nullptr;
}

std::string_view name_of(LegalFinding::Kind kind) {
  switch (kind) {
    case FindingKind::gate:
      return "gate";
    case FindingKind::role:
      return "role";
    case FindingKind::class_:
      return "class";
    case FindingKind::tier:
      return "tier";
  }
  return {};
}

const LegalFinding* Regime::finding(LegalFinding::Kind kind, const std::string& finding_id) const {
  for (const auto& one : findings)
    if (one.kind == kind && one.id == finding_id) return &one;
  return nullptr;
}

void read_regime_file(const Tree& tree, const Pack& pack, Catalogue& catalogue, input::Diagnostics& found) {
  const auto error = [&](const char* code, std::string message, const input::Place& place, std::string help) {
    found.push_back({input::Severity::error, code, std::move(message), place, std::move(help)});
  };
  for (const auto* item : items_at(tree, "regimes")) {
    auto regime = read_regime(*item);
    regime.pack = pack.id;
    if (regime_of(catalogue, pack)) {
      error("no-regime", "pack `" + pack.id + "` has a second regime, `" + regime.id + "`", regime.place,
            "a pack states one law; put the other into a pack of its own");
      continue;
    }
    catalogue.regimes.push_back(std::move(regime));
  }
  auto* regime = regime_of(catalogue, pack);
  for (const std::string key : {"questions", "gates", "tables", "provisions", "presumptions"}) {
    const auto items = items_at(tree, key);
    if (items.empty()) continue;
    if (!regime) {
      error("no-regime", "pack `" + pack.id + "` has `" + key + "`, but no regime that they belong to",
            items.front()->place, "state the law under `regimes:` in the first file of the pack");
      return;
    }
    for (const auto* item : items) {
      if (key == "questions") {
        auto question = read_question(*item);
        question.regime = regime->id;
        question.pack = pack.id;
        regime->questions.push_back(question.id);
        catalogue.questions.push_back(std::move(question));
      } else if (key == "gates") {
        regime->findings.push_back(read_finding(*item, FindingKind::gate));
      } else if (key == "tables") {
        regime->tables.push_back(read_table(*item));
      } else if (key == "provisions") {
        regime->provisions.push_back(read_provision(*item));
      } else {
        regime->presumptions.push_back(read_presumption(*item));
      }
    }
  }
}

}  // namespace assize::catalogue
