// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/timeline.h"

#include <algorithm>
#include <cmath>

#include "engine/dossier/figure_parts.h"

namespace assize::dossier {
namespace {

using Align = Figure::Align;
using input::Date;

constexpr double kWords = 182, kWidestFirst = 108, kDay = 46, kWidestState = 76, kGap = 7;
constexpr double kLetters = 7.2;
constexpr double kLeft = kWords + kGap, kHead = 24, kRow = 17, kBar = 7, kMark = 5.5;
constexpr double kTickRoom = 34;
constexpr int kYears = 6;

/// Days since a day long ago: differences of it are differences of days.
int days_of(Date date) {
  const int year = date.month > 2 ? date.year : date.year - 1, month = (date.month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day;
}

int months_of(Date date) { return date.year * 12 + date.month - 1; }
Date first_of_month(int months) { return {months / 12, months % 12 + 1, 1}; }

std::string text_of_tick(int months, int step) {
  const auto text = to_text(first_of_month(months));
  return text.substr(0, step >= 12 ? 4 : 7);
}

class Drawer {
 public:
  explicit Drawer(const Timeline& timeline) : timeline_(timeline) {
    set_range();
    set_columns();
  }

  Figure draw() {
    figure_.width = kFigureWidth;
    bottom_ = kHead + kRow * static_cast<double>(timeline_.rows.size());
    ticks();
    double y = kHead;
    for (const auto& row : timeline_.rows) {
      figure_.shapes.emplace_back(line_from({0, y}, {kFigureWidth, y}, Tone::quiet));
      words(row, y);
      signs(row, y);
      y += kRow;
    }
    figure_.shapes.emplace_back(line_from({0, y}, {kFigureWidth, y}, Tone::quiet));
    as_of();
    legend();
    return std::move(figure_);
  }

 private:
  void set_range() {
    const int today = months_of(timeline_.as_of);
    int first = today, last = today + 1;
    const auto take = [&](const std::optional<Date>& date) {
      if (!date) return;
      first = std::min(first, months_of(*date));
      last = std::max(last, months_of(*date) + 1);
    };
    for (const auto& row : timeline_.rows)
      for (const auto& date : {row.from, row.to, row.about, row.about_to}) take(date);
    first_month_ = std::max({first - 1, today - 12 * kYears, 12});
    last_month_ = std::min({last + 1, today + 12 * kYears, 9999 * 12 + 11});
    first_ = days_of(first_month(first_month_)), last_ = days_of(first_month(last_month_));
  }

  void set_columns() {
    double state = 0;
    for (const auto& row : timeline_.rows) {
      first_width_ = std::max(first_width_, std::min(kWidestFirst, width_of(row.first, kLetters)));
      state = std::max(state, std::min(kWidestState, width_of(row.state, kLetters) * kRoomForTranslation));
    }
    state_width_ = state;
    axis_ = kFigureWidth - kLeft - kDay - state - 2 * kGap;
  }

  static Date first_month(int months) { return first_of_month(months); }

  double x_of(Date date) const {
    const double share = static_cast<double>(days_of(date) - first_) / std::max(1, last_ - first_);
    return kLeft + axis_ * std::clamp(share, 0.0, 1.0);
  }

  void ticks() {
    int step = 1;
    for (const int one : {1, 2, 3, 6, 12, 24, 60, 120}) {
      step = one;
      if (axis_ * one / (last_month_ - first_month_) >= kTickRoom) break;
    }
    for (int month = first_month_; month <= last_month_; ++month) {
      if (month % step != 0) continue;
      const double x = x_of(first_of_month(month));
      figure_.shapes.emplace_back(line_from({x, kHead - 4}, {x, bottom_}, Tone::quiet));
      const double room = std::min(30.0, 2 * std::min(x - kLeft + 18, kLeft + axis_ + 18 - x));
      if (std::abs(x - x_of(timeline_.as_of)) < 17) continue;  // The line of that day runs there.
      figure_.shapes.emplace_back(label_at(x, kHead - 6, text_of_tick(month, step), 6.8, Align::centre, room));
    }
  }

  void as_of() {
    const double x = x_of(timeline_.as_of);
    auto line = line_from({x, 10}, {x, bottom_});
    line.dashed = true;
    figure_.shapes.emplace_back(std::move(line));
    figure_.shapes.emplace_back(bold(label_at(x, 7.5, to_text(timeline_.as_of), 7, Align::centre, 60)));
  }

  void words(const TimelineRow& row, double y) {
    const double baseline = y + kRow / 2 + 2.6;
    figure_.shapes.emplace_back(
        linked(label_at(0, baseline, row.first, kLetters, Align::left, first_width_), row.link));
    const double second = first_width_ + kGap;
    if (!row.second.empty())
      figure_.shapes.emplace_back(label_at(second, baseline, row.second, kLetters, Align::left, kWords - second));
    const double day = kLeft + axis_ + kGap;
    if (row.to) figure_.shapes.emplace_back(label_at(day, baseline, to_text(*row.to), kLetters, Align::left, kDay));
    auto state = label_at(day + kDay + kGap, baseline, row.state, kLetters, Align::left, state_width_);
    state.bold = row.marked;
    figure_.shapes.emplace_back(std::move(state));
  }

  void signs(const TimelineRow& row, double y) {
    const double middle = y + kRow / 2 - (row.about ? 1.5 : 0), top = middle - kBar / 2;
    if (!row.from && row.to) {
      const double x = x_of(*row.to);
      figure_.shapes.emplace_back(Figure::Ellipse{x - kMark / 2, middle - kMark / 2, kMark, kMark, row.tone});
    } else if (row.from) {
      const double left = x_of(*row.from), right = row.to ? x_of(*row.to) : kLeft + axis_ - 8;
      figure_.shapes.emplace_back(box_at(std::min(left, right), top, std::max(right - left, 1.5), kBar, row.tone));
      if (!row.to) {
        auto line = line_from({right, middle}, {kLeft + axis_, middle});
        line.arrow = true;
        figure_.shapes.emplace_back(std::move(line));
      }
    }
    if (row.about && row.about_to)
      figure_.shapes.emplace_back(line_from({x_of(*row.about), y + kRow - 3.5}, {x_of(*row.about_to), y + kRow - 3.5}));
  }

  void legend() {
    Legend legend(figure_, 0, bottom_ + 5, kFigureWidth);
    if (!timeline_.bar.empty()) {
      const auto corner = legend.add(16, timeline_.bar);
      figure_.shapes.emplace_back(box_at(corner.x, corner.y + 1.5, 16, kBar, Tone::good));
    }
    if (!timeline_.day.empty()) {
      const auto corner = legend.add(kMark, timeline_.day);
      figure_.shapes.emplace_back(Figure::Ellipse{corner.x, corner.y + 2.2, kMark, kMark, Tone::good});
    }
    if (!timeline_.about.empty()) {
      const auto corner = legend.add(16, timeline_.about);
      figure_.shapes.emplace_back(line_from({corner.x, corner.y + 5}, {corner.x + 16, corner.y + 5}));
    }
    const auto corner = legend.add(4, "Date of the assessment");
    auto line = line_from({corner.x + 2, corner.y - 1}, {corner.x + 2, corner.y + 10});
    line.dashed = true;
    figure_.shapes.emplace_back(std::move(line));
    figure_.height = legend.bottom();
    if (timeline_.rest.empty()) return;
    figure_.shapes.emplace_back(
        label_at(kFigureWidth, figure_.height + 7, timeline_.rest, 7, Align::right, kFigureWidth));
    figure_.height += 10;
  }

  const Timeline& timeline_;
  int first_month_ = 0, last_month_ = 0;  ///< Counted from year 0.
  int first_ = 0, last_ = 0;              ///< In days.
  double first_width_ = 0, state_width_ = 0, axis_ = 0;
  double bottom_ = 0;
  Figure figure_;
};

}  // namespace

Figure draw(const Timeline& timeline) { return Drawer(timeline).draw(); }

}  // namespace assize::dossier
