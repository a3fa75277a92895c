// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// Draws the figure as large as the text is wide, at most 1.3 times its own size and never split, with its caption
/// below. What reaches out of its frame is moved to the edge; a shape with a coordinate that is no number is an error
/// `figure-not-finite`.
void place_figure(Flow& flow, const dossier::Figure& figure);

/// Whether the figure would be too small to read on a portrait page.
bool wants_landscape(const dossier::Figure& figure);

}  // namespace assize::render::pdf
