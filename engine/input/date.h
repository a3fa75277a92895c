// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace assize::input {

/// A day of the Gregorian calendar, years 1 to 9999. No time zone: dossiers speak of days.
struct Date {
  int year = 1;
  int month = 1;
  int day = 1;
  auto operator<=>(const Date&) const = default;
};

/// ISO 8601 `YYYY-MM-DD`; nothing for a day that does not exist.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);

/// An ISO 8601 duration of whole years, months, weeks and days, in this order: `P6M`, `P1Y`, `P2W`.
/// No part is negative.
struct Period {
  int years = 0;
  int months = 0;
  int days = 0;
};
std::optional<Period> parse_period(std::string_view text);

/// Years and months first; a day past the end of the month becomes its last day; then days. Never past 9999-12-31.
Date add(Date date, Period period);

}  // namespace assize::input
