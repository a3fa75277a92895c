// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/assessment.h"
#include "engine/input/tree.h"

namespace assize::cli {

/// Holds one expectation of a case against the classification: `tier`, `no-tier`, `open-tier` and likewise `class`,
/// `role`, `gate`; `route` or `table` with `row`, `notified-body`; `open`, `not-open`; `applies`, `not-applies`,
/// `open-requirement`; `provision`, `no-provision`; `contradiction`; `presumed` with `state`; with `from`, `cites` and
/// `because`, which are about the gates that are named, or else about what must be reached. What is wrong, a sentence
/// each. Nothing is said of keys of other expectations.
std::vector<std::string> expect_classification(const input::Tree& expected, const Project& project,
                                               const Assessment& assessment);

}  // namespace assize::cli
