// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/render/pdf/clean_text.h"
#include "engine/render/pdf/line_break.h"
#include "tests/render/pdf_reading.h"

using namespace assize::render;
using namespace assize::render::pdf;
using assize::render::reading::fonts;

namespace {

/// Lines of `text` at 10 points in a measure of `width` points, blanks at their ends gone.
std::vector<std::string> broken(const std::string& text, double width, bool preformatted = false) {
  auto opened = TypeCase::open(fonts());
  REQUIRE(opened);
  TypeCase type = std::move(opened).value();
  LineBreaker breaker(type);
  StyledText styled;
  type.append(styled, text, Role::regular, ink::text, -1, LineEnds::are_kept);
  std::vector<Line> lines;
  if (preformatted)
    breaker.break_preformatted(styled, 10, width, lines);
  else
    breaker.break_lines(styled, 10, width, lines);
  std::vector<std::string> found;
  for (const Line& line : lines) {
    std::string ascii;
    for (auto i = line.begin; i < line.end; ++i)
      ascii += styled.chars[i] < 0x80 ? static_cast<char>(styled.chars[i]) : '?';
    CAPTURE(text, ascii, width);
    CHECK((line.width <= width + 0.02 || line.end - line.begin <= 1));
    found.push_back(ascii);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line ends at a blank, after a hyphen, or where the text says so") {
  CHECK(broken("one two three", 1000) == Lines{"one two three"});
  CHECK(broken("one two three", 45) == Lines{"one two", "three"});
  CHECK(broken("one    two", 30) == Lines{"one", "two"});
  CHECK(broken("decision-making", 60) == Lines{"decision-", "making"});
  CHECK(broken("one\ntwo\n\nthree\n", 1000) == Lines{"one", "two", "", "three"});
  CHECK(broken("", 100).empty());
}

TEST_CASE("an id or path too long for its line breaks after a separator, a hash anywhere") {
  CHECK(broken("evidence/validation_report.pdf", 72) == Lines{"evidence/", "validation_", "report.pdf"});
  const auto hash = broken(std::string(64, 'a'), 100);
  CHECK(hash.size() == 4);
  for (const double width : {0.0, 1.0, 5.0}) CHECK(broken("abc", width).size() == 3);
}

TEST_CASE("nothing is lost or added by breaking") {
  const std::string text = GENERATE(std::string("T-01@a/b-c (see \"x\", 3.5 %): yes? no! end_of_it"),
                                    std::string("Größe – „Maß“ ½ → ≥ über-all/wo a—b"), std::string(300, 'x'));
  const double width = GENERATE(range(5, 200, 13));
  std::string joined;
  for (const auto& line : broken(text, width)) joined += line;
  std::string expected;
  const auto clean = clean_text(text);
  REQUIRE(clean);
  for (const char16_t unit : *clean) expected += unit < 0x80 ? static_cast<char>(unit) : '?';
  const auto without_blanks = [](std::string of) {
    std::erase(of, ' ');
    return of;
  };
  CHECK(without_blanks(joined) == without_blanks(expected));
}

TEST_CASE("preformatted lines keep their blanks and are cut at the edge") {
  CHECK(broken("  a  b\n\n c", 1000, true) == Lines{"  a  b", "", " c"});
  CHECK(broken("mmmmmmmm", 30, true).size() > 2);
}

TEST_CASE("text is cleaned of what cannot be seen, and refused when it is not UTF-8") {
  CHECK(*clean_text("a\xC2\xAD"
                    "b\x01\xE2\x80\x8E"
                    "c\r\nd\re\tf") == u"abc\nd\ne f");
  CHECK(*clean_text("s\xCC\x8C") == u"\u0161");
  CHECK_FALSE(clean_text("\x80"));
  CHECK_FALSE(clean_text("\xF4\x90\x80\x80"));
  CHECK_FALSE(clean_text("\xE0\x80\xAF"));
  CHECK(in_backticks("a\xFF\x01") == "`a? `");
  CHECK(in_backticks(std::string(500, 'x')).size() < 80);
}

TEST_CASE("a damaged font is refused or read, but never read beyond its end") {
  const std::string& whole = fonts().regular;
  CHECK(read_font_metrics(whole));
  for (std::size_t length = 0; length < whole.size(); length += 1 + length / 3)
    CHECK_FALSE(read_font_metrics(std::string(whole, 0, length)));
  for (std::size_t at = 0; at < 1000; at += 7) {  // The table directory, head and what follows it.
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
    static_cast<void>(read_font_metrics(damaged));
  }
}
