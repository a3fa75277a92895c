// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/html/page.h"

namespace assize::render::html {

/// The strip that stays at the top: house, title, marking, and what only the script can use, hidden until it runs.
void write_bar(Page& page);
/// Title, identity and key facts, and the files that travel inside.
void write_cover(Page& page);
void write_footer(Page& page);

}  // namespace assize::render::html
