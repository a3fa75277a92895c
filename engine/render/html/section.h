// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/html/page.h"

namespace assize::render::html {

/// The section with all below it; `level` is that of its heading, the title of the document being 1.
void write_section(Page& page, const dossier::Section& section, int level);

/// The list of contents, and of figures and tables, as far as the document has them. After the sections, which number
/// the figures.
void write_contents(Page& page);

}  // namespace assize::render::html
