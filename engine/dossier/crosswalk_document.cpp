// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/crosswalk_document.h"

#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/frame.h"

namespace assize::dossier {
namespace {

using cover::Crossing;
using cover::Strength;

constexpr Strength best_first[] = {Strength::covered, Strength::partly, Strength::related, Strength::nothing};

std::string text_of(const std::string& start, const std::vector<cover::Support::Step>& path) {
  auto text = start;
  for (const auto& step : path) {
    if (!step.mapping) {
      text += " holds " + step.to;
      continue;
    }
    text += std::string(step.backwards ? " (read backwards) " : " ") + std::string(name_of(step.mapping->relation)) +
            " " + step.to + " [" + step.mapping->basis +
            (step.mapping->source.empty() ? "" : ", " + step.mapping->source) + "]";
  }
  return text;
}

Tone tone_of(Strength strength) {
  return strength == Strength::covered ? Tone::good : strength == Strength::nothing ? Tone::gap : Tone::plain;
}

/// The others of the best strength; weaker ones are a number, and in the JSON.
std::string best_of(const Crossing& crossing) {
  std::vector<std::string> best;
  for (const auto& other : crossing.others)
    if (other.strength == crossing.strength) best.push_back(other.id);
  auto text = join(best);
  if (const auto more = crossing.others.size() - best.size(); more > 0)
    text += ", and " + std::to_string(more) + " weaker";
  return text;
}

Table table_of(const std::string& id, std::string caption, const std::vector<Crossing>& entries, bool asked) {
  Table table{.id = id,
              .caption = std::move(caption),
              .columns = {{"id", "Id", 1.4},
                          {"title", "Title", 2.4},
                          {"strength", asked ? "Met" : "Meets", 0.8},
                          {"others", asked ? "By" : "What", 2.2},
                          {"chain", "First chain", 3.4}},
              .rows = {},
              .when_empty = "The pack has no controls or requirements."};
  for (const auto& entry : entries) {
    const bool any = !entry.others.empty();
    const auto& first = any ? entry.others.front() : Crossing::Other{};
    table.rows.push_back({with_anchor(text_cell(entry.id), id + "." + entry.id), text_cell(entry.title),
                          with_tone(text_cell(std::string(name_of(entry.strength))), tone_of(entry.strength)),
                          text_cell(best_of(entry)),
                          text_cell(any ? text_of(asked ? first.id : entry.id, first.path) : "")});
  }
  return table;
}

std::string counts_of(const std::vector<Crossing>& entries) {
  std::string text;
  for (const auto strength : best_first) {
    const auto number =
        std::count_if(entries.begin(), entries.end(), [&](const auto& one) { return one.strength == strength; });
    text += (text.empty() ? "" : ", ") + std::to_string(number) + " " + std::string(name_of(strength));
  }
  return text;
}

Record record_of(const std::vector<Crossing>& entries) {
  Record::List list;
  for (const auto& entry : entries) {
    Record::List others;
    for (const auto& other : entry.others) {
      Record::List steps;
      for (const auto& step : other.path)
        steps.push_back(Record::Map{
            {"relation", step.mapping ? Record(name_of(step.mapping->relation)) : Record("part-of")},
            {"backwards", step.backwards},
            {"to", step.to},
            {"basis", step.mapping ? Record(step.mapping->basis) : Record()},
            {"source", step.mapping && !step.mapping->source.empty() ? Record(step.mapping->source) : Record()},
            {"because", step.mapping && !step.mapping->because.empty() ? Record(step.mapping->because) : Record()},
            {"strength", step.mapping && !step.mapping->strength.empty() ? Record(step.mapping->strength) : Record()}});
      others.push_back(
          Record::Map{{"id", other.id}, {"strength", name_of(other.strength)}, {"path", std::move(steps)}});
    }
    list.push_back(Record::Map{{"id", entry.id},
                               {"title", entry.title},
                               {"kind", entry.kind},
                               {"strength", name_of(entry.strength)},
                               {"others", std::move(others)}});
  }
  return list;
}

Record pack_record(const catalogue::Pack& pack) {
  return Record::Map{{"id", pack.id}, {"title", pack.title}, {"version", pack.version}};
}

}  // namespace

Document crosswalk_document(const cover::Crosswalk& crosswalk, const catalogue::Pack& asked,
                            const catalogue::Pack& offered) {
  Document document{.id = "CROSSWALK",
                    .title = "Crosswalk",
                    .subtitle = asked.title + " against " + offered.title,
                    .version = asked.version + " / " + offered.version};
  document.cover.facts.push_back(fact("asked", asked.id + " " + asked.version + ": " + counts_of(crosswalk.asked)));
  document.cover.facts.push_back(
      fact("offered", offered.id + " " + offered.version + ": " + counts_of(crosswalk.offered)));
  Section reading{"reading", "", "How to read it", {}, {}};
  reading.blocks.emplace_back(Paragraph{
      {{"A chain of mappings is as strong as its weakest link, and at most three steps long. What only intersects or "
        "supports is related: meeting it proves nothing of the other. No percentage is given, as the rows cannot carry "
        "one."}}});
  document.sections.push_back(std::move(reading));
  Section one{"asked-list", "", "What is asked, and what meets it", {}, {}};
  one.blocks.emplace_back(table_of("asked", asked.title, crosswalk.asked, true));
  document.sections.push_back(std::move(one));
  Section other{"offered-list", "", "What is offered, and what it meets", {}, {}};
  other.blocks.emplace_back(table_of("offered", offered.title, crosswalk.offered, false));
  document.sections.push_back(std::move(other));
  settle_links(document);
  return document;
}

Record crosswalk_record(const cover::Crosswalk& crosswalk, const catalogue::Pack& asked,
                        const catalogue::Pack& offered) {
  return Record::Map{{"format", "assize/crosswalk/1"},
                     {"asked", pack_record(asked)},
                     {"offered", pack_record(offered)},
                     {"what-is-asked", record_of(crosswalk.asked)},
                     {"what-is-offered", record_of(crosswalk.offered)}};
}

}  // namespace assize::dossier
