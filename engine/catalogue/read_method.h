// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/catalogue/method.h"
#include "engine/input/tree.h"

namespace assize::catalogue {

/// One method, as a map that the schema has judged; see check_method for what else must hold.
Method read_method(const input::Tree& tree);

}  // namespace assize::catalogue
