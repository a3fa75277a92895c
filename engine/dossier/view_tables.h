// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/cover/coverage.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

// What View is made of. Each group adds its tables; both arguments outlive them.

std::map<std::string, std::string> values_of(const Project& project, const Assessment& assessment);

void add_risk_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_treatment_plan(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_factor_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_description_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_purpose_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_evidence_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_coverage_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_method_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
void add_review_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);
/// `review.*` and `count.findings.*`; empty and 0 without a review.
void add_review_values(const Project& project, const Assessment& assessment,
                       std::map<std::string, std::string>& values);
void add_catalogue_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);

/// The name under which a person is printed: name, else function, else id.
std::string name_of_person(const Project& project, const std::string& id);
/// The class of a risk at a level, in its tone.
Cell class_cell(const analyse::Risk& risk, analyse::At at);
/// Of all methods that the project rates with, each once.
std::vector<std::string> titles_of_classes(const Project& project);
/// What can be decided about a risk, as treatments.yaml writes it.
std::vector<std::string> names_of_options();
/// The title of an element, the ends of a flow, or the system's name.
std::string title_of_subject(const walk::Facts& facts, walk::Subject subject);
/// What is said about a thing, "weights internal; learns-in-operation".
std::string text_of_traits(const model::Traits& traits);
/// The methods that the project rates with, the one of attacks first.
std::vector<const catalogue::Method*> methods_of(const Project& project);

/// How far a control or requirement is met, and how sure that is: the surest standing at which it is met as far as the
/// implementations say, or as far as the plans say when nothing is in place.
struct Met {
  cover::Strength strength = cover::Strength::nothing;
  cover::Standing standing = cover::Standing::none;
};
Met met(const cover::Coverage& coverage);
/// Whether the support is one of those that what is reported rests on: as strong as the strongest, and as sure.
bool counts(const cover::Support& support, const Met& met);
/// "covered, evidenced"; "met by nothing"; "does not apply"; "excluded".
std::string text_of_met(const cover::Coverage& coverage);
Tone tone_of_met(const cover::Coverage& coverage);
/// Ids of the implementations and pieces of evidence that meet it, as far as it is met: those that are only related
/// when nothing meets it more directly.
std::vector<std::string> met_by(const cover::Coverage& coverage);
/// Ids of the pieces of evidence behind these, each once.
std::vector<std::string> evidence_for(const cover::Coverage& coverage, const Project& project);

}  // namespace assize::dossier
