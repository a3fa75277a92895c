// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/render/docx/look.h"

namespace assize::render::docx {

enum class Ink { as_based, text, quiet, accent, gap };
/// Lines and ground around a paragraph.
enum class Surround { none, rule_below, rule_above, accent_below, code, gap };

/// A style of paragraphs. Sizes are half points, spaces twentieths of a point; what is 0 or empty is as in the style
/// that it is based on.
struct ParagraphStyle {
  std::string_view id, name;
  std::string_view based_on = {}, next = {};
  int size = 0;
  bool bold = false;
  bool italic = false;
  Ink ink = Ink::as_based;
  int before = -1, after = -1;
  int line = 0;        ///< 240 is one line.
  bool exact = false;  ///< `line` is in twentieths of a point.
  int left = 0, right = 0;
  bool keep_next = false, keep_lines = false;
  int outline = 0;  ///< 1: a first-level heading; 0: as based; -1: none.
  int right_tab = 0;
  bool centred = false;
  bool mono = false;
  bool close = false;  ///< No space to paragraphs of the same style.
  Surround frame = Surround::none;
  bool offered = false;  ///< In Word's gallery.
};

const std::vector<ParagraphStyle>& paragraph_styles();

}  // namespace assize::render::docx
