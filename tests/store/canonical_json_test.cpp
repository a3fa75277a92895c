// SPDX-License-Identifier: Apache-2.0
#include "engine/store/canonical_json.h"

#include <catch2/catch.hpp>
#include <string>

using assize::store::canonical_json;

TEST_CASE("a JSON value has one canonical text") {
  struct Case {
    const char* said;
    const char* canonical;
  };
  const auto one = GENERATE(values<Case>({
      {" { } ", "{}"},
      {"[ ]", "[]"},
      {R"({"b": [1, true, null], "a": {"d": 1, "c": 2}})", R"({"a":{"c":2,"d":1},"b":[1,true,null]})"},
      {"-0", "0"},
      {"9007199254740991", "9007199254740991"},
      {R"("\u0041\/\u00e9")", "\"A/\xC3\xA9\""},
      {R"("\t\n\r\"\\")", R"("\t\n\r\"\\")"},
      {R"("\ud83d\ude00")", "\"\xF0\x9F\x98\x80\""},
      // As UTF-16 the surrogates of U+1F600 come before U+FB33 and after U+20AC; as UTF-8 it would be the last.
      {R"({"\ufb33": 1, "\ud83d\ude00": 2, "\u20ac": 3, "a": 4, "": 5})",
       "{\"\":5,\"a\":4,\"\xE2\x82\xAC\":3,\"\xF0\x9F\x98\x80\":2,\"\xEF\xAC\xB3\":1}"},
      {R"({"ab": 1, "a": 2})", R"({"a":2,"ab":1})"},
  }));
  CAPTURE(one.said);
  const auto canonical = canonical_json(one.said);
  REQUIRE(canonical);
  CHECK(canonical.value() == one.canonical);
  const auto again = canonical_json(canonical.value());
  REQUIRE(again);
  CHECK(again.value() == canonical.value());
}

TEST_CASE("what programs could read differently is no payload") {
  const auto* const said = GENERATE("", "{", "1.5", "1e3", "1.0", "9007199254740992", "-9007199254740992",
                                    R"({"a":1,"a":2})", "\"\xFF\"", R"("\u0000")", "nan");
  CAPTURE(said);
  const auto refused = canonical_json(said);
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics().front().code == "store-entry");
}

TEST_CASE("control characters in a string are escaped the short way where JSON has one") {
  std::string text;
  assize::store::append_json_string(text, std::string("\0\b\t\n\f\r\x1F\x7F\"\\", 10));
  CHECK(text == "\"\\u0000\\b\\t\\n\\f\\r\\u001f\x7F\\\"\\\\\"");
}
