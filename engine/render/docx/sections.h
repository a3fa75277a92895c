// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// All sections, with a break where the paper turns, and at the end the properties of the last stretch of paper.
void write_sections(Draft& draft);

}  // namespace assize::render::docx
