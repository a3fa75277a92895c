// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/document.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

/// Likelihood against impact at each of the four levels, with the number of risks in each cell; a row per method.
Figure heat_map(const View& view);
/// Elements in their boundaries and the flows between them, numbered as in the table `flows`; of large systems the
/// boundaries alone.
Figure data_flow(const View& view);
/// Risks per class at each of the four levels, as bars.
Figure class_bars(const View& view);

/// A choice that a template makes by name.
struct FigureKind {
  const char* id;
  Figure (*draw)(const View& view);
};
inline constexpr FigureKind figure_kinds[] = {
    {"heat-map", heat_map}, {"data-flow", data_flow}, {"class-bars", class_bars}};

}  // namespace assize::dossier
