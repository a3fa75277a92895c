// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assize::render::pdf {
namespace {

/// A word wider than this many ems may be broken: ids and hashes, not language.
constexpr double kLongestWord = 11;
/// A column narrower than this many ems is not worth having.
constexpr double kNarrowest = 2.2;
constexpr double kSmallestSize = 6.2;
constexpr std::size_t kSampledRows = 32;
/// Lines end ragged: what they hold takes this much more than its own width.
constexpr double kRagged = 1.06;

double base_size(std::size_t columns) { return columns <= 5 ? 8.6 : columns <= 8 ? 8.0 : 7.4; }

double least_width(const ColumnNeeds& needs, std::size_t column, double size) {
  return std::max(needs.cells[column].word, kNarrowest) * size + 2 * kCellPadding;
}

double least_sum(const ColumnNeeds& needs, const std::vector<std::size_t>& columns, double size) {
  double sum = 0;
  for (const std::size_t column : columns) sum += least_width(needs, column, size);
  return sum;
}

/// Lines that a row takes, as a fraction: so that every point of width counts, not only the one that saves a line.
double lines_of(double whole, double width) {
  return std::max(1.0, whole * kRagged / std::max(1.0, width - 2 * kCellPadding));
}

/// Moves width between pairs of columns while that makes the sampled rows lower. Steps and rounds are few and fixed.
void lower_rows(const ColumnNeeds& needs, const std::vector<std::size_t>& columns, double size,
                std::vector<double>& widths) {
  const std::size_t count = columns.size();
  std::vector<std::vector<double>> whole;
  for (const auto& row : needs.sample) {
    whole.emplace_back();
    for (const std::size_t column : columns) whole.back().push_back(row[column] * size);
  }
  const auto height_with = [&](std::size_t from, std::size_t to, double step) {
    double sum = 0;
    for (const auto& row : whole) {
      double most = 1;
      for (std::size_t i = 0; i < count; ++i)
        most = std::max(most, lines_of(row[i], widths[i] + (i == to ? step : 0) - (i == from ? step : 0)));
      sum += most;
    }
    return sum;
  };
  for (const double step : {20.0, 6.0}) {
    for (int round = 0; round < 40; ++round) {
      double best = height_with(0, 0, 0) * 0.995;  // Less is not worth leaving the shares for.
      std::size_t best_from = 0, best_to = 0;
      std::vector<bool> tallest(count, false);
      for (const auto& row : whole) {
        std::size_t at = 0;
        for (std::size_t i = 1; i < count; ++i)
          if (lines_of(row[i], widths[i]) > lines_of(row[at], widths[at])) at = i;
        tallest[at] = true;
      }
      for (std::size_t to = 0; to < count; ++to) {
        if (!tallest[to]) continue;
        for (std::size_t from = 0; from < count; ++from) {
          if (from == to || widths[from] - step < least_width(needs, columns[from], size)) continue;
          const double height = height_with(from, to, step);
          if (height >= best) continue;
          best = height;
          best_from = from;
          best_to = to;
        }
      }
      if (best_from == best_to) break;
      widths[best_from] -= step;
      widths[best_to] += step;
    }
  }
}

/// Shares out `width`: each column gets level * share, held between what its longest word and its longest text need.
/// The level is found by halving, forty times: exact to far below a point, and the same on every machine.
std::vector<double> share_out(const ColumnNeeds& needs, const std::vector<std::size_t>& columns, double size,
                              double width) {
  std::vector<double> least, most, share;
  for (const std::size_t column : columns) {
    least.push_back(least_width(needs, column, size));
    most.push_back(std::max(least.back(), needs.cells[column].whole * size + 2 * kCellPadding + 1));
    share.push_back(needs.share[column]);
  }
  const double sum_least = std::accumulate(least.begin(), least.end(), 0.0);
  const double sum_most = std::accumulate(most.begin(), most.end(), 0.0);
  std::vector<double> widths(columns.size());
  if (sum_least >= width) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = least[i] * width / sum_least;
    return widths;
  }
  if (sum_most <= width) {  // Nothing wraps: what is left over goes by need.
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = most[i] * width / sum_most;
    return widths;
  }
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
  lower_rows(needs, columns, size, widths);
  return widths;
}

}  // namespace

ColumnNeeds measure_columns(Flow& flow, const dossier::Table& table) {
  ColumnNeeds needs;
  needs.cells.resize(table.columns.size());
  StyledText text;
  const auto take = [&](std::size_t column, std::string_view words, Role role) {
    text.clear();
    flow.type.append(text, words, role, ink::text, -1, LineEnds::are_kept);
    const Extent asked = flow.breaker.extent(text, 1, kLongestWord);
    needs.cells[column].word = std::max(needs.cells[column].word, asked.word);
    needs.cells[column].whole = std::max(needs.cells[column].whole, asked.whole);
    return asked.whole;
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
    if (sampled) needs.sample.emplace_back(table.columns.size(), 0.0);
    for (std::size_t c = 0; c < std::min(row.size(), table.columns.size()); ++c) {
      const double whole = take(c, row[c].text, row[c].tone == dossier::Tone::critical ? Role::bold : Role::regular);
      if (sampled) needs.sample.back()[c] = whole;
    }
  }
  return needs;
}

TableSetting set_columns(const ColumnNeeds& needs, double width) {
  TableSetting setting;
  std::vector<std::size_t> all(needs.cells.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  setting.size = base_size(all.size());
  while (setting.size > kSmallestSize && least_sum(needs, all, setting.size) > width)
    setting.size = std::max(kSmallestSize, setting.size - 0.2);
  if (all.size() < 2 || least_sum(needs, all, setting.size) <= width * 1.05) {
    setting.parts.push_back({all, share_out(needs, all, setting.size, width)});
    return setting;
  }
  // Too many columns: several parts, each led by the first column, in a size that is pleasant again.
  setting.size = 7.4;
  std::vector<std::size_t> part{0};
  const auto close = [&] { setting.parts.push_back({part, share_out(needs, part, setting.size, width)}); };
  double used = least_width(needs, 0, setting.size);
  for (std::size_t c = 1; c < all.size(); ++c) {
    const double more = least_width(needs, c, setting.size);
    if (used + more > width && part.size() > 1) {
      close();
      part = {0};
      used = least_width(needs, 0, setting.size);
    }
    part.push_back(c);
    used += more;
  }
  close();
  return setting;
}

double comfortable_width(const ColumnNeeds& needs) {
  double sum = 0;
  const double size = std::min(base_size(needs.cells.size()), 7.4);
  for (std::size_t c = 0; c < needs.cells.size(); ++c) sum += least_width(needs, c, size);
  return sum;
}

}  // namespace assize::render::pdf
