// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// Maps the coordinates of a figure, in points, to those of its drawing.
struct Frame {
  double scale, width, height;
  long at(double value, double most) const;  ///< In EMU, held inside the drawing.
  long across(double x) const { return at(x, width); }
  long down(double y) const { return at(y, height); }
};

/// One shape of a group, as DrawingML.
void write_shape(Draft& draft, const Frame& frame, const dossier::Figure::Box& box);
void write_shape(Draft& draft, const Frame& frame, const dossier::Figure::Line& line);
void write_shape(Draft& draft, const Frame& frame, const dossier::Figure::Ellipse& ellipse);
void write_shape(Draft& draft, const Frame& frame, const dossier::Figure::Label& label);

/// Whether every number of the figure can be drawn.
bool is_drawable(const dossier::Figure& figure);

}  // namespace assize::render::docx
