// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace assize::render::pdf {

/// What layout needs of a TrueType face, read from its tables. (libharu could be asked as well, but it then embeds
/// every glyph that was only measured.) Only the basic plane: libharu draws nothing above U+FFFF.
struct FontMetrics {
  std::vector<std::uint16_t> glyph;    ///< Glyph id by code unit, 65,536 entries; 0: the face lacks it.
  std::vector<std::uint16_t> advance;  ///< 1/1000 em by code unit, as libharu rounds it.
  int cap_height = 0;                  ///< 1/1000 em.
  bool has(char16_t unit) const { return glyph[unit] != 0; }
};

/// Nothing when the bytes are not a TrueType face with outlines in `glyf` and a Unicode `cmap`; every offset that
/// libharu follows later is checked here, since it checks none.
std::optional<FontMetrics> read_font_metrics(std::string_view ttf);

}  // namespace assize::render::pdf
