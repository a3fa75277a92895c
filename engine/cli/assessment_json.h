// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/assessment.h"
#include "engine/dossier/document.h"

namespace assize::cli {

/// The assessment for machines (`assize/assessment/1`): what `assess --format json` prints and dossiers carry.
std::string assessment_json(const Project& project, const Assessment& assessment);

/// Puts it into the document as `assessment.json`.
void attach_assessment(dossier::Document& document, const Project& project, const Assessment& assessment);

}  // namespace assize::cli
