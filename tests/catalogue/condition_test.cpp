// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/condition.h"

#include <catch2/catch.hpp>

#include "tests/laws/shipped.h"

namespace assize::catalogue {
namespace {

/// The condition as nested words, so that a table can show what was read.
std::string written(const Condition& condition) {
  static const char* const names[] = {
      "always",    "all",       "any",      "not",         "is",        "trait",     "has",          "fact",
      "somewhere", "some-flow", "linked",   "linked-from", "goes-into", "made-from", "reached-from", "reaches",
      "on-flow",   "flow-in",   "flow-out", "carried-by",  "carries",   "starts-at", "ends-at",      "crosses-boundary",
      "inside",    "stage"};
  std::string text = names[static_cast<std::size_t>(condition.word)];
  std::string inner = condition.name;
  for (const auto& name : condition.names) inner += (inner.empty() ? "" : " ") + name;
  for (const auto relation : condition.by) inner += (inner.empty() ? "" : " ") + std::string(model::name_of(relation));
  for (const auto& part : condition.parts) inner += (inner.empty() ? "" : " ") + written(part);
  return inner.empty() ? text : text + "(" + inner + ")";
}

}  // namespace

TEST_CASE("a condition is a map of words, all of which must hold") {
  const auto [yaml, read] = GENERATE(table<std::string, std::string>({
      {"{always: true}", "always"},
      {"{is: model}", "is(model)"},
      {"{is: [model, data]}", "is(model data)"},
      {"{has: colour}", "has(colour)"},
      {"{fact: red}", "fact(red)"},
      {"{trait: {a: b}}", "trait(a b)"},
      {"{trait: {a: [b, c]}}", "trait(a b c)"},
      {"{trait: {a: true}}", "trait(a true)"},
      {"{trait: {a: b, c: d}}", "all(trait(a b) trait(c d))"},
      {"{is: model, fact: red}", "all(is(model) fact(red))"},
      {"{is: model, always: true}", "is(model)"},
      {"{not: {is: model}}", "not(is(model))"},
      {"{not: {is: model, has: a}}", "not(all(is(model) has(a)))"},
      {"{any: [{is: a}, {is: b}]}", "any(is(a) is(b))"},
      {"{any: [{is: a, has: b}]}", "any(all(is(a) has(b)))"},
      {"{all: [{is: a}, {is: b}]}", "all(is(a) is(b))"},
      {"{somewhere: {is: a}}", "somewhere(is(a))"},
      {"{some-flow: {trait: {over: radio}}}", "some-flow(trait(over radio))"},
      {"{linked: {by: [uses, holds], to: {is: a}}}", "linked(uses holds is(a))"},
      {"{linked-from: {by: [trained-on], from: {always: true}}}", "linked-from(trained-on always)"},
      {"{goes-into: {is: a}}", "goes-into(is(a))"},
      {"{made-from: {is: a}}", "made-from(is(a))"},
      {"{reached-from: {is: a}}", "reached-from(is(a))"},
      {"{reaches: {is: a}}", "reaches(is(a))"},
      {"{on-flow: {carries: {is: a}}}", "on-flow(carries(is(a)))"},
      {"{flow-in: {starts-at: {is: a}}}", "flow-in(starts-at(is(a)))"},
      {"{flow-out: {ends-at: {is: a}}}", "flow-out(ends-at(is(a)))"},
      {"{carried-by: {ends-at: {is: a}}}", "carried-by(ends-at(is(a)))"},
      {"{starts-at: {is: a}}", "starts-at(is(a))"},
      {"{crosses-boundary: true}", "crosses-boundary"},
      {"{inside: public}", "inside(public)"},
      {"{stage: [inception, retirement]}", "stage(inception retirement)"},
  }));
  CHECK(written(read_condition(laws::tree_of(yaml))) == read);
}

TEST_CASE("a condition of a catalogue that is no word, or has no sense, is refused by the schema") {
  const auto* when = GENERATE("{iz: model}", "{always: false}", "{crosses-boundary: false}", "{all: []}", "{}",
                              "{linked: {by: [eats], to: {is: a}}}", "{trait: {}}", "{not: [{is: a}]}");
  CAPTURE(when);
  const auto read = laws::own_pack(
      std::string("kinds: [{id: a, title: A}]\nfacts: [{id: f, title: T, says: S., of: [element], when: ") + when +
      "}]\n");
  CHECK(input::has_errors(read.found));
}

}  // namespace assize::catalogue
