// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "engine/dossier/document.h"
#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/flow.h"
#include "engine/render/pdf/house_style.h"

namespace assize::render::pdf {

/// The cover, on a page of its own (or more, when it has very many facts). `logo` may be null.
void place_cover(Flow& flow, const dossier::Document& document, const Picture* logo);

/// What a document without a cover begins with: title and all else that a cover says, in a few lines.
void place_title_block(Flow& flow, const dossier::Document& document, const Picture* logo);

/// The contents of `body`: headings down to the third level, then figures and tables with captions where there are two
/// of a kind (if the document wants these), each a link. A page number is that of its spot plus `pages_before` plus
/// 1. As many pages whatever the numbers are. Begins a page where there is none yet, or where the last is a cover.
void place_contents(Flow& flow, const dossier::Document& document, const Draft& body, std::size_t pages_before);
/// Whether there are contents, and the document wants them.
bool has_contents(const dossier::Document& document, const Draft& body);

/// Header and footer on each page; no header on the cover.
void place_running_matter(TypeCase& type, Draft& draft, const dossier::Document& document, std::size_t cover_pages,
                          const Picture* logo);

/// The words in large light letters through the middle of each page, below what stands there. Empty: nothing.
void place_watermark(TypeCase& type, Draft& draft, const std::string& words);

}  // namespace assize::render::pdf
