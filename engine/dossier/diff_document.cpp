// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using analyse::At;
using catalogue::Method;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string with_version(const Method& method) { return method.id + " " + method.version; }

std::string side(const View& view) {
  const auto& project = view.project();
  return project.system.name + " " + project.system.version + ", as of " + to_text(view.assessment().as_of) + ", by " +
         with_version(*project.attack) + " and " + with_version(*project.hazard);
}

const Method::Class& class_of(const analyse::Risk& risk, At level) {
  return risk.method->classes[at(risk.at(level).risk_class)];
}

/// "Critical (9), L3 I3", each part on one line: likelihood and impact.
std::string text_of(const analyse::Risk& risk, At level) {
  const auto& one = risk.at(level);
  return class_of(risk, level).title + "\u00A0(" + std::to_string(one.risk.value) + "), L" +
         std::to_string(one.likelihood.value) + "\u00A0I" + std::to_string(one.impact.value);
}

/// "expertise proficient → expert": what moved, where both sides have the same method.
std::string moved_factors(const analyse::Risk& before, const analyse::Risk& after, At level) {
  if (!is_same_method(*before.method, *after.method)) return {};
  std::vector<std::string> moved;
  const auto &old = before.at(level), &now = after.at(level);
  const auto note = [&](const std::string& factor, const std::string& from, const std::string& to) {
    if (from != to) moved.push_back(factor + " " + from + " → " + to);
  };
  for (const auto& factor : before.method->factors) {
    const int there = after.method->factor(factor.id);
    if (there < 0) continue;
    const auto i = at(before.method->factor(factor.id)), j = at(there);
    note(factor.id, factor.levels[at(old.ranks[i])].id, after.method->factors[j].levels[at(now.ranks[j])].id);
  }
  note("intensity", before.method->intensities[at(old.intensity)].id, after.method->intensities[at(now.intensity)].id);
  return join(moved);
}

Table drawn(const ViewTable& table, const std::string& caption, const std::string& when_empty = "") {
  TableWish wish;
  wish.id = table.id;
  wish.caption = caption;
  wish.when_empty = when_empty;
  return draw_table(table, wish).table;
}

/// A risk at the levels at which it reads the same on both sides: they share a row.
struct Changed {
  const Difference::RiskChange* change = nullptr;
  std::vector<At> levels;
  std::string before, after, factors;
};

std::vector<Changed> rows_of(const Difference& difference) {
  std::vector<Changed> rows;
  for (const auto& change : difference.changed) {
    const auto first = rows.size();
    const auto &old = *change.before->risk, &now = *change.after->risk;
    for (const auto level : change.levels) {
      Changed row{&change, {level}, text_of(old, level), text_of(now, level), moved_factors(old, now, level)};
      bool shared = false;
      for (auto i = first; i < rows.size() && !shared; ++i)
        if (rows[i].before == row.before && rows[i].after == row.after && rows[i].factors == row.factors) {
          rows[i].levels.push_back(level);
          shared = true;
        }
      if (!shared) rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::string names_of(const std::vector<At>& levels) {
  if (levels.size() == analyse::all_levels.size()) return "all";
  std::vector<std::string> names;
  for (const auto level : levels) names.emplace_back(name_of(level));
  return join(names);
}

Section changed_section(const Difference& difference) {
  const auto tone = [](const treat::Row& row, At level) {
    return tone_of_class(*row.risk->method, row.risk->at(level).risk_class);
  };
  auto rows = rows_of(difference);
  const bool moved = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.factors.empty(); });
  const auto table = table_of<Changed>(
      "changed-risks", "Risks at another level", std::move(rows),
      {{{"risk", "Risk", 2.2}, [](const Changed& row) { return text_cell(row.change->after->risk->id); }},
       {{"levels", "Levels", 1.4}, [](const Changed& row) { return text_cell(names_of(row.levels)); }},
       {{"method-before", "By", 1}, [](const Changed& row) { return text_cell(row.change->before->risk->method->id); }},
       {{"before", "Before", 2.2},
        [=](const Changed& row) {
          return with_tone(text_cell(row.before), tone(*row.change->before, row.levels.front()));
        }},
       {{"method-after", "By", 1}, [](const Changed& row) { return text_cell(row.change->after->risk->method->id); }},
       {{"after", "After", 2.2},
        [=](const Changed& row) {
          return with_tone(text_cell(row.after), tone(*row.change->after, row.levels.front()));
        }},
       {{"factors", "What moved", 2.2}, [](const Changed& row) { return text_cell(row.factors); }}});
  Section section{"changed", "", "Risks at another level", {}, {}};
  section.blocks.emplace_back(Paragraph{
      {{"Class, risk value, likelihood (L) and impact (I) on each side, in the words and numbers of its method."}}});
  auto found = drawn(table, "", "Every risk that both sides have is at the same levels.");
  if (!moved) {  // Under another method nothing moved; everything was read anew.
    found.columns.pop_back();
    for (auto& row : found.rows) row.pop_back();
  }
  section.blocks.emplace_back(std::move(found));
  return section;
}

Section decisions_section(const Difference& difference) {
  using Change = const Difference::RiskChange*;
  std::vector<Change> rows;
  for (const auto& change : difference.changed)
    if (change.decision) rows.push_back(&change);
  const auto table =
      table_of<Change>("changed-decisions", "Decisions", rows,
                       {{{"risk", "Risk", 2.2}, [](const Change& row) { return text_cell(row->after->risk->id); }},
                        {{"before", "Before", 1},
                         [](const Change& row) { return text_cell(std::string(name_of(row->before->decision))); }},
                        {{"after", "After", 1},
                         [](const Change& row) { return text_cell(std::string(name_of(row->after->decision))); }}});
  Section section{"decisions", "", "Decisions that stand elsewhere", {}, {}};
  section.blocks.emplace_back(drawn(table, ""));
  return section;
}

Section rows_section(const char* id, const char* title, const std::vector<const treat::Row*>& rows) {
  using Row = const treat::Row*;
  std::vector<Field<Row>> fields = {
      {{"risk", "Risk", 2.2}, [](const Row& row) { return text_cell(row->risk->id); }},
      {{"title", "What can happen", 3}, [](const Row& row) { return text_cell(row->risk->scenario.threat->title); }},
      {{"method", "Method", 1}, [](const Row& row) { return text_cell(row->risk->method->id); }}};
  for (const auto level : analyse::all_levels)
    fields.push_back(
        {{std::string(name_of(level)), sentence_case(std::string(name_of(level))), 1}, [level](const Row& row) {
           return with_tone(text_cell(class_of(*row->risk, level).title),
                            tone_of_class(*row->risk->method, row->risk->at(level).risk_class));
         }});
  Section section{id, "", title, {}, {}};
  section.blocks.emplace_back(drawn(table_of<Row>(std::string(id) + "-risks", title, rows, std::move(fields)), ""));
  return section;
}

/// Rows and columns carry the name of their method: the same word of two methods is not the same class.
Table cross_table(const Difference::CrossTable& from) {
  Table table;
  table.id = "classes-" + std::string(name_of(from.level)) + "-" + from.before->id + "-" + from.after->id;
  table.caption = sentence_case(std::string(name_of(from.level))) + ", " + from.before->id + " to " + from.after->id;
  table.columns.push_back({"before", from.before->id, 1.6, false});
  for (const auto& one : from.after->classes)
    table.columns.push_back({from.after->id + ":" + one.id, from.after->id + " " + one.title, 1, true});
  for (std::size_t row = from.counts.size(); row-- > 0;) {  // The worst on top.
    std::vector<Cell> cells{with_tone(text_cell(from.before->id + " " + from.before->classes[row].title),
                                      tone_of_class(*from.before, static_cast<int>(row)))};
    for (const int count : from.counts[row]) cells.push_back(integer_cell(count));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Section classes_section(const Difference& difference) {
  Section section{"classes", "", "Classes on both sides", {}, {}};
  section.blocks.emplace_back(
      Paragraph{{{"Number of risks that both sides have, by class. Classes of different methods "
                  "are different words, whatever they are called. Down: before. Across: after."}}});
  for (const auto& one : difference.tables) section.blocks.emplace_back(cross_table(one));
  return section;
}

Section gaps_section(const char* id, const char* title, const std::vector<const cover::Gap*>& gaps) {
  using Row = const cover::Gap*;
  const auto table = table_of<Row>(
      std::string(id) + "-list", title, gaps,
      {{{"id", "Gap", 3}, [](const Row& row) { return text_cell(row->id()); }},
       {{"weight", "Weight", 1}, [](const Row& row) { return text_cell(std::string(name_of(row->weight))); }},
       {{"says", "What falls short", 4}, [](const Row& row) { return text_cell(row->says); }}});
  Section section{id, "", title, {}, {}};
  section.blocks.emplace_back(drawn(table, ""));
  return section;
}

Section gap_weights_section(const Difference& difference) {
  using Row = Difference::GapChange;
  const auto table = table_of<Row>(
      "gaps-reweighed-list", "Gaps of another weight", difference.gaps_changed,
      {{{"id", "Gap", 3}, [](const Row& row) { return text_cell(row.after->id()); }},
       {{"before", "Before", 1}, [](const Row& row) { return text_cell(std::string(name_of(row.before->weight))); }},
       {{"after", "After", 1}, [](const Row& row) { return text_cell(std::string(name_of(row.after->weight))); }}});
  Section section{"gaps-reweighed", "", "Gaps of another weight", {}, {}};
  section.blocks.emplace_back(drawn(table, ""));
  return section;
}

/// Packs that one side has in another state, or not at all: what changed may be the catalogue, not the system.
std::string changed_packs(const Project& before, const Project& after) {
  const auto find = [](const Project& project, const std::string& id) -> const catalogue::Pack* {
    for (const auto& pack : project.catalogue.packs)
      if (pack.id == id) return &pack;
    return nullptr;
  };
  std::vector<std::string> changed;
  for (const auto& pack : before.catalogue.packs) {
    const auto* now = find(after, pack.id);
    if (!now)
      changed.push_back(pack.id + " " + pack.version + " is gone");
    else if (now->version != pack.version)
      changed.push_back(pack.id + " " + pack.version + " → " + now->version);
    else if (now->digest != pack.digest)
      changed.push_back(pack.id + " " + pack.version + " with other content");
  }
  for (const auto& pack : after.catalogue.packs)
    if (!find(before, pack.id)) changed.push_back(pack.id + " " + pack.version + " is new");
  return changed.empty() ? "the same" : join(changed);
}

std::string number(std::size_t count) { return std::to_string(count); }

}  // namespace

Document diff_document(const View& before, const View& after, const Difference& difference) {
  auto document = frame(after, "diff", "What changed", after.values().at("project.title"));
  std::size_t decisions = 0;
  for (const auto& one : difference.changed) decisions += one.decision ? 1 : 0;
  document.cover.facts = {
      fact("Before", side(before)), fact("After", side(after)),
      fact("Packs", changed_packs(before.project(), after.project())),
      fact("Risks", number(before.assessment().risks.size()) + " before, " + number(after.assessment().risks.size()) +
                        " after: " + number(difference.added.size()) + " added, " + number(difference.removed.size()) +
                        " removed, " + number(difference.changed.size()) + " changed, " + number(difference.unchanged) +
                        " unchanged"),
      fact("Gaps", number(before.assessment().gaps.size()) + " before, " + number(after.assessment().gaps.size()) +
                       " after: " + number(difference.gaps_added.size()) + " came, " +
                       number(difference.gaps_removed.size()) + " went, " + number(difference.gaps_changed.size()) +
                       " of another weight")};
  auto& sections = document.sections;
  if (difference.is_empty()) {
    Section nothing{"nothing", "", "Nothing differs", {}, {}};
    nothing.blocks.emplace_back(Paragraph{{{"The same risks at the same levels, the same decisions, the same gaps."}}});
    sections.push_back(std::move(nothing));
  }
  if (!difference.tables.empty()) sections.push_back(classes_section(difference));
  if (!difference.added.empty()) sections.push_back(rows_section("added", "Risks that are new", difference.added));
  if (!difference.removed.empty())
    sections.push_back(rows_section("removed", "Risks that are gone", difference.removed));
  if (difference.changed.size() > 0) sections.push_back(changed_section(difference));
  if (decisions > 0) sections.push_back(decisions_section(difference));
  if (!difference.gaps_added.empty())
    sections.push_back(gaps_section("gaps-added", "Gaps that came", difference.gaps_added));
  if (!difference.gaps_removed.empty())
    sections.push_back(gaps_section("gaps-removed", "Gaps that went", difference.gaps_removed));
  if (!difference.gaps_changed.empty()) sections.push_back(gap_weights_section(difference));
  settle_links(document);
  return document;
}

}  // namespace assize::dossier
