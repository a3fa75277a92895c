// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/html/page.h"

namespace assize::render::html {

/// The drawing as inline SVG: lines and texts that scale, are read aloud, and take the colours of the page in light and
/// dark. A coordinate that is no number is an error `figure-not-finite`.
void write_block(Page& page, const dossier::Figure& figure);

}  // namespace assize::render::html
