// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/column_needs.h"

#include <algorithm>
#include <cmath>

#include "engine/render/docx/text_width.h"

namespace assize::render::docx {
namespace {

constexpr double kLongestWord = 11;  // Ems. What is longer is an id or a hash and may be broken.
constexpr std::size_t kSampledRows = 32;
constexpr double kBold = 1.06;

pdf::Extent extent_of(std::string_view text, bool bold) {
  const double factor = bold ? kBold : 1;
  return {std::min(widest_word_in_ems(text) * factor, kLongestWord), width_in_ems(text) * factor};
}

}  // namespace

pdf::ColumnNeeds column_needs(const dossier::Table& table) {
  pdf::ColumnNeeds needs;
  needs.cells.resize(table.columns.size());
  const auto take = [&](std::size_t column, std::string_view text, bool bold) {
    const auto asked = extent_of(text, bold);
    needs.cells[column].word = std::max(needs.cells[column].word, asked.word);
    needs.cells[column].whole = std::max(needs.cells[column].whole, asked.whole);
    return asked.whole;
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const double share = table.columns[c].width;
    needs.share.push_back(std::isfinite(share) && share > 0 ? std::clamp(share, 1e-3, 1e3) : 1.0);
    take(c, table.columns[c].title, true);
  }
  needs.rows = table.rows.size();
  const std::size_t stride = table.rows.size() / kSampledRows + 1;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const bool sampled = r % stride == 0;
    if (sampled) needs.sample.emplace_back(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& cell = table.rows[r][c];
      const double whole = take(c, cell.text, pdf::tint_of(cell.tone).bold);
      const auto lines = 1 + std::count(cell.text.begin(), cell.text.end(), '\n');
      if (sampled) needs.sample.back()[c] = {whole, static_cast<double>(lines)};
    }
  }
  return needs;
}

}  // namespace assize::render::docx
