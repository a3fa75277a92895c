// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/dossier/document.h"

namespace assize::render {

/// The parameters of the ANSI escape sequence that shows the tone, e.g. `1;31`; empty for plain.
std::string_view escape_of(dossier::Tone tone);
/// The text between that sequence and a reset; unchanged when `escape` is empty.
std::string painted(std::string_view text, std::string_view escape);

}  // namespace assize::render
