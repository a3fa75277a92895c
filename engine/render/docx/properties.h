// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/docx/look.h"

namespace assize::render::docx {

/// Small parts of the file, each whole. What a clock would say is the document's own date.
std::string core_properties(const dossier::Document& document);
std::string application_properties(const dossier::Document& document);
std::string settings(const Look& look);
std::string font_table(const Look& look);
std::string footnotes(const std::vector<std::string>& notes);

}  // namespace assize::render::docx
