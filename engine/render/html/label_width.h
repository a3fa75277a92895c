// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace assize::render::html {

/// How wide a line of text will be at most, as a multiple of its size. The reader's machine chooses the font, so this
/// is an estimate on the wide side of common sans-serif faces.
double estimated_width(std::string_view text, bool bold);

/// The text, shortened with … when it may be wider than `most` (a multiple of its size).
std::string shortened(std::string_view text, bool bold, double most);

}  // namespace assize::render::html
