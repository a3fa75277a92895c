// SPDX-License-Identifier: Apache-2.0
#include "engine/model/read_system.h"

#include <catch2/catch.hpp>

#include "tests/laws/shipped.h"

namespace assize::model {
namespace {

SystemRead read(const std::string& content) {
  return read_system(
      laws::tree_of("format: assize/system/1\nid: s\nname: S\nversion: '1'\nprovider: {name: P}\nstage: inception\n"
                    "purpose: {intended: tests}\n" +
                    content));
}

std::string codes(const std::string& content) { return laws::codes_of(read(content).found); }

const char* const two = "elements: [{id: a, kind: k}, {id: b, kind: k}]\n";

}  // namespace

TEST_CASE("a sound description gives no complaint, whatever its kinds are") {
  CHECK(codes(std::string(two) + "flows: [{from: a, to: b, carries: [a]}]\nboundaries: [{id: in, inside: [a]}]\n")
            .empty());
}

TEST_CASE("what is wrong in a description by itself is found, each with its code") {
  const auto [code, content] = GENERATE(table<std::string, std::string>({
      {"duplicate-id", "elements: [{id: a, kind: k}, {id: a, kind: k}]"},
      {"duplicate-id", "elements: [{id: a, kind: k}, {id: b, kind: k}]\nflows: [{id: a, from: a, to: b}]"},
      {"duplicate-id", "elements: [{id: a, kind: k}, {id: b, kind: k}]\nboundaries: [{id: a, inside: [b]}]"},
      {"duplicate-id", "elements: [{id: a, kind: k}, {id: b, kind: k}]\nflows: [{from: a, to: b}, {from: a, to: b}]"},
      {"duplicate-id",
       "elements: [{id: a, kind: k, weaknesses: [{id: w, says: x}]}, {id: b, kind: k, weaknesses: [{id: w, says: "
       "y}]}]"},
      {"unknown-element", "elements: [{id: a, kind: k, uses: [c]}]"},
      {"unknown-element", "elements: [{id: a, kind: k, trained-on: [c]}]"},
      {"unknown-element", "elements: [{id: a, kind: k}]\nflows: [{from: a, to: c}]"},
      {"unknown-element", "elements: [{id: a, kind: k}]\nflows: [{from: c, to: a}]"},
      {"unknown-element", "elements: [{id: a, kind: k}, {id: b, kind: k}]\nflows: [{from: a, to: b, carries: [c]}]"},
      {"unknown-element", "elements: [{id: a, kind: k}]\nboundaries: [{id: in, inside: [c]}]"},
      {"unknown-element",
       "elements: [{id: a, kind: k}]\nharms: [{who: individuals, what: w, when: [{c: integrity}], rating: 2}]"},
      {"self-flow", "elements: [{id: a, kind: k}]\nflows: [{from: a, to: a}]"},
      {"two-boundaries", "elements: [{id: a, kind: k}]\nboundaries: [{id: x, inside: [a]}, {id: y, inside: [a]}]"},
      {"boundary-cycle", "elements: [{id: a, kind: k}]\nboundaries: [{id: x, inside: [x]}]"},
      {"boundary-cycle", "elements: [{id: a, kind: k}]\nboundaries: [{id: x, inside: [y]}, {id: y, inside: [x]}]"},
      {"lineage-cycle", "elements: [{id: a, kind: k, trained-on: [b]}, {id: b, kind: k, derived-from: [a]}]"},
      {"lineage-cycle", "elements: [{id: a, kind: k, fine-tuned-from: [a]}]"},
  }));
  CAPTURE(content);
  CHECK(codes(content + "\n") == code);
}

TEST_CASE("evaluation, holding and use may go in circles: they make nothing") {
  CHECK(
      codes(
          "elements: [{id: a, kind: k, evaluated-on: [b], uses: [b], holds: [b]}, {id: b, kind: k, evaluated-on: [a], "
          "uses: [a], holds: [a]}]\n")
          .empty());
}

TEST_CASE("what is not said has a default") {
  const auto system =
      read(std::string(two) +
           "flows: [{from: a, to: b}]\nboundaries: [{id: in, inside: [a]}, {id: out, inside: [b], kind: public}]\n")
          .system;
  CHECK(system.elements[0].title == "a");
  CHECK(system.flows[0].id.text == "a..b");
  CHECK(system.flows[0].title == "a → b");
  CHECK(system.boundaries[0].kind == BoundaryKind::first_party);
  CHECK(system.boundaries[0].title == "in");
  CHECK(system.boundaries[1].kind == BoundaryKind::open_to_public);
}

TEST_CASE("traits keep every value as text, one or several") {
  const auto system =
      read("elements: [{id: a, kind: k, traits: {one: x, two: [y, z], three: true, four: 3}}]\n").system;
  const auto& traits = system.elements[0].traits;
  CHECK(traits.at("one").values == std::vector<std::string>{"x"});
  CHECK(traits.at("two").values == std::vector<std::string>{"y", "z"});
  CHECK(traits.at("three").values == std::vector<std::string>{"true"});
  CHECK(traits.at("four").values == std::vector<std::string>{"3"});
}

TEST_CASE("each relation is read, and its name is the one in the file") {
  for (const auto& [name, relation] : relations) {
    CAPTURE(name);
    const auto system = read("elements: [{id: a, kind: k, " + std::string(name) + ": [b]}, {id: b, kind: k}]\n").system;
    REQUIRE(system.elements[0].links.size() == 1);
    CHECK(system.elements[0].links[0].relation == relation);
    CHECK(system.elements[0].links[0].to.text == "b");
    CHECK(name_of(relation) == name);
    CHECK(relation_of(name) == relation);
  }
  CHECK_FALSE(relation_of("eats"));
}

TEST_CASE("a rating is one, two or three, and says why") {
  const auto system = read("elements: [{id: a, kind: k, value: {integrity: {rating: 3, because: x}}}]\n").system;
  const auto& rating = system.elements[0].value.at({"integrity"});
  CHECK(rating.rating == 3);
  CHECK(rating.because == "x");
  for (const auto* wrong : {"0", "4", "high", "1.5"}) {
    CAPTURE(wrong);
    CHECK_FALSE(
        codes(std::string("elements: [{id: a, kind: k, value: {integrity: {rating: ") + wrong + ", because: x}}}]\n")
            .empty());
  }
}

TEST_CASE("an unknown key is refused, never passed over") {
  const auto* content =
      GENERATE("elements: [{id: a, kind: k, trated: {}}]\n", "elements: [{id: a, kind: k}]\nflow: []\n",
               "elements: [{id: a, kind: k, trains-on: [b]}]\n");
  CAPTURE(content);
  CHECK(codes(content) == "unknown-key");
}

TEST_CASE("a chain of lineage of ten thousand links is read without deep recursion") {
  std::string elements = "elements:\n";
  for (int i = 0; i < 10000; ++i)
    elements += "  - {id: e" + std::to_string(i) + ", kind: k" +
                (i == 0 ? "" : ", derived-from: [e" + std::to_string(i - 1) + "]") + "}\n";
  CHECK(codes(elements).empty());
}

}  // namespace assize::model
