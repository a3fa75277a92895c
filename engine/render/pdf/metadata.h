// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>

#include <string>

#include "engine/dossier/document.h"

namespace assize::render::pdf {

/// Information dictionary and XMP packet with the same values, language, how a viewer opens the file, output intent.
void write_metadata(QPDF& pdf, const dossier::Document& document, const std::string& srgb_profile);

}  // namespace assize::render::pdf
