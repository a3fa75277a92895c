// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cli/command.h"

namespace assize::cli {

// What follows `assize catalogue`. Each has its words behind its own name and the format asked for, text or json.
ExitCode catalogue_list(const Asked& asked, World& world, const std::string& format);
ExitCode catalogue_show(const Asked& asked, World& world, const std::string& format);
ExitCode catalogue_lint(const Asked& asked, World& world, const std::string& format);
ExitCode catalogue_test(const Asked& asked, World& world, const std::string& format);

/// The words behind the name of the part.
std::vector<std::string> words_behind(const Asked& asked);

}  // namespace assize::cli
