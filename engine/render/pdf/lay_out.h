// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/house_style.h"
#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

/// Whether the draft keeps the boxes of cells, for who checks it.
enum class Boxes { forgotten, kept };

/// The whole document on pages, ready to be drawn: front matter, sections, index, what repeats on each page, in the
/// colours of its house. `logo` may be null. What cannot be shown is among the complaints of `type`.
Draft lay_out(const dossier::Document& document, TypeCase& type, const Picture* logo, Boxes boxes = Boxes::forgotten);

}  // namespace assize::render::pdf
