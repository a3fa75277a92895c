// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "engine/render/docx/draft.h"

namespace assize::render::docx {

struct PixelSize {
  unsigned width, height;
};
/// Of a PNG file, from its first chunk; nothing when the bytes begin like no PNG.
std::optional<PixelSize> png_size(std::string_view bytes);

enum class Logo { on_cover, in_head };
/// A paragraph (on the cover) or a run (in the head of pages) with the house's logo, when there is one; a logo that is
/// no PNG is told and left out.
void write_logo(Draft& draft, Xml& xml, Logo where);
bool has_logo(const Draft& draft);

}  // namespace assize::render::docx
