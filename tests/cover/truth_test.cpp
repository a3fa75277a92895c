// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/truth.h"

#include <catch2/catch.hpp>
#include <string>

namespace assize::cover {

namespace {
constexpr auto n = Truth::no, o = Truth::open, y = Truth::yes;
}

TEST_CASE("Kleene's tables of and, or and not") {
  const auto [a, b, conjunction, disjunction] = GENERATE(table<Truth, Truth, Truth, Truth>({
      {n, n, n, n},
      {n, o, n, o},
      {n, y, n, y},
      {o, n, n, o},
      {o, o, o, o},
      {o, y, o, y},
      {y, n, n, y},
      {y, o, o, y},
      {y, y, y, y},
  }));
  CAPTURE(std::string(name_of(a)), std::string(name_of(b)));
  CHECK(both(a, b) == conjunction);
  CHECK(either(a, b) == disjunction);
  // De Morgan holds in this logic too.
  CHECK(negated(both(a, b)) == either(negated(a), negated(b)));
}

TEST_CASE("not turns yes and no round and leaves open as it is") {
  CHECK(negated(Truth::yes) == Truth::no);
  CHECK(negated(Truth::no) == Truth::yes);
  CHECK(negated(Truth::open) == Truth::open);
}

}  // namespace assize::cover
