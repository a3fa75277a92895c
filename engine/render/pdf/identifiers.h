// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// Whether anything in the draft belongs into an index: an anchor of a cell or a gap note.
bool has_identifiers(const Draft& draft);

/// The index at the end, over what the flow has laid out: each such anchor with the page where it stands and the pages
/// that link to it. A page number is that of its spot plus `pages_before` plus 1.
void place_identifiers(Flow& flow, std::size_t pages_before);

}  // namespace assize::render::pdf
