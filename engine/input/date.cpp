// SPDX-License-Identifier: Apache-2.0
#include "engine/input/date.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace assize::input {
namespace {

constexpr Date last_date{9999, 12, 31};

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month) - 1];
}

/// Digits only; -1 for anything else or more than `most` of them.
int number(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{number(text.substr(0, 4), 4), number(text.substr(5, 2), 2), number(text.substr(8, 2), 2)};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > days_in(date.year, date.month))
    return std::nullopt;
  return date;
}

std::string to_text(Date date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::optional<Period> parse_period(std::string_view text) {
  if (text.size() < 3 || text[0] != 'P') return std::nullopt;
  text.remove_prefix(1);
  Period period;
  std::string_view units = "YMWD";  // Each at most once and in this order.
  while (!text.empty()) {
    const auto end = text.find_first_not_of("0123456789");
    if (end == text.npos) return std::nullopt;
    const auto unit = units.find(text[end]);
    const int value = number(text.substr(0, end), 6);
    if (unit == units.npos || value < 0) return std::nullopt;
    switch (units[unit]) {
      case 'Y':
        period.years = value;
        break;
      case 'M':
        period.months = value;
        break;
      case 'W':
        period.days += 7 * value;
        break;
      default:
        period.days += value;
    }
    units.remove_prefix(unit + 1);
    text.remove_prefix(end + 1);
  }
  return period;
}

Date add(Date date, Period period) {
  const auto months = std::int64_t{12} * (date.year + std::int64_t{period.years}) + date.month - 1 + period.months;
  if (months / 12 > last_date.year) return last_date;
  date.year = static_cast<int>(months / 12);
  date.month = static_cast<int>(months % 12) + 1;
  date.day = std::min(date.day, days_in(date.year, date.month));
  for (int left = period.days; left > 0;) {
    const int rest = days_in(date.year, date.month) - date.day;
    if (left <= rest) {
      date.day += left;
      break;
    }
    left -= rest + 1;
    date.day = 1;
    if (++date.month > 12) {
      date.month = 1;
      if (++date.year > last_date.year) return last_date;
    }
  }
  return date;
}

}  // namespace assize::input
