// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "engine/input/read_tree.h"
#include "tests/input/faults.h"

using namespace assize::input;
using Shape = Tree::Shape;

static Result<Tree> json(const std::string& text, const Limits& limits = {}) {
  return read_json({{"f.json"}, text}, limits);
}

TEST_CASE("a JSON value knows its line, its column in bytes, its length and its pointer") {
  const std::string text =
      "{\n"
      "  \"ä\": \"Grüße\", \"n\" :  -12.5e1 ,\n"          // 2
      "  \"l\": [1,22 , true,null\n"                      // 3
      "    , {\"a/b\": \"x,:y\", \"\\u0041\": [] } ],\n"  // 4
      "\t\"e\": {}}\n";                                   // 5
  const bool crlf = GENERATE(false, true);
  CAPTURE(crlf);
  const auto read = json(crlf ? with_crlf(text) : text);
  REQUIRE(read);
  const auto [pointer, shape, line, column, length] = GENERATE(table<std::string, Shape, int, int, int>({
      {"", Shape::map, 1, 1, 1},
      {"/ä", Shape::text, 2, 9, 9},
      {"/n", Shape::number, 2, 27, 7},
      {"/l", Shape::list, 3, 8, 1},
      {"/l/0", Shape::integer, 3, 9, 1},
      {"/l/1", Shape::integer, 3, 11, 2},
      {"/l/2", Shape::boolean, 3, 16, 4},
      {"/l/3", Shape::null, 3, 21, 4},
      {"/l/4", Shape::map, 4, 7, 1},
      {"/l/4/a~1b", Shape::text, 4, 15, 6},
      {"/l/4/A", Shape::list, 4, 33, 1},
      {"/e", Shape::map, 5, 7, 1},
  }));
  CAPTURE(pointer);
  const Tree* value = at(read.value(), pointer);
  REQUIRE(value != nullptr);
  CHECK(value->shape == shape);
  CHECK(value->place == Place{{"f.json"}, pointer, line, column, length});
}

TEST_CASE("a JSON key knows its place, and a number at the end of the file its length") {
  const auto read = json("{\"ä\" : 1, \"b\":2}");
  REQUIRE(read);
  CHECK(read.value().members[0].key_place == Place{{"f.json"}, "/ä", 1, 2, 4});
  CHECK(read.value().members[1].key_place == Place{{"f.json"}, "/b", 1, 12, 3});
  const auto number = json(" 123");
  REQUIRE(number);
  CHECK(number.value().integer == 123);
  CHECK(number.value().place == Place{{"f.json"}, "", 1, 2, 3});
}

TEST_CASE("what is not JSON, or not for us, is refused where a person would look") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "empty-file 1:1"},
      {" \n", "empty-file 1:1"},
      {"\xEF\xBB\xBF{}", "byte-order-mark 1:1"},
      {"{\"a\":1,\n \"a\":2}", "repeated-key 2:2"},
      {"{\"a\":{\"x\":1,\"x\":2},\"a\":2}", "repeated-key 1:13, repeated-key 1:20"},
      {"[1,]", "json-syntax 1:4"},
      {"[1 22]", "json-syntax 1:4"},
      {"[1,,2]", "json-syntax 1:4"},
      {"{\"a\" 1}", "json-syntax 1:6"},
      {"{\"a\":1,}", "json-syntax 1:8"},
      {"{a: 1}", "json-syntax 1:2"},
      {"{\"a\" \"bc\"}", "json-syntax 1:6"},
      {"[tru]", "json-syntax 1:2"},
      {"[nope]", "json-syntax 1:2"},
      {"[yes]", "json-syntax 1:2"},
      {"['a']", "json-syntax 1:2"},
      {"// no\n{}", "json-syntax 1:1"},
      {"[01]", "json-syntax 1:2"},
      {"[-]", "json-syntax 1:2"},
      {"[1", "json-syntax 1:3"},
      {"{\"a\":", "json-syntax 1:6"},
      {"{\"a\": \"b", "json-syntax 1:7"},
      {"[\"a\nb\"]", "json-syntax 1:4"},
      {"[\"a\\qb\"]", "json-syntax 1:5"},
      {"[\"\\ud800\"]", "json-syntax 1:9"},
      {"{} {}", "json-syntax 1:4"},
      {"[1]]", "json-syntax 1:4"},
      {"[9223372036854775808]", "number-out-of-range 1:2"},
      {"[1, 18446744073709551616]", "number-out-of-range 1:5"},
      {"[1, 1e400]", "number-out-of-range 1:5"},
      {"[\"a\\u0000\"]", "nul-byte 1:2"},
      {"{\"\\u001b\": 1}", "control-character 1:2"},
  }));
  CAPTURE(text);
  const auto read = json(text);
  CHECK(faults(read) == expected);
  for (const auto& fault : read.diagnostics()) {
    CAPTURE(fault.message, fault.help);
    CHECK(fault.message.find("json.exception") == std::string::npos);
  }
}

TEST_CASE("a JSON syntax error says what to do") {
  const auto [text, help] = GENERATE(table<std::string, std::string>({
      {"[1,]", "remove the `,` before it"},
      {"{\"a\":1,\n}", "remove the `,` before it"},
      {"['a']", "JSON knows double quotes only"},
      {"{} // x", "JSON knows no comments"},
      {"{\n\"a\": [1\n", "add the `]` for the bracket in line 2"},
      {"{\n\"a\": \"b\n}", "close the quote, or write `\\n` for a line end and `\\t` for a tab"},
  }));
  CAPTURE(text);
  const auto read = json(text);
  REQUIRE(read.diagnostics().size() == 1);
  CHECK(read.diagnostics()[0].help == help);
}

TEST_CASE("a JSON syntax error says what was found and what should be there") {
  const auto [text, message] = GENERATE(table<std::string, std::string>({
      {"[1,]", "found `]` where a value should be"},
      {"[1 22]", "found `22` where a `,` or `]` should be"},
      {"{\"a\":1,}", "found `}` where a key in double quotes should be"},
      {"{\"a\":1]", "found `]` where a `,` or `}` should be"},
      {"{\"a\" \"bc\"}", "found `\"bc\"` where a `:` should be"},
      {"{} {}", "found `{` where the end of the file should be"},
      {"[tru]", "found `tru` where a value should be"},
  }));
  CAPTURE(text);
  const auto read = json(text);
  REQUIRE(read.diagnostics().size() == 1);
  CHECK(read.diagnostics()[0].message == message);
}

TEST_CASE("hostile JSON is refused, quickly and without exhausting anything") {
  CHECK(codes(json(std::string(100'000, '['))) == "nested-too-deep");
  CHECK(codes(json(std::string(100'000, '[') + std::string(100'000, ']'))) == "nested-too-deep");
  CHECK(codes(json(repeat("{\"a\":", 100'000))) == "nested-too-deep");
  CHECK(codes(json("[" + std::string(40u << 20, ' ') + "]")) == "file-too-large");
  CHECK(codes(json("\"" + std::string(2u << 20, 'x') + "\"")) == "text-too-long");
  CHECK(codes(json("[" + repeat("1,", 9) + "1]", {.values = 10})) == "too-many-values");
  CHECK(codes(json("[" + repeat("1,", 9) + "1]", {.values = 11})) == "");
  CHECK(codes(json(std::string("[1,\0]", 5))) == "nul-byte");
  CHECK(json(std::string(64, '[') + std::string(64, ']')));
  CHECK(codes(json(std::string(65, '[') + std::string(65, ']'))) == "nested-too-deep");
}

TEST_CASE("every beginning of a JSON file is read or refused, never more") {
  const std::string text = "{\"ä\\n\\u00e4\": [1, -2.5e3, true, null, {\"b\": \"x\"}], \"c\": false}";
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    const auto read = json(text.substr(0, length));
    CHECK_FALSE(read);
    CHECK(has_errors(read.diagnostics()));
  }
  CHECK(json(text));
}
