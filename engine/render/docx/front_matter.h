// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// Title and key facts, on a page of their own when the document has a cover.
void write_cover(Draft& draft);
/// Contents and the lists of tables and figures, as fields that Word can bring up to date, with their entries in place.
void write_contents(Draft& draft);

}  // namespace assize::render::docx
