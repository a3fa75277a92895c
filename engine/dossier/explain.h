// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/assessment.h"
#include "engine/dossier/record.h"

namespace assize::dossier {

/// A statement, the line it comes from, and what it rests on.
struct Explanation {
  std::string says;
  std::string place;  ///< "file:line:column"; empty when it follows from what stands below it.
  std::vector<Explanation> because;
};

/// Why the risk is there and why it has its levels: each condition that held, the origin of each factor, each control's
/// effect and what shows it. Nothing when there is no such risk.
std::optional<Explanation> explain_risk(const Project& project, const Assessment& assessment, const std::string& risk);
/// What meets a control or requirement, by which chain of claims, and what is missing.
std::optional<Explanation> explain_requirement(const Project& project, const Assessment& assessment,
                                               const std::string& id);
/// Of a threat: where it is a risk, where it touches but does not apply, and what it refers to. Nothing when there is
/// none.
std::optional<Explanation> explain_threat(const Project& project, const Assessment& assessment, const std::string& id);
/// All facts that hold, of the system, of one element or of all, with the lines they come from.
Explanation explain_facts(const Project& project, const Assessment& assessment, const std::string& element);
/// Why a threat does not apply to an element: the condition that failed. Nothing when it applies, or either is unknown.
std::optional<Explanation> explain_absence(const Project& project, const Assessment& assessment,
                                           const std::string& risk);

Record record_of(const Explanation& explanation);

}  // namespace assize::dossier
