// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/register_json.h"

#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {

std::string register_json(const Project& project, const Assessment& assessment, const catalogue::View* by) {
  auto head = dossier::head_record(project, assessment, "assize/register/1");
  head.emplace_back("view", by ? dossier::Record(by->id) : dossier::Record());
  head.emplace_back("counts", dossier::counts_record(assessment));
  std::string text = "{\n";
  for (const auto& [key, value] : head) {
    text += "  \"" + key + "\": ";
    render::append_json(text, value, 1);
    text += ",\n";
  }
  text += "  \"risks\": [";
  bool first = true;
  for (const auto& row : assessment.risk_register.rows) {
    text += first ? "\n    " : ",\n    ";
    first = false;
    render::append_json(text, dossier::risk_record(row, project, assessment, by), 2);
  }
  return text + (first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace assize::cli
