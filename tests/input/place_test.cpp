// SPDX-License-Identifier: Apache-2.0
#include "engine/input/place.h"

#include <catch2/catch.hpp>

#include "engine/input/lines.h"

using namespace assize::input;

TEST_CASE("a place is written as compilers do, and without a line as the file alone") {
  CHECK(to_text(Place{{"a.yaml"}, "/x", 3, 7, 2}) == "a.yaml:3:7");
  CHECK(to_text(Place{{"a.yaml"}, "", 0, 0, 1}) == "a.yaml");
  CHECK(to_text(Place{}) == "");
}

TEST_CASE("a line ends at LF, CR LF or CR") {
  const Source source{{"f"}, "one\ntwo\r\nthree\rfour"};
  const Lines lines(source);
  CHECK(lines.line(1) == "one");
  CHECK(lines.line(2) == "two");
  CHECK(lines.line(3) == "three");
  CHECK(lines.line(4) == "four");
  CHECK(lines.line(5) == "");
  CHECK(lines.line(0) == "");
  CHECK(lines.place({4, 7}) == Place{{"f"}, "", 2, 1, 3});
  CHECK(lines.place({10, 12}) == Place{{"f"}, "", 3, 2, 2});
  CHECK(lines.place({4, 12}) == Place{{"f"}, "", 2, 1, 3});    // The part on the first line.
  CHECK(lines.place({3, 4}) == Place{{"f"}, "", 1, 4, 1});     // The line's end itself.
  CHECK(lines.place({99, 120}) == Place{{"f"}, "", 4, 5, 1});  // Past the end.
}
