// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize::render::pdf {
namespace {

/// Ems. Words of language are hardly ever wider than the first; ids and paths wider than the second may be broken.
constexpr LineBreaker::Patience kPatience{15, 7.5};
/// A column narrower than this many ems is not worth having.
constexpr double kNarrowest = 2.2;
constexpr double kSmallestSize = 6.8;
constexpr std::size_t kSampledRows = 48;
/// What the last word of a line leaves empty on average, in ems.
constexpr double kRagged = 1.7;

double base_size(std::size_t columns) { return columns <= 5 ? 8.6 : columns <= 8 ? 8.0 : 7.4; }

double least_width(const ColumnNeeds& needs, std::size_t column, double size) {
  return std::max(needs.cells[column].word, kNarrowest) * size + 2 * kCellPadding;
}

double least_sum(const ColumnNeeds& needs, double size) {
  double sum = 0;
  for (std::size_t c = 0; c < needs.cells.size(); ++c) sum += least_width(needs, c, size);
  return sum;
}

/// Lines that a text takes, as a fraction: so that every point of width counts, not only the one that saves a line.
double lines_of(const ColumnNeeds::Text& text, double size, double width) {
  const double room = std::max(1.0, width - 2 * kCellPadding), total = text.total * size;
  if (total <= room) return text.lines;
  const double used = std::max(room - kRagged * size, room * 0.5);
  return std::max({text.lines, 1.35, total / used + 0.3});
}

double fourth(double value) { return value * value * value * value; }

/// The rows of the sample while widths move: a row's height is the fourth root of the sum of its cells' fourth powers,
/// which is nearly the tallest of them, and still falls when one of two that are equally tall becomes lower.
class RowHeights {
 public:
  RowHeights(const ColumnNeeds& needs, double size, std::vector<double>& widths)
      : needs_(needs), size_(size), widths_(widths), powers_(needs.sample.size(), 0.0) {
    for (std::size_t r = 0; r < powers_.size(); ++r)
      for (std::size_t c = 0; c < widths_.size(); ++c) powers_[r] += power(r, c, widths_[c]);
  }

  double sum() const {
    double all = 0;
    for (const double each : powers_) all += std::sqrt(std::sqrt(each));
    return all;
  }
  double sum_after(std::size_t from, std::size_t to, double step) const {
    double all = 0;
    for (std::size_t r = 0; r < powers_.size(); ++r) all += std::sqrt(std::sqrt(after(r, from, to, step)));
    return all;
  }
  void move(std::size_t from, std::size_t to, double step) {
    for (std::size_t r = 0; r < powers_.size(); ++r) powers_[r] = after(r, from, to, step);
    widths_[from] -= step;
    widths_[to] += step;
  }

 private:
  double power(std::size_t row, std::size_t column, double width) const {
    return fourth(lines_of(needs_.sample[row][column], size_, width));
  }
  double after(std::size_t row, std::size_t from, std::size_t to, double step) const {
    const double rest = powers_[row] - power(row, from, widths_[from]) - power(row, to, widths_[to]);
    return std::max(1.0, rest + power(row, from, widths_[from] - step) + power(row, to, widths_[to] + step));
  }

  const ColumnNeeds& needs_;
  double size_;
  std::vector<double>& widths_;
  std::vector<double> powers_;
};

/// Moves width between pairs of columns while that makes the sampled rows lower. Steps and rounds are few and fixed.
void lower_rows(const ColumnNeeds& needs, double size, std::vector<double>& widths) {
  RowHeights heights(needs, size, widths);
  for (const double step : {40.0, 15.0, 5.0}) {
    for (int round = 0; round < 24; ++round) {
      double best = heights.sum() * 0.997;  // Less is not worth leaving the shares for.
      std::size_t best_from = 0, best_to = 0;
      for (std::size_t from = 0; from < widths.size(); ++from) {
        if (widths[from] - step < least_width(needs, from, size)) continue;
        for (std::size_t to = 0; to < widths.size(); ++to) {
          if (to == from || widths[to] > needs.cells[to].whole * size + 2 * kCellPadding + 1) continue;
          const double height = heights.sum_after(from, to, step);
          if (height >= best) continue;
          best = height;
          best_from = from;
          best_to = to;
        }
      }
      if (best_from == best_to) break;
      heights.move(best_from, best_to, step);
    }
  }
}

/// Each column gets level * share, held between what its longest word and its longest text need. The level is found by
/// halving: exact to far below a point, and the same on every machine.
std::vector<double> levelled(const std::vector<double>& least, const std::vector<double>& most,
                             const std::vector<double>& share, double width) {
  std::vector<double> widths(least.size());
  double low = 0, high = 1e7;
  const auto at = [&](double level, std::size_t i) { return std::clamp(level * share[i], least[i], most[i]); };
  for (int step = 0; step < 60; ++step) {
    const double level = (low + high) / 2;
    double sum = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) sum += at(level, i);
    (sum > width ? high : low) = level;
  }
  double sum = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) sum += widths[i] = at(low, i);
  for (double& each : widths) each *= width / sum;
  return widths;
}

std::vector<double> share_out(const ColumnNeeds& needs, double size, double width) {
  std::vector<double> least, most;
  for (std::size_t c = 0; c < needs.cells.size(); ++c) {
    least.push_back(least_width(needs, c, size));
    most.push_back(std::max(least.back(), needs.cells[c].whole * size + 2 * kCellPadding + 1));
  }
  const double sum_least = std::accumulate(least.begin(), least.end(), 0.0);
  const double sum_most = std::accumulate(most.begin(), most.end(), 0.0);
  if (sum_least >= width) {
    for (double& each : least) each *= width / sum_least;
    return least;
  }
  if (sum_most <= width) {  // Nothing wraps: what is left over goes by need.
    for (double& each : most) each *= width / sum_most;
    return most;
  }
  std::vector<double> widths = levelled(least, most, needs.share, width);
  lower_rows(needs, size, widths);
  return widths;
}

}  // namespace

ColumnNeeds measure_columns(Flow& flow, const dossier::Table& table) {
  ColumnNeeds needs;
  needs.cells.resize(table.columns.size());
  needs.rows = table.rows.size();
  StyledText text;
  const auto take = [&](std::size_t column, std::string_view words, Role role) {
    text.clear();
    flow.type.append(text, words, role, ink::text, -1, LineEnds::are_kept);
    const Extent asked = flow.breaker.extent(text, 1, kPatience);
    needs.cells[column].word = std::max(needs.cells[column].word, asked.word);
    needs.cells[column].whole = std::max(needs.cells[column].whole, asked.whole);
    return ColumnNeeds::Text{asked.total, std::max(1.0, asked.lines)};
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const double share = table.columns[c].width;
    needs.share.push_back(std::isfinite(share) && share > 0 ? std::clamp(share, 1e-3, 1e3) : 1.0);
    take(c, table.columns[c].title, Role::bold);
  }
  const std::size_t stride = table.rows.size() / kSampledRows + 1;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const bool sampled = r % stride == 0;
    if (sampled) needs.sample.emplace_back(table.columns.size());
    for (std::size_t c = 0; c < std::min(row.size(), table.columns.size()); ++c) {
      const auto asked = take(c, row[c].text, row[c].tone == dossier::Tone::critical ? Role::bold : Role::regular);
      if (sampled) needs.sample.back()[c] = asked;
    }
  }
  return needs;
}

TableSetting set_columns(const ColumnNeeds& needs, double width) {
  TableSetting setting;
  setting.size = base_size(needs.cells.size());
  while (setting.size > kSmallestSize && least_sum(needs, setting.size) > width)
    setting.size = std::max(kSmallestSize, setting.size - 0.2);
  setting.squeezed = least_sum(needs, setting.size) > width * 1.02;
  setting.widths = share_out(needs, setting.size, width);
  return setting;
}

double lines_a_row(const ColumnNeeds& needs, const TableSetting& setting) {
  double sum = 0;
  for (const auto& row : needs.sample) {
    double most = 1;
    for (std::size_t c = 0; c < row.size(); ++c)
      most = std::max(most, lines_of(row[c], setting.size, setting.widths[c]));
    sum += most;
  }
  return needs.sample.empty() ? 1 : sum / static_cast<double>(needs.sample.size());
}

double crumbs(const ColumnNeeds& needs, const TableSetting& setting) {
  constexpr double kFewWords = 9;  // Ems.
  double rows = 0;
  for (const auto& row : needs.sample) {
    bool found = false;
    for (std::size_t c = 0; c < row.size(); ++c)
      found = found || (setting.widths[c] < kFewWords * setting.size + 2 * kCellPadding &&
                        lines_of(row[c], setting.size, setting.widths[c]) > 3.5);
    rows += found ? 1 : 0;
  }
  return needs.sample.empty() ? 0 : rows / static_cast<double>(needs.sample.size());
}

double lines_a_record(const ColumnNeeds& needs, double value_width, double size) {
  double sum = 0;
  for (const auto& row : needs.sample)
    for (const auto& text : row)
      if (text.total > 0) sum += lines_of(text, size, value_width + 2 * kCellPadding);
  return needs.sample.empty() ? 1 : sum / static_cast<double>(needs.sample.size());
}

}  // namespace assize::render::pdf
