// SPDX-License-Identifier: Apache-2.0
// What the shipped vocabulary makes of small descriptions: the facts that most threats rest on.
#include <catch2/catch.hpp>

#include "engine/model/read_system.h"
#include "engine/walk/facts.h"
#include "tests/laws/shipped.h"

namespace assize::walk {
namespace {

const catalogue::CatalogueRead& vocabulary() {
  static const auto read = laws::read_shipped({"vocabulary"});
  return read;
}

/// Ids of the elements, then the flows, for which the fact holds; "system" when it holds for the system.
std::string holding(const std::string& fact, const std::string& described) {
  const auto read =
      model::read_system(laws::tree_of("format: assize/system/1\nid: s\nname: S\nversion: \"1\"\nprovider: {name: "
                                       "P}\nstage: inception\npurpose: {intended: tests}\n" +
                                       described + "\n"));
  REQUIRE(laws::said(read.found).empty());
  for (const auto& element : read.system.elements) {
    CAPTURE(element.kind.value.text);
    REQUIRE(vocabulary().catalogue.vocabulary.kind(element.kind.value.text) >= 0);
  }
  const auto facts = derive(read.system, vocabulary().catalogue, {});
  const int found = vocabulary().catalogue.vocabulary.fact(fact);
  CAPTURE(fact);
  REQUIRE(found >= 0);
  const auto at = static_cast<std::size_t>(found);
  std::string names = facts.of_system[at] ? "system" : "";
  for (std::size_t i = 0; i < facts.elements.size(); ++i)
    if (facts.of_element[at][i]) names += (names.empty() ? "" : " ") + facts.elements[i]->id.text;
  for (std::size_t i = 0; i < read.system.flows.size(); ++i)
    if (facts.of_flow[at][i]) names += (names.empty() ? "" : " ") + read.system.flows[i].id.text;
  return names;
}

}  // namespace

TEST_CASE("the shipped vocabulary is sound by itself") { CHECK(laws::said(vocabulary().found).empty()); }

TEST_CASE("untrusted: the public, their content and their places, unless said otherwise") {
  CHECK(holding("untrusted",
                "elements: [{id: user, kind: end-user}, {id: colleague, kind: end-user, traits: {trust: trusted}}, "
                "{id: page, kind: external-content}, "
                "{id: app, kind: application}, {id: kiosk, kind: application}, {id: bad, kind: database, traits: "
                "{trust: untrusted}}, {id: staff, kind: staff}]\n"
                "boundaries: [{id: street, kind: public, inside: [kiosk]}]") == "user page kiosk bad");
}

TEST_CASE("untrusted input travels along flows in their direction") {
  const std::string elements =
      "elements: [{id: user, kind: end-user}, {id: api, kind: inference-api}, {id: service, kind: inference-service}, "
      "{id: store, kind: database}, {id: admin, kind: staff}]\n";
  CHECK(holding("untrusted-input", elements + "flows: [{id: f1, from: user, to: api}, {id: f2, from: api, to: "
                                              "service}, {id: f3, from: store, to: service}]") == "api service f1 f2");
  CHECK(holding("untrusted-input",
                elements + "flows: [{id: f1, from: api, to: user}, {id: f2, from: admin, to: api}]") == "");
}

TEST_CASE("a boundary is crossed when the ends lie in different ones, nested ones among them") {
  const std::string elements =
      "elements: [{id: a, kind: application}, {id: b, kind: database}, {id: c, kind: database}, {id: d, kind: "
      "database}]\n";
  CHECK(holding("crosses-boundary",
                elements + "flows: [{id: f, from: a, to: b}, {id: g, from: b, to: c}, {id: h, from: c, to: d}]\n"
                           "boundaries: [{id: x, inside: [a, b]}, {id: y, inside: [c]}]") == "b c d g h");
  CHECK(holding("crosses-boundary",
                elements +
                    "flows: [{id: f, from: a, to: b}]\nboundaries: [{id: x, inside: [a, y]}, {id: y, inside: [b]}]") ==
        "a b f");
  CHECK(holding("crosses-boundary", elements + "flows: [{id: f, from: a, to: b}]") == "");
}

TEST_CASE("lineage: what goes into a model, by any number of steps, but not what it is judged with") {
  const std::string described =
      "elements: [{id: raw, kind: dataset}, {id: clean, kind: training-data, derived-from: [raw]}, {id: net, kind: "
      "model, trained-on: [clean], evaluated-on: [held-out]}, "
      "{id: held-out, kind: validation-data}, {id: other, kind: dataset}]";
  CHECK(holding("upstream-of-model", described) == "raw clean");
  CHECK(holding("own-training", described) == "net");
  const auto trains = holding("trains-model", described);
  CHECK(trains == "system raw clean net");
}

TEST_CASE("no model is trained where a model is only bought") {
  const auto bought = std::string(
      "elements: [{id: net, kind: model, traits: {origin: third-party}, provided-by: [vendor]}, {id: vendor, kind: "
      "supplier}, {id: d, kind: dataset}]");
  CHECK(holding("trains-model", bought) == "");
  CHECK(holding("uses-third-party-model", bought) == "system net");
  CHECK(holding("from-third-party", bought).find("net") != std::string::npos);
}

TEST_CASE("personal data from elsewhere needs both: that it is personal, and that it came from another party") {
  CHECK(holding("personal-data-from-elsewhere",
                "elements: [{id: own, kind: personal-data}, {id: bought, kind: personal-data, provided-by: [vendor]}, "
                "{id: figures, kind: dataset, provided-by: [vendor]}, "
                "{id: derived, kind: training-data, derived-from: [bought]}, {id: vendor, kind: supplier}]") ==
        "bought derived");
}

TEST_CASE("traits of data: none is no personal data") {
  CHECK(holding("processes-personal-data", "elements: [{id: a, kind: dataset, traits: {personal-data: none}}]") == "");
  CHECK(holding("processes-personal-data", "elements: [{id: a, kind: dataset, traits: {personal-data: health}}]") ==
        "system");
}

TEST_CASE("a flow over a network is exposed, and without encryption when nobody says it has any") {
  const auto flows = [](const std::string& traits) {
    return "elements: [{id: a, kind: application}, {id: b, kind: database}]\nflows: [{id: f, from: a, to: b, traits: " +
           traits + "}]";
  };
  const auto [traits, exposed, bare] = GENERATE(table<std::string, std::string, std::string>({
      {"{over: internet}", "a b f", "f"},
      {"{over: internet, encrypted: true}", "a b f", ""},
      {"{over: internet, encrypted: false}", "a b f", "f"},
      {"{over: in-process}", "", ""},
      {"{over: hand}", "", ""},
      {"{}", "", ""},
  }));
  CAPTURE(traits);
  CHECK(holding("network-exposed", flows(traits)) == exposed);
  CHECK(holding("unencrypted-network", flows(traits)) == bare);
}

TEST_CASE("what runs where: a model at its vendor is hosted, one in a third party's boundary too") {
  CHECK(holding("uses-hosted-model", "elements: [{id: net, kind: model, traits: {hosting: vendor}}]") == "system net");
  CHECK(holding("uses-hosted-model",
                "elements: [{id: net, kind: model}]\nboundaries: [{id: x, kind: third-party, inside: [y]}, {id: y, "
                "inside: [net]}]") == "system net");
  CHECK(holding("uses-hosted-model", "elements: [{id: net, kind: model, traits: {hosting: own-premises}}]") == "");
  CHECK(holding("self-hosted-model", "elements: [{id: net, kind: model, traits: {hosting: own-premises}}]") ==
        "system net");
}

TEST_CASE("agents: what they use, and what they can do with it") {
  const std::string described =
      "elements: [{id: bot, kind: agent, uses: [mail, calc]}, {id: mail, kind: agent-tool, traits: {effect: "
      "send-outside}}, "
      "{id: calc, kind: agent-tool, traits: {effect: read}}, {id: idle, kind: agent}]";
  CHECK(holding("agent-outbound-channel", described) == "bot mail");
  CHECK(holding("agent-write-actions", described) == "");
  CHECK(holding("agentic", described) == "system bot mail calc idle");
}

}  // namespace assize::walk
