// SPDX-License-Identifier: Apache-2.0
#include "engine/input/date.h"

#include <catch2/catch.hpp>

using namespace assize::input;

TEST_CASE("only a day that exists is a date") {
  const auto [text, exists] = GENERATE(table<std::string, bool>({
      {"2026-01-31", true},  {"0001-01-01", true},  {"9999-12-31", true},
      {"2024-02-29", true},  {"2000-02-29", true},  {"1900-02-29", false},
      {"2023-02-29", false}, {"2026-04-31", false}, {"2026-13-01", false},
      {"2026-00-01", false}, {"2026-01-00", false}, {"0000-01-01", false},
      {"2026-1-01", false},  {"26-01-01", false},   {"2026-01-01 ", false},
      {"2026/01/01", false}, {"+026-01-01", false}, {"2026-01-01T", false},
      {"", false},           {"20260101", false},
  }));
  CAPTURE(text);
  const auto date = parse_date(text);
  CHECK(date.has_value() == exists);
  if (date) CHECK(to_text(*date) == text);
}

TEST_CASE("a period is whole years, months, weeks and days in this order") {
  const auto [text, years, months, days] = GENERATE(table<std::string, int, int, int>({
      {"P6M", 0, 6, 0},
      {"P1Y", 1, 0, 0},
      {"P2W", 0, 0, 14},
      {"P10D", 0, 0, 10},
      {"P1Y2M3W4D", 1, 2, 25},
      {"P0D", 0, 0, 0},
  }));
  CAPTURE(text);
  const auto period = parse_period(text);
  REQUIRE(period);
  CHECK(period->years == years);
  CHECK(period->months == months);
  CHECK(period->days == days);
}

TEST_CASE("anything else is no period") {
  const std::string text =
      GENERATE("", "P", "6M", "PM", "P6", "P-6M", "P1.5Y", "P1M1Y", "P1M1M", "PT1H", "P1Y ", "p1y", "P1234567D");
  CAPTURE(text);
  CHECK_FALSE(parse_period(text));
}

TEST_CASE("adding a period keeps to the calendar") {
  const auto [from, period, to] = GENERATE(table<std::string, std::string, std::string>({
      {"2026-01-31", "P1M", "2026-02-28"},
      {"2024-01-31", "P1M", "2024-02-29"},
      {"2024-02-29", "P1Y", "2025-02-28"},
      {"2026-11-30", "P3M", "2027-02-28"},
      {"2026-12-31", "P1D", "2027-01-01"},
      {"2026-12-31", "P12M", "2027-12-31"},
      {"2024-02-28", "P2D", "2024-03-01"},
      {"2026-01-31", "P1M1D", "2026-03-01"},
      {"2026-01-01", "P365D", "2027-01-01"},
      {"2026-01-01", "P52W", "2026-12-31"},
      {"9999-12-31", "P1D", "9999-12-31"},
      {"9999-06-01", "P7M", "9999-12-31"},
      {"2026-01-01", "P999999Y", "9999-12-31"},
      {"2026-01-01", "P999999W999999D", "9999-12-31"},
      {"0001-01-01", "P0D", "0001-01-01"},
  }));
  CAPTURE(from, period);
  CHECK(to_text(add(*parse_date(from), *parse_period(period))) == to);
}

TEST_CASE("dates are ordered by year, month and day") {
  CHECK(*parse_date("2025-12-31") < *parse_date("2026-01-01"));
  CHECK(*parse_date("2026-01-31") < *parse_date("2026-02-01"));
  CHECK(*parse_date("2026-02-01") < *parse_date("2026-02-02"));
}
