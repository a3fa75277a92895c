// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/assessment_json.h"

#include <utility>

#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {

std::string assessment_json(const Project& project, const Assessment& assessment) {
  auto head = dossier::head_record(project, assessment, "assize/assessment/1");
  head.emplace_back("risks", assessment.risks.size());
  head.emplace_back("counts", dossier::counts_record(assessment));
  head.emplace_back("gaps", assessment.gaps.size());
  return render::render_json(std::move(head));
}

void attach_assessment(dossier::Document& document, const Project& project, const Assessment& assessment) {
  document.attachments.push_back({.name = "assessment.json",
                                  .media_type = "application/json",
                                  .description = "The assessment that this document shows, for machines",
                                  .bytes = assessment_json(project, assessment)});
}

}  // namespace assize::cli
