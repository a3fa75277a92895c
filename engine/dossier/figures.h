// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

// What a name gives is one figure, or several where one page cannot hold it all. The caption of each is empty or says
// which part of the whole it shows (the name of a method, of a boundary); `figures_of` puts the common caption first.
using Figures = std::vector<Figure>;

/// Likelihood against impact at each of the four levels, with the number of risks in each cell; a figure per method.
Figures heat_map(const View& view);
/// Elements in their boundaries and the flows between them, numbered as in the table `flows`. Of systems that no page
/// holds: the boundaries with the number of flows between them, then each boundary with its neighbours, in tiles.
Figures data_flow(const View& view);
/// Risks per class at each of the four levels, as bars.
Figures class_bars(const View& view);
/// Of the worst risks, where each stands at the four levels on the scale of classes; a figure per method.
Figures risk_arrows(const View& view);
/// Of the worst risks, the level of each factor of the method before controls and as evidenced; a figure per method.
Figures factor_profile(const View& view);
/// Per pack, how its requirements and controls stand: the numbers of the table `coverage-counts`.
Figures coverage_bars(const View& view);
/// From when to when each piece of evidence counts, against the date of the assessment.
Figures evidence_timeline(const View& view);
/// When treatments are due and acceptances end, against the date of the assessment.
Figures treatment_timeline(const View& view);

/// A choice that a template makes by name.
struct FigureKind {
  const char* id;
  const char* caption;  ///< Where the template has none.
  Figures (*draw)(const View& view);
};
inline constexpr FigureKind figure_kinds[] = {
    {"heat-map", "Number of risks by likelihood and impact", heat_map},
    {"data-flow", "Elements in their trust boundaries and the flows between them", data_flow},
    {"class-bars", "Risks per class at the four levels", class_bars},
    {"risk-arrows", "Where the worst risks stand, before and after controls", risk_arrows},
    {"factor-profile", "Factors of likelihood of the worst risks, before and after controls", factor_profile},
    {"coverage-bars", "How requirements and controls stand", coverage_bars},
    {"evidence-timeline", "From when to when evidence counts", evidence_timeline},
    {"treatment-timeline", "When treatments are due", treatment_timeline}};

const FigureKind* figure_kind(const std::string& id);

/// Calls them `id`, `id-2`, ..., and puts the caption before which part each shows.
void name_figures(Figures& figures, const std::string& id, const std::string& caption);
/// All figures of a kind, drawn and named.
Figures figures_of(const FigureKind& kind, const View& view, const std::string& id, const std::string& caption);

}  // namespace assize::dossier
