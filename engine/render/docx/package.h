// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/archive/zip.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// All parts of the file around the text that has been written, the list of content types first, then by name.
std::vector<archive::File> package_of(Draft& draft);

}  // namespace assize::render::docx
