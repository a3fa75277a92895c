// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/analyse/analyse.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"
#include "engine/evidence/validity.h"

namespace assize::dossier {
namespace {

using evidence::Evidence;
using evidence::Implementation;

ViewTable implementations_table(const Project& project, const Assessment& assessment) {
  using Row = const Implementation*;
  const auto* all = &project;
  const auto as_of = assessment.as_of;
  const auto title = [all](Row row) -> std::string {
    if (const auto* control = all->catalogue.control(row->control.value)) return control->title;
    if (const auto* requirement = all->catalogue.requirement(row->control.value)) return requirement->title;
    return {};
  };
  return table_of<Row>(
      "implementations", "Implementations", pointers(project.implementations),
      {{{"id", "Implementation", 1.4},
        [](Row row) { return with_source(with_anchor(text_cell(row->id), "implementation:" + row->id), row->place); }},
       {{"control", "Of", 1.4}, [](Row row) { return text_cell(row->control.value); }},
       {{"title", "Title", 2.4}, [=](Row row) { return text_cell(title(row)); }},
       {{"status", "Status", 1, false, {"in-place", "planned", "not-applicable"}},
        [](Row row) { return text_cell(std::string(name_of(row->status))); }},
       {{"on", "On", 1.6},
        [](Row row) {
          std::vector<std::string> ids;
          for (const auto& one : row->on) ids.push_back(one.value);
          return ids.empty() ? text_cell("the whole system") : list_cell(ids);
        }},
       {{"says", "How it is done here", 3}, [](Row row) { return text_cell(row->says); }},
       {{"where", "Where", 1.6}, [](Row row) { return text_cell(row->where); }},
       {{"owner", "Owner", 1.4}, [=](Row row) { return text_cell(name_of_person(*all, row->owner.value)); }},
       {{"due", "Due", 1}, [](Row row) { return date_cell(row->due); }},
       {{"because", "Because", 2.4}, [](Row row) { return text_cell(row->because); }},
       {{"evidence", "Evidence", 1.4},
        [=](Row row) {
          std::vector<std::string> ids;
          for (const auto* piece : analyse::evidence_of(*row, all->evidence)) ids.push_back(piece->id);
          return list_cell(ids);
        }},
       {{"evidenced", "Evidenced", 0.8}, [=](Row row) {
          if (row->status != evidence::Status::in_place) return text_cell("");
          const bool shown = analyse::is_evidenced(*row, all->evidence, as_of);
          return with_tone(yes_no_cell(shown), shown ? Tone::good : Tone::gap);
        }}});
}

/// "MTG-049 (section 2, page 3)".
std::string text_of(const Evidence::Shows& shows) {
  std::string text = !shows.implementation.value.empty() ? shows.implementation.value : shows.requirement.value;
  std::vector<std::string> where;
  if (!shows.section.empty()) where.push_back("section " + shows.section);
  if (!shows.page.empty()) where.push_back("page " + shows.page);
  if (!where.empty()) text += (text.empty() ? "" : " ") + std::string("(") + join(where) + ")";
  return text;
}

std::vector<std::string> shown_by(const Evidence& piece, const Project& project) {
  std::vector<std::string> all;
  for (const auto& shows : piece.shows)
    if (auto text = text_of(shows); !text.empty()) all.push_back(std::move(text));
  for (const auto& implementation : project.implementations)
    if (std::any_of(implementation.evidence.begin(), implementation.evidence.end(),
                    [&](const auto& named) { return named.value == piece.id; }) &&
        std::none_of(piece.shows.begin(), piece.shows.end(),
                     [&](const auto& shows) { return shows.implementation.value == implementation.id; }))
      all.push_back(implementation.id);
  return all;
}

ViewTable evidence_table(const Project& project, const Assessment& assessment) {
  using Row = const Evidence*;
  const auto* all = &project;
  const auto as_of = assessment.as_of;
  return table_of<Row>(
      "evidence", "Evidence register", pointers(project.evidence),
      {{{"id", "Evidence", 1},
        [](Row row) { return with_source(with_anchor(text_cell(row->id), "evidence:" + row->id), row->place); }},
       {{"kind", "Kind", 1.1}, [](Row row) { return text_cell(row->kind); }},
       {{"title", "Title", 2.6}, [](Row row) { return text_cell(row->title); }},
       {{"file", "File or reference", 2},
        [](Row row) { return text_cell(row->file.value.empty() ? row->reference : row->file.value); }},
       {{"made", "Made", 1}, [](Row row) { return date_cell(row->made); }},
       {{"period", "Speaks of", 1.4},
        [](Row row) {
          return text_cell(row->from && row->to ? to_text(*row->from) + " to " + to_text(*row->to) : "");
        }},
       {{"last-day", "Counts until", 1}, [](Row row) { return date_cell(last_day(*row)); }},
       {{"validity", "On the date", 0.9},
        [=](Row row) {
          const auto validity = validity_on(*row, as_of);
          return with_tone(text_cell(std::string(name_of(validity))),
                           validity == evidence::Validity::valid ? Tone::good : Tone::gap);
        }},
       {{"every", "Renewed every", 0.8}, [](Row row) { return text_cell(row->every); }},
       {{"shows", "Shows", 2.4}, [=](Row row) { return text_cell(join(shown_by(*row, *all), "; ")); }},
       {{"owner", "Owner", 1.4}, [=](Row row) { return text_cell(name_of_person(*all, row->owner.value)); }},
       {{"confidentiality", "Confidentiality", 1}, [](Row row) { return text_cell(row->confidentiality); }},
       {{"digest", "SHA-256", 2.4},
        [](Row row) { return text_cell(row->digest.empty() ? row->sha256 : row->digest); }}});
}

ViewTable gaps_table(const Assessment& assessment) {
  using Row = const cover::Gap*;
  auto rows = pointers(assessment.gaps);
  std::stable_sort(rows.begin(), rows.end(), [](Row a, Row b) { return a->weight < b->weight; });
  return table_of<Row>(
      "gaps", "Gaps", std::move(rows),
      {{{"id", "Gap", 2.4}, [](Row row) { return with_link(with_anchor(text_cell(row->id()), row->id()), row->id()); }},
       {{"weight", "Weight", 0.8},
        [](Row row) {
          return with_tone(text_cell(std::string(name_of(row->weight))),
                           row->weight == cover::Gap::Weight::blocking ? Tone::gap : Tone::plain);
        }},
       {{"code", "Kind", 1.4}, [](Row row) { return text_cell(row->code); }},
       {{"about", "About", 1.6},
        [](Row row) { return with_source(with_link(text_cell(row->about), row->id()), row->place); }},
       {{"says", "What falls short", 2.6}, [](Row row) { return text_cell(row->says); }},
       {{"to-do", "What closes it", 2.6}, [](Row row) { return text_cell(row->to_do); }},
       {{"when", "When", 0.9}, [](Row row) { return date_cell(row->when); }},
       {{"pack", "Pack", 0.8}, [](Row row) { return text_cell(row->pack); }},
       {{"place", "Place", 1.8}, [](Row row) { return text_cell(to_text(row->place)); }}});
}

struct GapCount {
  std::string code;
  std::array<int, 3> counts{};
};

ViewTable gap_counts_table(const Assessment& assessment) {
  std::vector<GapCount> rows;
  for (const auto& gap : assessment.gaps) {
    auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.code == gap.code; });
    if (found == rows.end()) found = rows.insert(rows.end(), GapCount{gap.code, {}});
    ++found->counts[static_cast<std::size_t>(gap.weight)];
  }
  std::vector<Field<GapCount>> fields = {
      {{"code", "Kind of gap", 2.4}, [](const GapCount& row) { return text_cell(sentence_case(row.code)); }}};
  using Weight = cover::Gap::Weight;
  for (const auto weight : {Weight::blocking, Weight::open, Weight::remark})
    fields.push_back(
        {{std::string(name_of(weight)), sentence_case(std::string(name_of(weight))), 0.8, true},
         [weight](const GapCount& row) { return integer_cell(row.counts[static_cast<std::size_t>(weight)]); }});
  return table_of("gap-counts", "Gaps by kind", std::move(rows), std::move(fields));
}

}  // namespace

void add_evidence_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables) {
  tables.push_back(implementations_table(project, assessment));
  tables.push_back(evidence_table(project, assessment));
  tables.push_back(gaps_table(assessment));
  tables.push_back(gap_counts_table(assessment));
}

}  // namespace assize::dossier
