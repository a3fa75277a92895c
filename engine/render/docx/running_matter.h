// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// The namespaces that the root of a part with text declares.
inline constexpr Xml::Attribute kNamespaces[] = {
    {"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    {"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
    {"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    {"xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
    {"xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
    {"xmlns:v", "urn:schemas-microsoft-com:vml"},
    {"xmlns:o", "urn:schemas-microsoft-com:office:office"},
    {"xmlns:w10", "urn:schemas-microsoft-com:office:word"},
};
void open_root(Xml& xml, std::string_view name);

/// The part `word/header….xml`: house, title and classification, a watermark behind the page. The first page has the
/// watermark alone.
std::string first_header(Draft& draft);
std::string header(Draft& draft, const Paper& paper);
/// The part `word/footer….xml`: id, version and date; page n of N; the house's own line.
std::string footer(Draft& draft, const Paper& paper);

}  // namespace assize::render::docx
