// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assize::render::docx {

/// How wide text is in about any sans serif face, in ems: Word sets the text, with fonts that are not here. Good to a
/// tenth, which is what column widths and labels need.
double width_in_ems(std::string_view text);
/// Of the widest piece between blanks and hyphens.
double widest_word_in_ems(std::string_view text);
/// As much of the text as is no wider than `ems`, with … in place of what is left out.
std::string shortened(std::string_view text, double ems);

}  // namespace assize::render::docx
