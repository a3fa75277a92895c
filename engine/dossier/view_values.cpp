// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/cells.h"
#include "engine/dossier/classification.h"
#include "engine/dossier/view_tables.h"
#include "engine/evidence/validity.h"

namespace assize::dossier {
namespace {

using analyse::At;
using Values = std::map<std::string, std::string>;

std::string count(std::size_t number) { return std::to_string(number); }

template <class Entries, class Test>
std::string count_if(const Entries& entries, Test test) {
  return std::to_string(std::count_if(entries.begin(), entries.end(), test));
}

/// A person or group is named by the id of an element, or in words.
std::string people(const std::vector<input::Said<std::string>>& names, const walk::Facts& facts) {
  std::vector<std::string> titles;
  for (const auto& name : names) {
    const auto found = facts.element_index.find(name.value);
    titles.push_back(found == facts.element_index.end()
                         ? name.value
                         : facts.elements[static_cast<std::size_t>(found->second)]->title);
  }
  return join(titles);
}

void add_system(const Project& project, const Assessment& assessment, Values& values) {
  const auto& system = project.system;
  const auto* stage = project.catalogue.vocabulary.stage(system.stage.value);
  values["system.id"] = system.id;
  values["system.name"] = system.name;
  values["system.version"] = system.version;
  values["system.stage"] = stage ? stage->title : system.stage.value;
  values["system.intended"] = system.purpose.intended;
  values["system.setting"] = system.purpose.setting;
  values["system.benefits"] = system.purpose.benefits;
  values["system.users"] = people(system.purpose.users, assessment.facts);
  values["system.affected"] = people(system.purpose.affected, assessment.facts);
  values["system.excluded"] = join(system.purpose.excluded, "; ");
  values["system.misuse"] = join(system.purpose.misuse, "; ");
  values["system.traits"] = text_of_traits(system.traits);
  values["system.transcribed-from"] = system.source ? system.source->title : "";
  values["provider.name"] = system.provider.name;
  values["provider.country"] = system.provider.country;
  values["provider.address"] = system.provider.address;
  values["provider.contact"] = system.provider.contact;
  values["provider.authorised-representative"] = system.provider.authorised_representative;
  values["project.title"] = project.settings.title.empty() ? system.name : project.settings.title;
  values["project.classification"] = project.settings.classification;
  values["as-of"] = to_text(assessment.as_of);
}

void add_methods(const Project& project, Values& values) {
  for (const auto& [role, method] : {std::pair{"attack", project.attack}, std::pair{"hazard", project.hazard}}) {
    const std::string name = std::string("method.") + role;
    values[name] = method ? method->id : "";
    values[name + ".title"] = method ? method->title : "";
    values[name + ".version"] = method ? method->version : "";
    values[name + ".sum"] = method ? method->sum : "";
    values[name + ".note"] = method ? method->note : "";
  }
  const auto* method = project.attack ? project.attack : project.hazard;
  values["class.worst"] = method ? method->classes.back().title : "";
  values["class.mildest"] = method ? method->classes.front().title : "";
}

bool is_worst(const analyse::Risk& risk, At level) {
  return risk.at(level).risk_class + 1 == static_cast<int>(risk.method->classes.size());
}

void add_risks(const Project& project, const Assessment& assessment, Values& values) {
  const auto& rows = assessment.risk_register.rows;
  values["count.risks"] = count(rows.size());
  auto classes = classes_of(assessment.risk_register);
  for (const auto* method : methods_of(project))
    for (const auto& one : method->classes)
      if (std::find(classes.begin(), classes.end(), one.id) == classes.end()) classes.push_back(one.id);
  for (const auto level : analyse::all_levels) {
    const auto counts = count_classes(assessment.risk_register, level, classes);
    const std::string name = "count." + std::string(name_of(level)) + ".";
    for (std::size_t i = 0; i < classes.size(); ++i)
      values[name + classes[i]] = count(static_cast<std::size_t>(counts[i]));
    values[name + "worst"] = count_if(rows, [&](const auto& row) { return is_worst(*row.risk, level); });
    values[name + "mildest"] = count_if(rows, [&](const auto& row) { return row.risk->at(level).risk_class == 0; });
  }
  values["count.distance"] = count_if(rows, [](const auto& row) {
    return row.risk->at(At::evidenced).risk_class > row.risk->at(At::claimed).risk_class;
  });
  values["count.undecided"] = count_if(rows, [](const auto& row) {
    return row.decision == treat::Decision::none && row.risk->at(At::evidenced).risk_class > 0;
  });
  values["count.accepted"] = count_if(rows, [](const auto& row) { return row.decision == treat::Decision::accepted; });
  values["count.overdue"] = count_if(rows, [](const auto& row) {
    return row.decision == treat::Decision::overdue || row.decision == treat::Decision::lapsed;
  });
  values["count.overrides"] = count(project.overrides.size());
  values["count.not-rated"] =
      count_if(rows, [](const auto& row) { return !row.risk->asset.value && !row.risk->asset.harm; });
}

void add_evidence(const Project& project, const Assessment& assessment, Values& values) {
  using evidence::Status;
  using evidence::Validity;
  const auto& implementations = project.implementations;
  values["count.implementations"] = count(implementations.size());
  for (const auto status : {Status::in_place, Status::planned, Status::not_applicable})
    values["count.implementations." + std::string(name_of(status))] =
        count_if(implementations, [&](const auto& one) { return one.status == status; });
  values["count.evidence"] = count(project.evidence.size());
  for (const auto& [name, validity] : {std::pair{"valid", Validity::valid}, std::pair{"lapsed", Validity::lapsed},
                                       std::pair{"not-yet", Validity::not_yet}})
    values[std::string("count.evidence.") + name] = count_if(project.evidence, [&, wanted = validity](const auto& one) {
      return validity_on(one, assessment.as_of) == wanted;
    });
}

void add_gaps(const Project& project, const Assessment& assessment, Values& values) {
  using Weight = cover::Gap::Weight;
  values["count.gaps"] = count(assessment.gaps.size());
  for (const auto weight : {Weight::blocking, Weight::open, Weight::remark})
    values["count.gaps." + std::string(name_of(weight))] =
        count_if(assessment.gaps, [&](const auto& gap) { return gap.weight == weight; });
  for (const auto& pack : project.catalogue.packs)  // A document of one law counts what stands against that law.
    values["count.gaps.blocking." + pack.id] = count_if(
        assessment.gaps, [&](const auto& gap) { return gap.weight == Weight::blocking && gap.pack == pack.id; });
  values["count.gaps.blocking.risks"] =
      count_if(assessment.gaps, [&](const auto& gap) { return gap.weight == Weight::blocking && gap.pack.empty(); });
}

}  // namespace

std::map<std::string, std::string> values_of(const Project& project, const Assessment& assessment) {
  Values values;
  add_system(project, assessment, values);
  add_methods(project, values);
  add_risks(project, assessment, values);
  add_evidence(project, assessment, values);
  add_gaps(project, assessment, values);
  add_classification_values(assessment, values);
  add_review_values(project, assessment, values);
  values["count.elements"] = count(assessment.facts.elements.size());
  values["count.elements.brought"] = count(assessment.facts.brought.size());
  values["count.flows"] = count(project.system.flows.size());
  values["count.boundaries"] = count(project.system.boundaries.size());
  values["count.threats"] = count(project.catalogue.threats.size());
  values["count.controls"] = count(project.catalogue.controls.size());
  values["count.requirements"] = count(project.catalogue.requirements.size());
  values["count.packs"] = count(project.catalogue.packs.size());
  return values;
}

}  // namespace assize::dossier
