// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hpdf.h>
#include <hpdf_fontdef.h>

#include <string_view>

namespace assize::render::pdf {

/// Marks the parts of every marked composite glyph, and their parts, as used. libharu embeds the first level alone; the
/// accent of `š` or `é` would be missing from the file without a word. `ttf` are the bytes that `font` was loaded from.
void close_composites(HPDF_FontDef font, std::string_view ttf);

}  // namespace assize::render::pdf
