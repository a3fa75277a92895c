// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// A group of shapes that Word lets its readers edit, with the description as its alternative text, then the caption.
/// A program without such shapes shows the description.
void write_figure(Draft& draft, const dossier::Figure& figure, const Paper& paper);
bool wants_landscape(const dossier::Figure& figure);

}  // namespace assize::render::docx
