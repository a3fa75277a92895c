// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>

#include "engine/render/pdf/canvas.h"

namespace assize::render::pdf {

/// Rebuilds what libharu writes wrong or for the whole font: /ToUnicode, /W, /CIDToGIDMap, /CIDSystemInfo, /CapHeight
/// and the names. In its fonts a character's code is its Unicode value, so the characters drawn are all that is needed.
/// Part 1 of PDF/A asks for a /CIDSet of the same characters; in part 3 it is better left out.
void finish_fonts(QPDF& pdf, const Drawing& drawing, const TypeCase& type, PdfA part);

}  // namespace assize::render::pdf
