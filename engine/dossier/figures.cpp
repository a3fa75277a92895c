// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/figures.h"

#include <algorithm>
#include <iterator>

namespace assize::dossier {

const FigureKind* figure_kind(const std::string& id) {
  const auto found =
      std::find_if(std::begin(figure_kinds), std::end(figure_kinds), [&](const auto& kind) { return id == kind.id; });
  return found == std::end(figure_kinds) ? nullptr : &*found;
}

void name_figures(Figures& figures, const std::string& id, const std::string& caption) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    auto& figure = figures[i];
    figure.id = i == 0 ? id : id + "-" + std::to_string(i + 1);
    figure.caption = figure.caption.empty() ? caption : caption + ": " + figure.caption;
  }
}

Figures figures_of(const FigureKind& kind, const View& view, const std::string& id, const std::string& caption) {
  auto figures = kind.draw(view);
  name_figures(figures, id, caption);
  return figures;
}

}  // namespace assize::dossier
