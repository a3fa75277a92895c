// SPDX-License-Identifier: Apache-2.0
#include "engine/input/read_tree.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "tests/input/faults.h"

using namespace assize::input;

TEST_CASE("a file whose name ends in .json is read as JSON, all else as YAML") {
  const auto [name, code] = GENERATE(table<std::string, std::string>({{"a.json", "json-syntax"},
                                                                      {"a.yaml", ""},
                                                                      {"a.yml", ""},
                                                                      {"json", ""},
                                                                      {"a.json.yaml", ""},
                                                                      {".json", "json-syntax"}}));
  CAPTURE(name);
  CHECK(codes(read_tree({name, "a: 1\n"})) == code);
}

TEST_CASE("a text is refused at its first byte that is no character") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"plain\tä€😀\r\n", ""},
      {"a\n\xC3\xA4\x80", "invalid-utf-8 2:3"},  // a stray continuation
      {"\xC0\xAF", "invalid-utf-8 1:1"},         // overlong
      {"\xC1\xBF", "invalid-utf-8 1:1"},
      {"\xE0\x9F\xBF", "invalid-utf-8 1:1"},
      {"\xE0\xA0\x80", ""},
      {"\xED\x9F\xBF", ""},
      {"\xED\xA0\x80", "invalid-utf-8 1:1"},  // a surrogate
      {"\xF0\x8F\xBF\xBF", "invalid-utf-8 1:1"},
      {"\xF0\x90\x80\x80", ""},
      {"\xF4\x8F\xBF\xBF", ""},
      {"\xF4\x90\x80\x80", "invalid-utf-8 1:1"},  // beyond U+10FFFF
      {"\xF5\x80\x80\x80", "invalid-utf-8 1:1"},
      {"a\xC3", "invalid-utf-8 1:2"},  // cut off
      {"a\xE2\x82", "invalid-utf-8 1:2"},
      {"a\xF0\x9F\x98", "invalid-utf-8 1:2"},
      {"\xFF\xFE"
       "a",
       "invalid-utf-8 1:1"},
      {std::string("a\n\0b", 4), "nul-byte 2:1"},
      {"a\x1B[31m\x07", "control-character 1:2, control-character 1:7"},
      {"\x7F", "control-character 1:1"},
      {"\xC2\x85", "control-character 1:1"},
      {"\xC2\xA0", ""},
      {"\x1F\x0B\xFF\x01", "control-character 1:1, control-character 1:2, invalid-utf-8 1:3"},
  }));
  CAPTURE(text);
  const Source source{{"f.md"}, text};
  CHECK(faults(check_text(source)) == expected);
  if (!expected.empty()) {
    CHECK(faults(read_yaml(source)) == expected);
    CHECK(faults(read_json(source)) == expected);
  }
}

TEST_CASE("a file may have as many bytes as the limit says, and none more") {
  CHECK(check_text({{"f"}, std::string(10, 'x')}, {.file_bytes = 10}).empty());
  CHECK(codes(check_text({{"f"}, std::string(11, 'x')}, {.file_bytes = 10})) == "file-too-large");
  CHECK(check_text({{"f"}, std::string(11, 'x')}, {.file_bytes = 10})[0].place.line == 0);
}

/// A small generator of values, the same on each machine; written as JSON in one of several layouts.
class RandomJson {
 public:
  explicit RandomJson(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}
  std::string value(int depth) {
    const auto kind = next(depth > 0 ? 9 : 7);
    if (kind == 7) return list(depth);
    if (kind == 8) return map(depth);
    static const char* const scalars[] = {"null", "true", "false", "0", "-17", "2.5e-3", "9007199254740993"};
    return next(2) == 0 ? scalars[kind] : text();
  }
  std::string map(int depth) {
    std::string all = "{";
    const auto count = next(5);
    for (unsigned i = 0; i < count; ++i) {
      const std::string key = "\"k" + std::to_string(i) + (next(2) == 0 ? "\"" : " ä/~:#\"");
      all += (i > 0 ? "," : "") + blank() + key + ":" + blank() + value(depth - 1);
    }
    return all + blank() + "}";
  }

 private:
  std::string list(int depth) {
    std::string all = "[";
    const auto count = next(5);
    for (unsigned i = 0; i < count; ++i) all += (i > 0 ? "," : "") + blank() + value(depth - 1);
    return all + blank() + "]";
  }
  std::string text() {
    static const char* const texts[] = {
        "\"\"", "\"true\"", "\"12\"", "\"a: b # c\"", "\"Grüße €😀\"", "\"\\\"\\\\\\/\\n\\t\\u00e4\"", "\"- [x] {y}\""};
    return texts[next(7)];
  }
  std::string blank() {
    static const char* const blanks[] = {"", " ", "\n ", "\r\n\t ", "   "};
    return blanks[next(5)];
  }
  unsigned next(unsigned below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<unsigned>(state_ >> 33) % below;
  }
  std::uint64_t state_;
};

static bool alike(const Tree& a, const Tree& b) {
  const bool same = a.shape == b.shape && a.boolean == b.boolean && a.integer == b.integer && a.number == b.number &&
                    a.text == b.text && a.place == b.place && a.items.size() == b.items.size() &&
                    a.members.size() == b.members.size();
  if (!same) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!alike(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i)
    if (a.members[i].key != b.members[i].key || a.members[i].key_place != b.members[i].key_place ||
        !alike(a.members[i].value, b.members[i].value))
      return false;
  return true;
}

TEST_CASE("JSON read as YAML has the same values at the same places") {
  const auto seed = GENERATE(range(1, 300));
  const std::string text = RandomJson(static_cast<std::uint64_t>(seed)).map(5);
  CAPTURE(seed, text);
  const auto as_json = read_json({{"f"}, text});
  const auto as_yaml = read_yaml({{"f"}, text});
  CHECK(faults(as_json) == "");
  CHECK(faults(as_yaml) == "");
  REQUIRE(as_json);
  REQUIRE(as_yaml);
  CHECK(alike(as_json.value(), as_yaml.value()));
}
