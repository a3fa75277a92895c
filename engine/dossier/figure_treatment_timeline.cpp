// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/timeline.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

using treat::Decision;
using treat::Row;

/// The day that matters: when what is accepted ends, else when the treatment is due.
std::optional<input::Date> day_of(const Row& row) {
  return row.treatment->accepted ? row.treatment->accepted->until : row.treatment->due;
}

TimelineRow timeline_row(const Row& row, const walk::Facts& facts) {
  TimelineRow made;
  made.first = row.risk->scenario.threat->title;
  made.second = title_of_subject(facts, row.risk->scenario.subject);
  made.link = "#" + row.risk->id;
  if (row.treatment->accepted) made.from = row.treatment->accepted->on;
  made.to = day_of(row);
  made.state = std::string(name_of(row.decision));
  made.marked = row.decision == Decision::overdue || row.decision == Decision::lapsed;
  made.tone = made.marked ? Tone::gap : row.decision == Decision::accepted ? Tone::good : Tone::plain;
  return made;
}

bool comes_first(const Row* a, const Row* b) {
  const auto day_a = day_of(*a), day_b = day_of(*b);
  return day_a && (!day_b || *day_a < *day_b);
}

std::string describe(const std::vector<const Row*>& rows) {
  std::string text;
  for (const auto* row : rows) {
    const auto day = day_of(*row);
    text += (text.empty() ? "" : " ") + row->risk->id + ": " + (day ? to_text(*day) : std::string("…")) + ", " +
            std::string(name_of(row->decision)) + ".";
  }
  return text;
}

}  // namespace

Figures treatment_timeline(const View& view) {
  std::vector<const Row*> rows;
  for (const auto& row : view.assessment().risk_register.rows)
    if (row.treatment && (row.treatment->due || row.treatment->accepted)) rows.push_back(&row);
  if (rows.empty()) return {nothing_to_show("No treatment has a date.")};
  std::stable_sort(rows.begin(), rows.end(), comes_first);
  const auto all = rows.size();
  rows.resize(std::min(all, kMostTimelineRows));
  Timeline timeline;
  timeline.as_of = view.assessment().as_of;
  for (const auto* row : rows) timeline.rows.push_back(timeline_row(*row, view.assessment().facts));
  const auto is_accepted = [](const auto* row) { return row->treatment->accepted.has_value(); };
  if (std::any_of(rows.begin(), rows.end(), is_accepted)) timeline.bar = "Risk is accepted";
  if (!std::all_of(rows.begin(), rows.end(), is_accepted)) timeline.day = "Treatment is due";
  timeline.rest = shown_of(rows.size(), all);
  auto figure = draw(timeline);
  figure.description = describe(rows);
  if (!timeline.rest.empty()) figure.description += " " + timeline.rest;
  return {std::move(figure)};
}

}  // namespace assize::dossier
