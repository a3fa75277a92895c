// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/close_composites.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assize::render::pdf {

void close_composites(HPDF_FontDef font, std::string_view ttf) {
  auto* face = static_cast<HPDF_TTFontDefAttr>(font->attr);
  const auto u16 = [&](std::size_t at) -> unsigned {
    if (at + 1 >= ttf.size()) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(ttf[at]) << 8 | static_cast<unsigned char>(ttf[at + 1]));
  };
  std::vector<unsigned> unread;
  for (unsigned glyph = 0; glyph < face->num_glyphs; ++glyph)
    if (face->glyph_tbl.flgs[glyph] != 0) unread.push_back(glyph);
  while (!unread.empty()) {
    const unsigned glyph = unread.back();
    unread.pop_back();
    const HPDF_UINT32* offsets = face->glyph_tbl.offsets;
    if (glyph + 1u > face->num_glyphs || offsets[glyph] == offsets[glyph + 1]) continue;  // Nothing to see, as a space.
    std::size_t at =
        face->glyph_tbl.base_offset + std::size_t{offsets[glyph]} * (face->header.index_to_loc_format != 0 ? 1u : 2u);
    if (static_cast<std::int16_t>(u16(at)) >= 0) continue;  // Outlines of its own.
    at += 10;
    unsigned flags = 0;
    do {
      flags = u16(at);
      const unsigned part = u16(at + 2);
      const bool words = (flags & 0x01) != 0, one_scale = (flags & 0x08) != 0;
      const bool two_scales = (flags & 0x40) != 0, matrix = (flags & 0x80) != 0;
      at += 4 + (words ? 4u : 2u) + (one_scale ? 2u : two_scales ? 4u : matrix ? 8u : 0u);
      if (part < face->num_glyphs && face->glyph_tbl.flgs[part] == 0) {
        face->glyph_tbl.flgs[part] = 1;
        unread.push_back(part);
      }
    } while ((flags & 0x20) != 0 && at < ttf.size());
  }
}

}  // namespace assize::render::pdf
