// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"

namespace assize::render::pdf {

/// Names that cannot stand for a file, or stand for two: `attachment-name`.
input::Diagnostics check_attachments(const dossier::Document& document);

/// The document's attachments as associated files of the whole (ISO 19005-3, 6.8): `assessment.json` as what the paper
/// was made from, all else as data beside it.
void write_attachments(QPDF& pdf, const dossier::Document& document);

}  // namespace assize::render::pdf
