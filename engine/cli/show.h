// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/cli/assessed.h"
#include "engine/dossier/document.h"
#include "engine/render/formats.h"

namespace assize::cli {

/// Where an answer goes, in which format. From --output (several may be given; the format follows from the ending
/// unless --format says it) and --format.
struct Target {
  std::string file, format;
};
input::Result<std::vector<Target>> targets_of(const Asked& asked, const std::vector<std::string>& formats,
                                              const std::string& otherwise);

/// The part of PDF/A that --pdfa names; part 3 unless it says another.
render::PdfA pdfa_of(const Asked& asked);

/// Renders what `document` gives for a format, once per target, JSON by `json`, and writes all of them or says what
/// failed.
ExitCode show(const std::function<dossier::Document(const std::string& format)>& document,
              const std::function<std::string()>& json, const std::vector<Target>& targets, const Asked& asked,
              World& world, Progress& progress);

}  // namespace assize::cli
