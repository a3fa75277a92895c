// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/render/docx/look.h"

namespace assize::render::docx {

/// The part `word/styles.xml`. Headings, captions and the like are Word's own styles by their names, so that its
/// navigation, contents and languages know them; the rest is ours.
std::string styles(const Look& look);

/// The part `word/numbering.xml`: for each list, in order, whether it is numbered. Each numbered list begins anew.
std::string numbering(const Look& look, const std::vector<bool>& lists);

}  // namespace assize::render::docx
