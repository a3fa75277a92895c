// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// Small parts of the file, each whole. What a clock would say is the document's own date.
std::string core_properties(const dossier::Document& document);
std::string application_properties(const dossier::Document& document);
std::string settings(const Look& look);
std::string font_table(const Look& look);
std::string footnotes(Draft& draft);

}  // namespace assize::render::docx
