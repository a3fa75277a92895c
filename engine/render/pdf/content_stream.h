// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/render/pdf/page.h"

namespace assize::render::pdf {

/// The drawing operators of one page (ISO 32000-1, annex A), as text. What is set already is not set again, and numbers
/// have two decimals at most: far finer than any printer, and half the bytes.
class ContentStream {
 public:
  /// `height` turns our y, downwards from the top, into that of PDF, upwards from the foot.
  /// `elements` are those of the document's structure.
  ContentStream(double height, const std::vector<Structure::Element>& elements)
      : height_(height), elements_(elements) {}

  /// What is drawn next is part of `element`, or an artifact.
  void begin_part(ElementId element);

  /// `font` is its name among the page's resources. A unit's code in the font is its Unicode value, in two bytes.
  void text(const Item& item, std::string_view font, std::u16string_view chars);
  /// Everything but text; `points` are those of the page.
  void shape(const Item& item, const std::vector<Point>& points);
  /// A picture under its name among the page's resources.
  void picture(const Item& item, std::string_view name);
  /// Ends the page. Nothing may follow.
  const std::string& finished();
  /// The element that each piece of marked content is part of, by its number (MCID) on the page.
  const std::vector<ElementId>& marks() const { return marks_; }

 private:
  void number(double value);
  void hundredths(long long value);
  void point(double x, double y);
  void op(std::string_view name);
  void leave_text();
  void use_font(const Item& item, std::string_view font);
  void show(std::u16string_view chars);
  void turned_text(const Item& item, std::u16string_view chars);
  void use_fill(Rgb colour);
  void use_stroke(const Item& item);
  void trace_rounded(double x, double y, double width, double height, double radius);

  double height_;
  const std::vector<Structure::Element>& elements_;
  std::vector<ElementId> marks_;
  bool in_part_ = false;
  ElementId part_ = kArtifact;
  std::string written_;
  bool in_text_ = false;
  long long text_x_ = 0, text_y_ = 0;  ///< Hundredths of a point: what Td counts from.
  Rgb fill_, stroke_;                  ///< Black, as a page begins.
  std::string font_;
  float size_ = 0, line_ = 1;
  Dash dash_ = Dash::solid;
};

}  // namespace assize::render::pdf
