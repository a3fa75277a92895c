// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/input/tree.h"

namespace assize::input {

/// What a scalar without quotes means, and whether that fits: an integer beyond 64 bits or a decimal beyond the range
/// of a double does not. Its place is left open.
struct Scalar {
  Tree tree;
  bool fits = true;
};

/// `true`, `false`, `null`, `~`, nothing at all, integers and decimals (`-3`, `2.5`, `.5`, `1e6`); all else is text:
/// `yes`, `007`, `0x1F`, `.inf`, `1_000`, dates and versions. JSON's literals and numbers are a part of this.
Scalar read_scalar(std::string written);

}  // namespace assize::input
