// SPDX-License-Identifier: Apache-2.0
// Writes a project of about N elements: estates of 14 elements each, as a real triage or retrieval system has, joined
// by flows. usage: generate N FOLDER. The same N gives the same bytes.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

std::string estate(int number, std::string& flows, std::string& boundary) {
  const auto n = std::to_string(number);
  const auto id = [&](const char* name) { return std::string(name) + "-" + n; };
  const auto rating = [](const char* objective, int value) {
    return std::string(objective) + ": {rating: " + std::to_string(value) + ", because: made for measuring}";
  };
  std::string text;
  const auto element = [&](const char* name, const char* kind, const std::string& rest) {
    text += "  - {id: " + id(name) + ", kind: " + kind + ", title: " + name + " " + n +
            (rest.empty() ? "" : ", " + rest) + "}\n";
  };
  const bool speaks = number % 3 == 0;
  element("user", "end-user", "");
  element("records", "personal-data", "traits: {personal-data: [health]}");
  element("training", "training-data",
          "traits: {origin: " + std::string(number % 2 ? "web" : "own") +
              ", personal-data: [ordinary], confidentiality: confidential}, derived-from: [" + id("records") +
              "], value: {" + rating("integrity", 1 + number % 3) + "}");
  element("tests", "validation-data", "");
  element("model", "model",
          std::string("traits: {task: ") + (speaks ? "language" : "classification") +
              ", weights: internal, origin: own, input: [text]}, trained-on: [" + id("training") +
              "], evaluated-on: [" + id("tests") + "], value: {" + rating("integrity", 3) + ", " +
              rating("availability", 2) + "}");
  element("api", "inference-api",
          "traits: {access: customers, returns: [score]}, value: {" + rating("availability", 2) + "}");
  element("service", "inference-service",
          "traits: {hosting: public-cloud, containers: true}, uses: [" + id("model") + "]");
  element("app", "application",
          "traits: {access: customers, renders-output: true}, value: {" + rating("confidentiality", 2) + "}");
  element("store", "database",
          "traits: {encrypted: false}, holds: [" + id("records") + "], value: {" + rating("confidentiality", 3) + "}");
  element("pipeline", "ml-pipeline", "traits: {ci-cd: true}");
  element("logs", "logs", "");
  element("cluster", "compute-infrastructure", "traits: {hosting: public-cloud}");
  element("overseer", "human-overseer", "traits: {can-intervene: true}");
  element("keys", "secrets", "");
  const auto flow = [&](const char* from, const char* to, const char* over, const char* carries) {
    flows += "  - {from: " + id(from) + ", to: " + id(to) + ", traits: {over: " + over + "}" +
             (*carries ? ", carries: [" + id(carries) + "]" : "") + "}\n";
  };
  flow("user", "app", "internet", "");
  flow("app", "api", "internal-network", "records");
  flow("api", "service", "internal-network", "");
  flow("service", "model", "in-process", "");
  flow("model", "overseer", "internal-network", "");
  flow("store", "pipeline", "internal-network", "records");
  flow("pipeline", "model", "internal-network", "");
  flow("app", "logs", "internal-network", "");
  flow("app", "store", "internal-network", "records");
  if (number > 0)
    flows += "  - {from: app-" + std::to_string(number - 1) + ", to: api-" + n + ", traits: {over: internet}}\n";
  boundary += "  - {id: estate-" + n + ", kind: " + (number % 5 == 4 ? "third-party" : "first-party") + ", inside: [" +
              id("training") + ", " + id("model") + ", " + id("service") + ", " + id("store") + ", " + id("pipeline") +
              ", " + id("cluster") + "]}\n";
  return text;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: generate ELEMENTS FOLDER\n";
    return 2;
  }
  const int elements = std::atoi(words[1]);
  const std::filesystem::path folder = words[2];
  std::filesystem::create_directories(folder);
  std::string body, flows, boundaries;
  const int estates = elements < 14 ? 1 : elements / 14;
  for (int i = 0; i < estates; ++i) body += estate(i, flows, boundaries);
  std::ofstream(folder / "assize.yaml") << "format: assize/project/1\ntitle: Measured\nas-of: 2026-11-20\npeople:\n  - "
                                           "{id: owner, role: owner, title: Owner}\n";
  std::ofstream(folder / "system.yaml") << "format: assize/system/1\nid: measured\nname: Measured\nversion: "
                                           "\"1\"\nprovider: {name: Example}\nstage: operation-monitoring\n"
                                        << "purpose: {intended: Made for measuring.}\nboundaries:\n"
                                        << boundaries << "elements:\n"
                                        << body << "flows:\n"
                                        << flows;
  std::ofstream(folder / "implementations.yaml")
      << "format: assize/implementations/1\nimplementations:\n"
      << "  - {control: MTG-049, status: in-place, owner: owner}\n  - {control: MTG-044, status: in-place, owner: "
         "owner, evidence: [EV-1]}\n"
      << "  - {control: MTG-035, status: planned, owner: owner}\n  - {control: MTG-041, status: in-place, owner: "
         "owner, evidence: [EV-1]}\n";
  std::ofstream(folder / "evidence.yaml") << "format: assize/evidence/1\nevidence:\n  - {id: EV-1, kind: record, "
                                             "title: Record, reference: kept elsewhere, made: 2026-01-01}\n";
  return 0;
}
