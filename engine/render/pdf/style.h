// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/dossier/document.h"

/// The look of our paper: every measure (points, 1/72 inch) and every colour stands here.
namespace assize::render::pdf {

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};

namespace ink {
inline constexpr Rgb text{0x1D, 0x24, 0x2B};
inline constexpr Rgb quiet{0x5A, 0x66, 0x70};
inline constexpr Rgb accent{0x14, 0x4A, 0x6B};
inline constexpr Rgb rule{0xCF, 0xD7, 0xDD};
inline constexpr Rgb strong_rule{0x8F, 0x9D, 0xA8};
inline constexpr Rgb header_fill{0xE6, 0xED, 0xF2};
inline constexpr Rgb code_fill{0xF4, 0xF6, 0xF8};
inline constexpr Rgb gap{0x7A, 0x2E, 0x6E};
inline constexpr Rgb watermark{0xE9, 0xEB, 0xED};
inline constexpr Rgb white{0xFF, 0xFF, 0xFF};
}  // namespace ink

/// How a tone is drawn. Fills rise from blue over yellow and orange to vermilion and darken on the way, so that they
/// are told apart in grey and with every common colour-vision deficiency; text on them keeps a contrast above 7:1.
struct Tint {
  bool filled = false;
  Rgb fill = ink::white;
  Rgb edge = ink::strong_rule;
  Rgb text = ink::text;
  bool bold = false;
};

inline Tint tint_of(dossier::Tone tone) {
  switch (tone) {
    case dossier::Tone::plain:
      return {};
    case dossier::Tone::quiet:
      return {.text = ink::quiet};
    case dossier::Tone::good:
      return {true, {0xD9, 0xEA, 0xF5}, {0x7F, 0xA9, 0xC4}, ink::text, false};
    case dossier::Tone::minor:
      return {true, {0xFB, 0xF0, 0xBE}, {0xC9, 0xB4, 0x55}, ink::text, false};
    case dossier::Tone::major:
      return {true, {0xF5, 0xC9, 0x8B}, {0xC0, 0x86, 0x34}, ink::text, false};
    case dossier::Tone::critical:
      return {true, {0xE3, 0x8D, 0x77}, {0x9C, 0x3A, 0x22}, {0x14, 0x0A, 0x08}, true};
    case dossier::Tone::gap:
      return {true, {0xF3, 0xE6, 0xF1}, ink::gap, {0x4E, 0x1A, 0x46}, false};
  }
  return {};
}

/// A page and the frame that text stays in, y downwards from the top left.
struct Sheet {
  double width, height;
  double left, right, top, bottom;  ///< Edges of the frame, as coordinates.
  double head, foot;                ///< Baselines of the running header and footer.
  constexpr double text_width() const { return right - left; }
  constexpr double text_height() const { return bottom - top; }
};

inline constexpr Sheet portrait{595.28, 841.89, 68, 527.28, 80, 768, 46, 802};
inline constexpr Sheet landscape{841.89, 595.28, 54, 787.89, 72, 528, 42, 560};

/// Prose is never set wider than this, even where the page is.
inline constexpr double kProseMeasure = portrait.text_width();

inline constexpr double kBodySize = 9.5, kBodyLeading = 14;
inline constexpr double kParagraphGap = 7;
inline constexpr double kBlockGap = 13;
inline constexpr double kRunningSize = 7.5;
inline constexpr double kCaptionSize = 8.5, kCaptionLeading = 12;

/// From one line of a table to the next, at this size.
inline constexpr double leading_of(double size) { return size * 1.34; }

struct HeadingStyle {
  double size, leading, before, after;
};
inline constexpr HeadingStyle kHeadings[] = {{18, 23, 30, 13}, {13, 17.5, 22, 7}, {10.8, 15, 17, 5}, {9.8, 14, 13, 4}};
inline constexpr const HeadingStyle& heading_style(int level) {
  return kHeadings[level < 1 ? 0 : level > 4 ? 3 : level - 1];
}

/// Marks of footnotes, of the size of the text they stand in.
inline constexpr double kRaisedScale = 0.68, kRaise = 0.32;

/// The fixed pitch looks larger than the text face; this brings it to the same apparent size.
inline constexpr double kMonoScale = 0.9;

}  // namespace assize::render::pdf
