// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/timeline.h"
#include "engine/evidence/validity.h"

namespace assize::dossier {
namespace {

using evidence::Evidence;
using evidence::Validity;

TimelineRow row_of(const Evidence& piece, input::Date as_of) {
  const auto validity = validity_on(piece, as_of);
  TimelineRow row;
  row.first = piece.id, row.second = piece.title, row.link = "#evidence:" + piece.id;
  row.from = piece.made, row.to = last_day(piece);
  row.about = piece.from, row.about_to = piece.to;
  row.state = std::string(name_of(validity));
  row.tone = validity == Validity::valid ? Tone::good : validity == Validity::lapsed ? Tone::gap : Tone::plain;
  row.marked = validity == Validity::lapsed;
  return row;
}

/// Those that lapse first on top; those that never do at the end.
bool lapses_first(const Evidence* a, const Evidence* b) {
  const auto last_a = last_day(*a), last_b = last_day(*b);
  return last_a && (!last_b || *last_a < *last_b);
}

std::string describe(const std::vector<TimelineRow>& rows) {
  std::string text;
  for (const auto& row : rows)
    text += (text.empty() ? "" : " ") + row.first + ": " + to_text(*row.from) + " – " +
            (row.to ? to_text(*row.to) : std::string("…")) + ", " + row.state + ".";
  return text;
}

}  // namespace

Figures evidence_timeline(const View& view) {
  std::vector<const Evidence*> pieces;
  for (const auto& piece : view.project().evidence) pieces.push_back(&piece);
  if (pieces.empty()) return {nothing_to_show("There is no evidence.")};
  std::stable_sort(pieces.begin(), pieces.end(), lapses_first);
  const auto all = pieces.size();
  pieces.resize(std::min(all, kMostTimelineRows));
  Timeline timeline;
  timeline.as_of = view.assessment().as_of;
  for (const auto* piece : pieces) timeline.rows.push_back(row_of(*piece, timeline.as_of));
  timeline.bar = "Counts as evidence";
  if (std::any_of(pieces.begin(), pieces.end(), [](const auto* one) { return one->from && one->to; }))
    timeline.about = "Period that it speaks of";
  timeline.rest = shown_of(pieces.size(), all);
  auto figure = draw(timeline);
  figure.description = describe(timeline.rows);
  if (!timeline.rest.empty()) figure.description += " " + timeline.rest;
  return {std::move(figure)};
}

}  // namespace assize::dossier
