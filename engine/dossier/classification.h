// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/dossier/explain.h"
#include "engine/dossier/record.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

// The outcome of a classification, said in one place: heads, tables, the command and its JSON take it from here.

/// "High-risk (applies from 2027-12-02), Limited risk; open: Prohibited".
std::string outcome_text(const cover::RegimeOutcome& outcome, input::Date as_of);
/// The tables that belong to the outcome: "Annex VI (internal control); notified body: no".
std::string route_text(const cover::RegimeOutcome& outcome);
std::string roles_text(const cover::RegimeOutcome& outcome);
std::string text_of_row(const cover::TableOutcome& outcome);
/// "no", "yes", who it is; empty when the table says nothing of one.
std::string notified_body_text(const cover::TableOutcome& outcome);
/// How a person reads a verdict: "yes, from DATE", "no", "open", "not asked".
std::string text_of_verdict(const cover::Verdict& verdict, input::Date as_of);

/// Values `classification`, `.route`, `.roles`, `.open`: of all laws that are loaded, with their titles when several.
void add_classification_values(const Assessment& assessment, std::map<std::string, std::string>& values);
/// Tables `classification`, `open-questions`, `provisions`, `presumption`.
void add_classification_tables(const Project& project, const Assessment& assessment, std::vector<ViewTable>& tables);

/// Per law, everything: `assize/classify/1`, see schemas/classify.schema.json.
Record classification_record(const Assessment& assessment);
/// A line or two for the head of other answers.
Record classification_head(const Assessment& assessment);

/// A question (its answer, what asks for it, what turns on it) or a gate, role, class or tier (`high-risk`; when two
/// kinds share an id, `gate:ID`). Nothing when no law has one of that id.
std::optional<Explanation> explain_classification(const Project& project, const Assessment& assessment,
                                                  const std::string& id);

}  // namespace assize::dossier
