// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>

#include <string>

#include "engine/dossier/document.h"
#include "engine/render/formats.h"

namespace assize::render::pdf {

/// Information dictionary and XMP packet with the same values, language, how a viewer opens the file, output intent. A
/// file without a profile names no part of PDF/A.
void write_metadata(QPDF& pdf, const dossier::Document& document, const std::string& srgb_profile, PdfA part);

/// The start of an ISO 8601 day as a date of PDF; empty when it is none.
std::string pdf_moment(const std::string& day);

}  // namespace assize::render::pdf
