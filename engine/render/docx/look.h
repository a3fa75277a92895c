// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/dossier/document.h"
#include "engine/render/pdf/style.h"

namespace assize::render::docx {

/// How the papers of a house look: colours as `RRGGBB`, the font by its name on the reader's machine.
struct Look {
  std::string accent;
  std::string header_fill;  ///< A light ground of the accent's hue.
  std::string font;
  std::string east_asian_font;
  std::string language;  ///< As Word's spelling checker knows it: `de-DE`.
  bool east_asian = false;
};
Look look_of(const dossier::Document& document);

inline constexpr std::string_view kMonoFont = "Consolas";

std::string hex(pdf::Rgb colour);

/// A sheet of paper and its margins, in twentieths of a point.
struct Paper {
  int width, height;
  int left, right, top, bottom;
  int head, foot;  ///< From the edge of the paper to the header and the footer.
  constexpr int text_width() const { return width - left - right; }
  constexpr int text_height() const { return height - top - bottom; }
};
inline constexpr Paper kPortrait{11906, 16838, 1360, 1360, 1600, 1480, 740, 620};
inline constexpr Paper kLandscape{16838, 11906, 1080, 1080, 1440, 1340, 680, 560};

}  // namespace assize::render::docx
