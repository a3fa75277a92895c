// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/evidence/evidence.h"
#include "engine/evidence/implementation.h"
#include "engine/input/diagnostic.h"
#include "engine/input/tree.h"

namespace assize::evidence {

/// Schema faults, `duplicate-id`, `no-reason` (not applicable without because), `path-outside`, `date-order`
/// (a period that ends before it begins, validity that ends before the evidence was made), `no-source` (evidence with
/// neither file nor reference). Ids of other files are checked by read_project.
std::vector<Implementation> read_implementations(const input::Tree& tree, input::Diagnostics& found);
std::vector<Evidence> read_evidence(const input::Tree& tree, input::Diagnostics& found);

/// Whether a path may name something outside the folder it is relative to, on any system.
bool leaves_project(const std::string& path);

}  // namespace assize::evidence
