// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/date.h"

namespace assize::dossier {

/// Something that lasts from one day to another, or falls due on one, against the day of the assessment.
struct TimelineRow {
  std::string first, second;  ///< What it is, in two columns.
  std::string link;
  std::optional<input::Date> from;             ///< Nothing: a day alone, the last.
  std::optional<input::Date> to;               ///< Nothing: it does not end.
  std::optional<input::Date> about, about_to;  ///< A period that it speaks of, drawn below.
  std::string state;                           ///< In one word, since colour alone says nothing.
  Tone tone = Tone::plain;
  bool marked = false;  ///< Stands out: lapsed, overdue.
};

struct Timeline {
  input::Date as_of;
  std::vector<TimelineRow> rows;  ///< From the top, at most as many as `kMostTimelineRows`.
  std::string bar, day, about;    ///< What the signs mean; empty: not used.
  std::string rest;               ///< What is left out, in a sentence; may be empty.
};
constexpr std::size_t kMostTimelineRows = 14;

/// The axis shows six years before and after the day at most: what lies beyond begins or ends at its edge.
Figure draw(const Timeline& timeline);

}  // namespace assize::dossier
