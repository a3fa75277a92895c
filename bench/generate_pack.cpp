// SPDX-License-Identifier: Apache-2.0
// Writes a catalogue pack of THREATS threats and CONTROLS controls of its own words, with requirements and mappings,
// and a case, into FOLDER. Conditions, adjustments, floors and chains are like those of the shipped packs. The same
// numbers give the same bytes. usage: generate_pack THREATS CONTROLS FOLDER
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

std::string number(int i) {
  auto text = std::to_string(i);
  return std::string(text.size() < 5 ? 5 - text.size() : 0, '0') + text;
}

const char* const kinds[] = {"training-data", "model", "inference-api", "application", "database",
                             "ml-pipeline",   "logs",  "secrets",       "network",     "compute-infrastructure"};
const char* const conditions[] = {"{fact: trains-model}",
                                  "{fact: untrusted-input}",
                                  "{any: [{fact: internet-facing}, {fact: network-exposed}]}",
                                  "{not: {trait: {encrypted: true}}}",
                                  "{always: true}",
                                  "{fact: holds-personal-data}",
                                  "{trait: {access: [public, customers]}}"};
const char* const times[] = {"day", "week", "month", "three-months"};
const char* const skills[] = {"layman", "proficient", "expert"};

std::string threat(int i) {
  const auto id = "BEN-" + number(i);
  const auto level = [](const std::string& factor, const std::string& value) {
    return "      " + factor + ": {level: " + value + ", because: made for measuring}\n";
  };
  return "  - id: " + id + "\n    title: Threat " + number(i) +
         "\n    says: A made threat.\n    family: manipulation\n    nature: adversarial\n    scheme: attack\n    "
         "touches: [" +
         kinds[i % 10] + "]\n    when: " + conditions[i % 7] +
         "\n    hits: [integrity]\n    stages: [operation-monitoring]\n    harms: [organisation]\n    rating:\n" +
         level("time", times[i % 4]) + level("expertise", skills[i % 3]) + level("knowledge", "restricted") +
         level("opportunity", "moderate") + level("equipment", "standard") + level("intensity", "single") +
         "    adjust:\n      - {when: {fact: internet-facing}, set: {opportunity: easy}, because: made for measuring}\n"
         "    basis: judgement\n    references: [\"BENCH:" +
         std::to_string(i % 50) + "\"]\n";
}

std::string control(int i, int threats) {
  std::string text =
      "  - id: BMT-" + number(i) + "\n    title: Control " + number(i) + "\n    says: A made control.\n    treats:\n";
  for (int k = 0; k < 3; ++k)
    text += "      - {threat: BEN-" + number((i * 7 + k * 13) % threats) +
            ", floor: {expertise: expert}, basis: judgement, because: made for measuring}\n";
  return text;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: generate_pack THREATS CONTROLS FOLDER\n";
    return 2;
  }
  const int threats = std::atoi(words[1]), controls = std::atoi(words[2]);
  const std::filesystem::path folder = words[3];
  std::filesystem::create_directories(folder / "cases");
  const auto write = [&](const char* name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
  };
  const std::string head = "format: assize/catalogue/1\n";
  write("pack.yaml",
        "format: assize/pack/1\nid: bench\ntitle: Made for measuring\nversion: 1.0.0\nlicence: Apache-2.0\nprefix: "
        "\"\"\nsources:\n  - {id: BENCH, title: Made for measuring, edition: \"1\", licence: Apache-2.0, verification: "
        "made}\nverification: {state: judgement, note: made for measuring}\nfiles: [threats.yaml, controls.yaml, "
        "requirements.yaml, references.yaml]\n");
  auto text = head + "threats:\n";
  for (int i = 0; i < threats; ++i) text += threat(i);
  write("threats.yaml", text);
  text = head + "controls:\n";
  for (int i = 0; i < controls; ++i) text += control(i, threats);
  write("controls.yaml", text);
  // Half as many requirements, each supported by some controls, each of them met in part by the one before.
  const int requirements = controls / 2;
  text = head + "requirements:\n";
  for (int i = 0; i < requirements; ++i)
    text += "  - {id: BRQ-" + number(i) + ", title: Requirement " + number(i) + ", kind: obligation}\n";
  text += "mappings:\n";
  for (int i = 0; i < requirements; ++i) {
    for (int k = 0; k < 3; ++k)
      text += "  - {from: BMT-" + number((i * 2 + k * 5) % controls) + ", relation: supports, to: BRQ-" + number(i) +
              ", basis: judgement, source: made for measuring}\n";
    if (i > 0)
      text += "  - {from: BRQ-" + number(i - 1) + ", relation: intersects, to: BRQ-" + number(i) +
              ", basis: judgement, source: made for measuring}\n";
  }
  write("requirements.yaml", text);
  text = head + "schemes:\n  - {id: BENCH, title: Made for measuring}\nexternal:\n  - scheme: BENCH\n    entries:\n";
  for (int i = 0; i < 50; ++i)
    text += "      - {id: \"" + std::to_string(i) + "\", title: Entry " + std::to_string(i) + "}\n";
  text += "views:\n  - {id: bench, title: Made for measuring, schemes: [BENCH]}\n";
  write("references.yaml", text);
  write(
      "cases/fires.yaml",
      "format: assize/case/1\ncase: a made threat fires\npacks: [vocabulary, tvra, hazard]\nsystem:\n  elements:\n    "
      "- {id: l, kind: logs}\nexpect:\n  - {risk: BEN-" +
          number(46 < threats ? 46 : 0) + "@l, level: inherent}\n");
  return 0;
}
