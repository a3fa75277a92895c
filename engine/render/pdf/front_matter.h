// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/dossier/document.h"
#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// The cover, on a page of its own (or more, when it has very many facts).
void place_cover(Flow& flow, const dossier::Document& document);

/// The contents of `body`: headings down to the third level, then figures and tables with captions where there are two
/// of a kind, each a link. `parts` says which of them are wanted. A page
/// number is that of its spot plus `pages_before` plus 1. As many pages whatever the numbers are.
void place_contents(Flow& flow, const dossier::Parts& parts, const Draft& body, std::size_t pages_before);

/// Header and footer on each page; no header on the cover.
void place_running_matter(TypeCase& type, Draft& draft, const dossier::Document& document, std::size_t cover_pages);

}  // namespace assize::render::pdf
