// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

#include "engine/input/tree.h"

namespace assize::input {

/// An order of values by what they are, not where they stand or how they were written: `1` equals `1.0`, and the order
/// of a map's keys does not count. Numbers of both kinds compare exactly, beyond 2^53 too.
std::strong_ordering order(const Tree& a, const Tree& b);

}  // namespace assize::input
