// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "engine/input/read_tree.h"
#include "tests/input/faults.h"

using namespace assize::input;
using Shape = Tree::Shape;

static Result<Tree> yaml(const std::string& text, const Limits& limits = {}) {
  return read_yaml({{"f.yaml"}, text}, limits);
}

TEST_CASE("a plain YAML scalar is text unless it is true, false, null, an integer or a decimal") {
  const auto [written, shape] = GENERATE(table<std::string, Shape>({
      {"true", Shape::boolean}, {"false", Shape::boolean},  {"null", Shape::null},   {"~", Shape::null},
      {"", Shape::null},        {"0", Shape::integer},      {"-0", Shape::integer},  {"+7", Shape::integer},
      {"-12", Shape::integer},  {"1.5", Shape::number},     {".5", Shape::number},   {"5.", Shape::number},
      {"1e3", Shape::number},   {"-1.5E-3", Shape::number}, {"1.10", Shape::number}, {"yes", Shape::text},
      {"no", Shape::text},      {"True", Shape::text},      {"NULL", Shape::text},   {"007", Shape::text},
      {"-01", Shape::text},     {"00.5", Shape::text},      {"0x1F", Shape::text},   {"0o17", Shape::text},
      {".inf", Shape::text},    {".nan", Shape::text},      {"1_000", Shape::text},  {"2026-01-31", Shape::text},
      {"1.2.3", Shape::text},   {"1e", Shape::text},        {".", Shape::text},      {"+", Shape::text},
      {"'true'", Shape::text},  {"\"5\"", Shape::text},     {"''", Shape::text},     {"12:30", Shape::text},
  }));
  CAPTURE(written);
  const auto read = yaml("v: " + written + "\n");
  REQUIRE(read);
  CHECK(read.value().find("v")->shape == shape);
}

TEST_CASE("a YAML scalar keeps its value and what was written") {
  const auto read = yaml("i: -42\nd: 1.10\nb: true\nq: \"a\\tb\"\nl: |\n  one\n  two\nbig: 9223372036854775807\n");
  REQUIRE(read);
  const Tree& tree = read.value();
  CHECK(tree.find("i")->integer == -42);
  CHECK(tree.find("i")->number == -42.0);
  CHECK(tree.find("d")->number == 1.1);
  CHECK(tree.find("d")->text == "1.10");
  CHECK(tree.find("b")->boolean);
  CHECK(tree.find("b")->text == "true");
  CHECK(tree.find("q")->text == "a\tb");
  CHECK(tree.find("l")->text == "one\ntwo\n");
  CHECK(tree.find("big")->integer == INT64_MAX);
}

TEST_CASE("a YAML value knows its line, its column in bytes, its length and its pointer") {
  const std::string text =
      "# comment\n"
      "name: Grüße, Welt\n"                // 2
      "ä: {x: 'ö', \"y/~\": [10, 2.5]}\n"  // 3
      "list:\n"                            // 4
      "  - one   # first\n"                // 5
      "  - a: 1\n"                         // 6
      "    b: two\n"                       // 7
      "     three\n"                       // 8
      "text: |\n"                          // 9
      "  long\n"                           // 10
      "none:\n"                            // 11
      "anchored: &x value\n"               // 12
      "same: *x\n";                        // 13
  const bool crlf = GENERATE(false, true);
  CAPTURE(crlf);
  const auto read = yaml(crlf ? with_crlf(text) : text);
  REQUIRE(read);
  const auto [pointer, line, column, length] = GENERATE(table<std::string, int, int, int>({
      {"", 2, 1, 1},
      {"/name", 2, 7, 13},
      {"/ä", 3, 5, 1},
      {"/ä/x", 3, 9, 4},
      {"/ä/y~1~0", 3, 22, 1},
      {"/ä/y~1~0/0", 3, 23, 2},
      {"/ä/y~1~0/1", 3, 27, 3},
      {"/list", 5, 3, 1},
      {"/list/0", 5, 5, 3},
      {"/list/1", 6, 5, 1},
      {"/list/1/a", 6, 8, 1},
      {"/list/1/b", 7, 8, 3},
      {"/text", 9, 7, 1},
      {"/none", 11, 6, 1},
      {"/anchored", 12, 14, 5},
  }));
  CAPTURE(pointer);
  const Tree* value = at(read.value(), pointer);
  REQUIRE(value != nullptr);
  CHECK(value->place.pointer == pointer);
  CHECK(value->place.line == line);
  CHECK(value->place.column == column);
  CHECK(value->place.length == length);
  CHECK(value->place.file.text() == "f.yaml");
}

TEST_CASE("a YAML key knows its place, and an alias has the place of its anchor") {
  const auto read = yaml("ä: {x: 1, \"y z\": 2}\nb: &b [1]\nc: *b\n");
  REQUIRE(read);
  const auto& inner = read.value().members[0].value.members;
  CHECK(inner[0].key_place == Place{{"f.yaml"}, "/ä/x", 1, 6, 1});
  CHECK(inner[1].key_place == Place{{"f.yaml"}, "/ä/y z", 1, 12, 5});
  CHECK(read.value().members[2].key_place == Place{{"f.yaml"}, "/c", 3, 1, 1});
  CHECK(read.value().find("c")->items[0].place.line == 2);
}

TEST_CASE("what YAML allows and we do not is refused with its place") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"a: 1\nb: 2\na: 3\n", "repeated-key 3:1"},
      {"a: {x: 1, x: 2}\na: 3\n", "repeated-key 1:11, repeated-key 2:1"},
      {"[a]: 1\nb: 2\n", "key-not-text 1:1"},
      {"{a: b}: {c: d}\n", "key-not-text 1:1"},
      {"a: &a x\n*a : 1\n", "key-not-text 2:1"},
      {"{'': 1}\n", ""},
      {"? \n: 1\n", "key-not-text 1:2"},
      {"&k a: 1\n", "key-not-text 1:1"},
      {"a: &a {x: 1}\nb:\n  <<: *a\n", "merge-key 3:3"},
      {"a: !!str 5\nb: !x [1]\n", "yaml-tag 1:4, yaml-tag 2:4"},
      {"a: !x!y 5\n", "yaml-tag 1:4"},
      {"# c\n\n%YAML 1.2\n%TAG !a! b\n---\na: 1\n", "yaml-tag 4:1"},
      {" \n#\u2028%TAG !a! b\n---\na: 1\n", "yaml-tag 2:5"},
      {"a: |\n %TAG\nb: x %TAG\n", ""},
      {"a: 1\n---\nb: 2\n", "several-documents 2:1"},
      {"a: *b\nc: 1\nc: 2\n", "unknown-alias 1:4, repeated-key 3:1"},
      {"a: &a [1, *a]\n", "unknown-alias 1:11"},
      {"a: 9223372036854775808\nb: 1e999\nc: -9223372036854775809\n",
       "number-out-of-range 1:4, number-out-of-range 2:4, number-out-of-range 3:4"},
      {"", "empty-file 1:1"},
      {"# nothing\n", "empty-file 1:1"},
      {"---\n", "empty-file 1:1"},
      {"\xEF\xBB\xBF"
       "a: 1\n",
       "byte-order-mark 1:1"},
      {"a: \"x\\0y\"\n", "nul-byte 1:4"},
      {"a: \"x\\ey\"\n", "control-character 1:4"},
      {"a: \"x\\Ny\"\n", "control-character 1:4"},
  }));
  CAPTURE(text);
  CHECK(faults(yaml(text)) == expected);
}

TEST_CASE("what is not YAML is refused where a person would look") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"a: b: c\n", "yaml-syntax 1:5"},
      {"a: 1\n  b: 2\n", "yaml-syntax 2:4"},
      {"a:\n  b: 1\n c: 2\n", "yaml-syntax 3:2"},
      {"a:\n  - 1\n  b: 2\n", "yaml-syntax 3:3"},
      {"a: 1\nword\n", "yaml-syntax 2:1"},
      {"a: 1\nword\nb: 2\n", "yaml-syntax 2:1"},
      {"a: [1, 2\n", "yaml-syntax 1:4"},
      {"a: {x: 1\n", "yaml-syntax 1:4"},
      {"a: [1, 2\nb: 3\n", "yaml-syntax 2:2"},
      {": 1\n", "yaml-syntax 1:1"},
      {"{: 1}\n", "yaml-syntax 1:2"},
      {"a: 'x\n", "yaml-syntax 1:4"},
      {"ä: \"x\nb: 1\n", "yaml-syntax 1:5"},
      {"a: @x\n", "yaml-syntax 1:4"},
      {"a: `x`\n", "yaml-syntax 1:4"},
      {"a:\n\tb: 1\n", "yaml-syntax 2:1"},
      {"a: \"\\q\"\n", "yaml-syntax 1:5"},
      {"a: *.txt\n", "yaml-syntax 1:4"},
      {"a: - b\n", "yaml-syntax 1:4"},
      {"a: ]\n", "yaml-syntax 1:4"},
      {"a: 1\n---\n]\n", "several-documents 2:1"},
      {"a: %x\n", "yaml-syntax 1:4"},
      {"a: | x\n  y\n", "yaml-syntax 1:6"},
      {"a: \"\\ud800\"\n", "yaml-syntax 1:7"},
      {"ä: x\xEF\xBF\xBFy\n", "yaml-syntax 1:6"},
  }));
  CAPTURE(text);
  const auto read = yaml(text);
  CHECK(faults(read) == expected);
  for (const auto& fault : read.diagnostics()) {
    CAPTURE(fault.message, fault.help);
    CHECK(fault.message.find("well-formed") == std::string::npos);
    CHECK(fault.message.back() != '.');
  }
}

TEST_CASE("aliases are followed within limits") {
  const auto read = yaml("a: &a [1, {b: x}]\nc: *a\nd: [*a, *a]\n");
  REQUIRE(read);
  CHECK(at(read.value(), "/d/1/1/b")->text == "x");
  CHECK(faults(yaml("a: &a [[[1]]]\nb: [[*a]]\n", {.depth = 5})) == "nested-too-deep 2:6");
  CHECK(yaml("a: &a [[[1]]]\nb: [[*a]]\n", {.depth = 6}));
  CHECK(faults(yaml("a: &a [1, 2]\nb: [*a, *a]\n", {.alias_values = 5})) == "alias-bomb 2:9");
  CHECK(yaml("a: &a [1, 2]\nb: [*a, *a]\n", {.alias_values = 6}));
  CHECK(faults(yaml("a: &a " + std::string(100, 'x') + "\nb: [*a, *a]\n", {.alias_bytes = 150})) == "alias-bomb 2:9");
}

TEST_CASE("hostile YAML is refused, quickly and without exhausting anything") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const auto before = std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) bomb += (j > 0 ? ", *a" : "*a") + before;
    bomb += "]\n";
  }
  CHECK(codes(yaml(bomb)) == "alias-bomb");

  const std::string many(100'000, '[');
  CHECK(codes(yaml(many)) == "nested-too-deep");
  CHECK(codes(yaml(many + std::string(100'000, ']'))) == "nested-too-deep");
  CHECK(codes(yaml(repeat("- ", 100'000) + "x\n")) == "nested-too-deep");
  CHECK(codes(yaml(repeat("{a: ", 100'000))) == "nested-too-deep");
  CHECK(codes(yaml(repeat("? ", 100'000))).find("nested-too-deep") != std::string::npos);
  CHECK(codes(yaml("? " + many)).find("nested-too-deep") != std::string::npos);
  CHECK(codes(yaml("? [" + repeat("a,", 100) + "]\n", {.values = 50})) == "key-not-text, too-many-values");
  CHECK(codes(yaml("[" + repeat("&a ", 100'000) + "]")) == "yaml-syntax");
  CHECK(codes(yaml(repeat("- &a x\n", 30'000))) == "");
  CHECK(codes(yaml(std::string(33u << 20, 'x'))) == "file-too-large");
  CHECK(codes(yaml("a: " + std::string(2u << 20, 'x'))) == "text-too-long");
  CHECK(codes(yaml("? " + std::string(5000, 'x') + "\n: 1\n")) == "text-too-long");
  CHECK(codes(yaml(repeat("- x\n", 11), {.values = 11})) == "too-many-values");
  CHECK(codes(yaml(repeat("- x\n", 10), {.values = 11})) == "");
  const auto long_keys = "? " + std::string(4000, 'k') + "\n: [" + repeat("1,", 100) + "]\n";
  CHECK(codes(yaml(long_keys, {.place_bytes = 300'000})) == "too-many-values");
  CHECK(codes(yaml(repeat("a: 1\n", 100), {.faults = 3})) ==
        "repeated-key, repeated-key, repeated-key, too-many-faults");
}

TEST_CASE("every beginning of a YAML file is read or refused, never more") {
  const std::string text = "%YAML 1.2\n---\nä: &a [1, 'x', \"\\u00e4\", {b: *a}]\nc: |-\n  t\n? d\n: >\n  e\nf: !t g\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    CAPTURE(length);
    const auto read = yaml(text.substr(0, length));
    CHECK(read.diagnostics().empty() == static_cast<bool>(read));
  }
}
