// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/html/page.h"

namespace assize::render::html {

/// A table in a box of its own, so that a wide one scrolls there and not the page. Cells carry what the script sorts
/// by where their text does not say it.
void write_block(Page& page, const dossier::Table& table);

}  // namespace assize::render::html
