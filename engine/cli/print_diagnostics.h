// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "engine/cli/exit_code.h"
#include "engine/cli/sources.h"
#include "engine/input/diagnostic.h"

namespace assize::cli {

/// Draws each complaint with its place, the offending line and a caret; then a line that counts them.
void print_diagnostics(const input::Diagnostics& found, const Sources& sources, bool color, std::ostream& err);

/// machine_failed when the disk or permissions are to blame, else wrong_input.
ExitCode exit_code_of(const input::Diagnostics& found);

}  // namespace assize::cli
