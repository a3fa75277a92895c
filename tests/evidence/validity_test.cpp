// SPDX-License-Identifier: Apache-2.0
#include "engine/evidence/validity.h"

#include <catch2/catch.hpp>

namespace assize::evidence {
namespace {

input::Date day(const std::string& text) { return *input::parse_date(text); }

Evidence made(const std::string& on, const std::string& valid_until, const std::string& every) {
  Evidence evidence;
  evidence.made = day(on);
  if (!valid_until.empty()) evidence.valid_until = day(valid_until);
  evidence.every = every;
  return evidence;
}

}  // namespace

TEST_CASE("evidence counts from the day it was made to its last day, both included") {
  const auto [on, until, every, as_of, validity] =
      GENERATE(table<std::string, std::string, std::string, std::string, Validity>({
          {"2026-03-01", "", "", "2026-02-28", Validity::not_yet},
          {"2026-03-01", "", "", "2026-03-01", Validity::valid},
          {"2026-03-01", "", "", "9999-12-31", Validity::valid},
          {"2026-03-01", "2026-09-30", "", "2026-09-30", Validity::valid},
          {"2026-03-01", "2026-09-30", "", "2026-10-01", Validity::lapsed},
          {"2026-03-01", "2026-03-01", "", "2026-03-01", Validity::valid},
          {"2026-03-01", "2026-03-01", "", "2026-03-02", Validity::lapsed},
          {"2026-03-01", "", "P6M", "2026-09-01", Validity::valid},
          {"2026-03-01", "", "P6M", "2026-09-02", Validity::lapsed},
          {"2024-02-29", "", "P1Y", "2025-02-28", Validity::valid},
          {"2024-02-29", "", "P1Y", "2025-03-01", Validity::lapsed},
          {"2026-08-31", "", "P1M", "2026-09-30", Validity::valid},
          {"2026-08-31", "", "P1M", "2026-10-01", Validity::lapsed},
          {"2026-12-31", "", "P1D", "2027-01-01", Validity::valid},
          {"2026-12-31", "", "P1D", "2027-01-02", Validity::lapsed},
          {"2026-03-01", "", "P2W", "2026-03-15", Validity::valid},
          {"2026-03-01", "", "P2W", "2026-03-16", Validity::lapsed},
          // Of both, the earlier.
          {"2026-03-01", "2026-04-15", "P1Y", "2026-04-15", Validity::valid},
          {"2026-03-01", "2026-04-15", "P1Y", "2026-04-16", Validity::lapsed},
          {"2026-03-01", "2028-01-01", "P1Y", "2027-03-01", Validity::valid},
          {"2026-03-01", "2028-01-01", "P1Y", "2027-03-02", Validity::lapsed},
      }));
  CAPTURE(on, until, every, as_of);
  CHECK(validity_on(made(on, until, every), day(as_of)) == validity);
}

TEST_CASE("evidence that nothing limits never lapses") {
  CHECK(last_day(made("2026-03-01", "", "")) == std::nullopt);
  CHECK(last_day(made("2026-03-01", "2026-09-30", "")) == day("2026-09-30"));
  CHECK(last_day(made("2026-03-01", "", "P1Y")) == day("2027-03-01"));
}

TEST_CASE("a renewal that would fall past the calendar lasts to its end") {
  CHECK(validity_on(made("9999-06-01", "", "P1Y"), day("9999-12-31")) == Validity::valid);
}

TEST_CASE("the time that evidence counts is one span: not yet, then valid, then lapsed") {
  const auto evidence = made("2026-03-01", "2026-05-15", "P2M");
  auto before = Validity::not_yet;
  const auto order = [](Validity validity) {
    return validity == Validity::not_yet ? 0 : validity == Validity::valid ? 1 : 2;
  };
  for (auto date = day("2026-01-01"); date < day("2026-12-31"); date = input::add(date, {0, 0, 1})) {
    const auto now = validity_on(evidence, date);
    CAPTURE(to_text(date));
    CHECK(order(before) <= order(now));
    before = now;
  }
  CHECK(before == Validity::lapsed);
}

}  // namespace assize::evidence
