// SPDX-License-Identifier: Apache-2.0
#include "engine/input/check_schema.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "engine/input/read_tree.h"
#include "tests/input/faults.h"

using namespace assize::input;

static Result<Schema> compile(const std::string& text) {
  const auto tree = read_yaml({{"s.json"}, text});
  REQUIRE(tree);
  return Schema::read(tree.value());
}
static Diagnostics check(const std::string& schema, const std::string& value) {
  const auto compiled = compile(schema);
  CAPTURE(schema, codes(compiled));
  REQUIRE(compiled);
  const auto tree = read_yaml({{"v.yaml"}, value});
  REQUIRE(tree);
  return compiled.value().check(tree.value());
}

TEST_CASE("each keyword of a schema accepts and refuses what it says") {
  const auto [schema, value, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"true", "1", ""},
      {"false", "1", "wrong-type"},
      {"{}", "[1, {a: ~}]", ""},
      {"type: string", "a", ""},
      {"type: string", "1", "wrong-type"},
      {"type: string", "~", "wrong-type"},
      {"type: integer", "1", ""},
      {"type: integer", "1.0", "wrong-type"},
      {"type: number", "1", ""},
      {"type: number", "1.5", ""},
      {"type: number", "'1'", "wrong-type"},
      {"type: boolean", "true", ""},
      {"type: boolean", "yes", "wrong-type"},
      {"type: 'null'", "~", ""},
      {"type: array", "[]", ""},
      {"type: array", "{}", "wrong-type"},
      {"type: object", "{}", ""},
      {"type: [string, array]", "[]", ""},
      {"type: [string, array]", "1", "wrong-type"},
      {"properties: {a: {type: string}}", "{a: x, b: 1}", ""},
      {"properties: {a: {type: string}}", "{a: 1}", "wrong-type"},
      {"properties: {a: {type: string}}", "[1]", ""},
      {"properties: {a: false}", "{a: 1}", "wrong-type"},
      {"required: [a, b]", "{b: 1}", "missing-key"},
      {"required: [a, b]", "{}", "missing-key, missing-key"},
      {"required: [a, b]", "{a: ~, b: ~}", ""},
      {"{required: [a], additionalProperties: false}", "{a: 1}", "unknown-key"},
      {"additionalProperties: {type: integer}", "{a: 1, b: x}", "wrong-type"},
      {"{properties: {a: {}}, additionalProperties: {type: integer}}", "{a: x, b: 1}", ""},
      {"{properties: {a: {}}, additionalProperties: false}", "{a: 1, b: 1, c: 1}", "unknown-key, unknown-key"},
      {"{patternProperties: {'^x-': {type: integer}}, additionalProperties: false}", "{x-a: 1}", ""},
      {"{patternProperties: {'^x-': {type: integer}}, additionalProperties: false}", "{x-a: a, y: 1}",
       "unknown-key, wrong-type"},
      {"propertyNames: {pattern: '^[a-z]+$'}", "{ab: 1, A: 1}", "bad-pattern"},
      {"propertyNames: {anyOf: [{const: a}, {const: b}]}", "{a: 1, b: 1, c: 1}", "not-one-of"},
      {"items: {type: integer}", "[1, x, 2, y]", "wrong-type, wrong-type"},
      {"items: {type: integer}", "{a: x}", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "a", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "1.0", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "~", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "[x]", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "{k: v}", ""},
      {"enum: [a, 1, ~, [x], {k: v}]", "'1'", "not-one-of"},
      {"const: {a: 1, b: 2}", "{b: 2, a: 1}", ""},
      {"const: {a: 1, b: 2}", "{b: 2, a: 2}", "not-one-of"},
      {"const: 9007199254740993", "9007199254740992.0", "not-one-of"},
      {"{minimum: 0, maximum: 1}", "0", ""},
      {"{minimum: 0, maximum: 1}", "1.0", ""},
      {"{minimum: 0, maximum: 1}", "-0.001", "out-of-range"},
      {"{minimum: 0, maximum: 1}", "1.001", "out-of-range"},
      {"{minimum: 0, maximum: 1}", "text", ""},
      {"{minLength: 2, maxLength: 3}", "äö", ""},
      {"{minLength: 2, maxLength: 3}", "äöü", ""},
      {"{minLength: 2, maxLength: 3}", "ä", "wrong-length"},
      {"{minLength: 2, maxLength: 3}", "äöüß", "wrong-length"},
      {"{minItems: 1, maxItems: 2}", "[]", "wrong-length"},
      {"{minItems: 1, maxItems: 2}", "[1, 2]", ""},
      {"{minItems: 1, maxItems: 2}", "[1, 2, 3]", "wrong-length"},
      {"{minProperties: 1, maxProperties: 2}", "{}", "wrong-length"},
      {"{minProperties: 1, maxProperties: 2}", "{a: 1, b: 1, c: 1}", "wrong-length"},
      {"uniqueItems: true", "[1, '1', true, [1], {a: 1}, ~]", ""},
      {"uniqueItems: true", "[1, 2, 1.0, 1]", "repeated-item, repeated-item"},
      {"uniqueItems: true", "[{a: 1, b: 2}, {b: 2, a: 1}]", "repeated-item"},
      {"uniqueItems: false", "[1, 1]", ""},
      {"pattern: b", "abc", ""},
      {"pattern: ^b", "abc", "bad-pattern"},
      {"pattern: ^b", "1", ""},
      {"format: date", "2024-02-29", ""},
      {"format: date", "2023-02-29", "not-a-date"},
      {"format: date", "1", ""},
      {"anyOf: [{type: integer}, {type: string}]", "x", ""},
      {"anyOf: [{type: integer}, {minimum: 1}]", "2", ""},
      {"oneOf: [{type: integer}, {minimum: 1}]", "2", "fits-several"},
      {"oneOf: [{type: integer}, {minimum: 1}]", "0", ""},
      {"{$ref: '#/$defs/a', $defs: {a: {type: string}}}", "1", "wrong-type"},
      {"{$ref: '#/$defs/a', $defs: {a: {type: string}}, minLength: 2}", "x", "wrong-length"},
      {"{items: {$ref: '#'}, type: array}", "[[], [[]]]", ""},
      {"{items: {$ref: '#'}, type: array}", "[[], [[1]]]", "wrong-type"},
      {"{title: t, description: d, examples: [1], default: 1, $schema: s, $id: i, $comment: c, deprecated: true}", "1",
       ""},
  }));
  CAPTURE(schema, value);
  CHECK(codes(check(schema, value)) == expected);
}

TEST_CASE("a schema says nothing that is not checked") {
  const auto [schema, expected] = GENERATE(table<std::string, std::string>({
      {"allOf: []", "schema-keyword"},
      {"{not: {}, if: {}}", "schema-keyword, schema-keyword"},
      {"properties: {a: {exclusiveMinimum: 1}}", "schema-keyword"},
      {"format: email", "schema-keyword"},
      {"type: text", "schema-value"},
      {"type: [string, 1]", "schema-value"},
      {"minItems: -1", "schema-value"},
      {"minimum: x", "schema-value"},
      {"required: a", "schema-value"},
      {"required: [1]", "schema-value"},
      {"anyOf: []", "schema-value"},
      {"items: 1", "schema-value"},
      {"pattern: '('", "schema-value"},
      {"pattern: '(?=x)'", "schema-value"},
      {"patternProperties: {'[': {}}", "schema-value"},
      {"{enum: [1], const: 1}", "schema-value"},
      {"items: {$defs: {}}", "schema-value"},
      {"$ref: '#/$defs/none'", "schema-reference"},
      {"$ref: other.json", "schema-reference"},
      {"$ref: '#'", "schema-reference"},
      {"{anyOf: [{$ref: '#/$defs/a'}], $defs: {a: {oneOf: [{$ref: '#/$defs/b'}]}, b: {$ref: '#/$defs/a'}}}",
       "schema-reference"},
  }));
  CAPTURE(schema);
  CHECK(codes(compile(schema)) == expected);
}

static const char* const flows = R"(
title: System
type: object
additionalProperties: false
required: [name]
properties:
  name: {type: string, description: what people call it}
  flows:
    type: array
    items: {$ref: "#/$defs/flow"}
  when: {$ref: "#/$defs/condition"}
  kind: {oneOf: [{const: component, description: c}, {const: dataset, description: d}], description: its sort}
  owner: {type: [string, array]}
  tags: {anyOf: [{type: string, pattern: "^[a-z]+$"}, {type: array, items: {type: string}}]}
  day: {type: string, format: date}
  points: {type: integer, minimum: 0}
  on: {type: boolean}
  shape:
    oneOf:
      - {type: object, required: [form, radius], properties: {form: {const: circle}, radius: {type: number}}, additionalProperties: false}
      - {type: object, required: [form, side], properties: {form: {const: square}, side: {type: number}}, additionalProperties: false}
$defs:
  flow:
    title: Flow
    type: object
    additionalProperties: false
    required: [from, to]
    properties: {from: {type: string}, to: {type: string}}
  condition:
    title: a condition
    oneOf:
      - {type: string}
      - {type: object, additionalProperties: false, required: [all], properties: {all: {type: array, items: {$ref: "#/$defs/condition"}}}}
      - {type: object, additionalProperties: false, required: [any], properties: {any: {type: array, items: {$ref: "#/$defs/condition"}}}}
)";

TEST_CASE("a fault has a message, a place and a way out that a person can use") {
  const auto [value, place, message, help] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"name: x\nflows:\n  - {fro: a, to: b}\n", "unknown-key 3:6", "unknown key `fro` in a flow",
       "did you mean `from`?"},
      {"name: x\nflows: [{from: a, to: b, zzz: 1}]\n", "unknown-key 2:26", "unknown key `zzz` in a flow",
       "known here: `from` or `to`"},
      {"flows: []\n", "missing-key 1:1", "the key `name` is missing in a system", "`name`: what people call it"},
      {"name: x\nflows:\n  - from: a\n", "missing-key 3:5", "the key `to` is missing in a flow", ""},
      {"name: 5\n", "wrong-type 1:7", "expected text, found a whole number", "put it in quotes: `\"5\"`"},
      {"name:\n", "wrong-type 1:6", "expected text, found nothing", "write a value, or remove the key"},
      {"name: x\npoints: '5'\n", "wrong-type 2:9", "expected a whole number, found text", "write it without quotes"},
      {"name: x\npoints: -5\n", "out-of-range 2:9", "expected at least 0, found `-5`", ""},
      {"name: x\non: yes\n", "wrong-type 2:5", "expected true or false, found text", "write `true`"},
      {"name: x\nflows: a\n", "wrong-type 2:8", "expected a list, found text", "a list of one is written `[a]`"},
      {"name: x\nowner: {}\n", "wrong-type 2:8", "expected text or a list, found a map", ""},
      {"name: x\nkind: compnent\n", "not-one-of 2:7", "expected `component` or `dataset`, found `compnent`",
       "did you mean `component`?"},
      {"name: x\nkind: 7\n", "not-one-of 2:7", "expected `component` or `dataset`, found `7`", "its sort"},
      {"name: x\nday: 2023-02-29\n", "not-a-date 2:6", "`2023-02-29` is no day of the calendar",
       "write a day as year, month and day: `2026-01-31`"},
      {"name: x\ntags: ABC\n", "bad-pattern 2:7", "`ABC` does not match the pattern `^[a-z]+$`", ""},
      {"name: x\ntags: [a, 1]\n", "wrong-type 2:11", "expected text, found a whole number",
       "put it in quotes: `\"1\"`"},
      {"name: x\ntags: {}\n", "wrong-type 2:7", "expected text or a list, found a map", ""},
      {"name: x\nwhen: {any: [a, {all: [b, 3]}]}\n", "wrong-type 2:27", "expected text or a map, found a whole number",
       "put it in quotes: `\"3\"`"},
      {"name: x\nwhen: {any: [a, {alll: [b]}]}\n", "unknown-key 2:18", "unknown key `alll`", "did you mean `all`?"},
      {"name: x\nshape: {form: square, radius: 1, side: a}\n", "unknown-key 2:23, wrong-type 2:40",
       "unknown key `radius`", "known here: `form` or `side`"},
      {"name: x\nshape: {form: circle, side: 1}\n", "missing-key 2:8, unknown-key 2:23", "the key `radius` is missing",
       ""},
  }));
  CAPTURE(value);
  const auto found = check(flows, value);
  CHECK(faults(found) == place);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].message == message);
  CHECK(found[0].help == help);
}

TEST_CASE("a key that is probably a misspelt required key is one fault and not two") {
  CHECK(codes(check(flows, "nam: x\n")) == "unknown-key");
  CHECK(codes(check(flows, "other: x\n")) == "missing-key, unknown-key");
}

TEST_CASE("a fault keeps the pointer of the value it is about") {
  const auto found = check(flows, "name: x\nflows:\n  - {from: a, to: 1, x: y}\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].place == Place{{"v.yaml"}, "/flows/0/x", 3, 22, 1});
  CHECK(found[1].place == Place{{"v.yaml"}, "/flows/0/to", 3, 19, 1});
}

TEST_CASE("checking ends soon however much is wrong and however deep") {
  CHECK(check(flows, "name: x\nflows:\n" + repeat("- 1\n", 5000)).size() == 1001);
  std::string keys;
  for (int i = 0; i < 20'000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  CHECK(check(flows, keys).size() == 1001);
  // Both branches look into each other's values: without memory that is 2^60 questions.
  const auto tangled =
      "{anyOf: [{type: array, items: {$ref: '#'}}, {items: {$ref: '#'}, type: array, minItems: 1}, {const: x}]}";
  CHECK(codes(check(tangled, std::string(60, '[') + "y" + std::string(60, ']'))) == "not-one-of");
  CHECK(codes(check(tangled, std::string(60, '[') + "x" + std::string(60, ']'))) == "");
  CHECK(codes(check("uniqueItems: true", "[" + repeat("{a: [1, 2]}, ", 20'000) + "1]")).size() > 1000);
}

TEST_CASE("each schema of ours is built in and compiles") {
  for (const auto& file : std::filesystem::directory_iterator(ASSIZE_SOURCE_DIR "/schemas")) {
    const std::string ending = ".schema.json", name = file.path().filename().string();
    if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending) continue;
    CAPTURE(name);
    const auto text = schema_text(name.substr(0, name.size() - ending.size()));
    REQUIRE_FALSE(text.empty());
    const auto tree = read_json({name, std::string(text)});
    CHECK(faults(tree) == "");
    REQUIRE(tree);
    CHECK(faults(Schema::read(tree.value())) == "");
  }
  CHECK(schema_text("none").empty());
}
