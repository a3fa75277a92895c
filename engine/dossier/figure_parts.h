// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::dossier {

// What the drawings are made of, so that they look like one hand's work. All sizes in points.

/// Figures that stand on lying and standing pages alike are no larger than that: then they are never made smaller.
constexpr double kFigureWidth = 458, kFigureHeight = 338;
/// Smallest letters on paper.
constexpr double kSmallestLetters = 6.5;

/// By how much a figure of this size is made smaller or larger on an A4 page with nothing else beside it.
double print_scale(double width, double height);

/// An upper bound of a text's width in the sans-serif faces that renderers use.
double width_of(std::string_view text, double size);

Figure::Label label_at(double x, double y, std::string text, double size, Figure::Align align, double max_width);
Figure::Label bold(Figure::Label label);
Figure::Label linked(Figure::Label label, std::string link);
Figure::Box box_at(double x, double y, double width, double height, Tone fill);
Figure::Line line_from(Figure::Point from, Figure::Point to, Tone tone = Tone::plain);

/// How much wider than the English words a label may become in another language.
constexpr double kRoomForTranslation = 1.35;

/// Signs and what they mean, side by side, on more lines where the width asks for it.
class Legend {
 public:
  Legend(Figure& figure, double left, double top, double width)
      : figure_(figure), left_(left), width_(width), x_(left), y_(top) {}
  /// Room for a sign of this width; the top left corner of its line, which is 10 high. `text` stands to its right.
  Figure::Point add(double sign_width, const std::string& text);
  double bottom() const { return y_ + kLine; }

 private:
  static constexpr double kLine = 13;
  Figure& figure_;
  const double left_, width_;
  double x_, y_;
};

/// "Shown are the first 10 of 143.", as below shortened tables; nothing when all are shown.
std::string shown_of(std::size_t shown, std::size_t all);

/// What a figure without anything to show says instead.
Figure nothing_to_show(std::string sentence);

/// "1 open, 3 overdue" and the like: each part behind the one before.
std::string sentence_of(const std::vector<std::string>& parts);

}  // namespace assize::dossier
