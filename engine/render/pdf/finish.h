// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/document.h"
#include "engine/input/result.h"
#include "engine/render/formats.h"
#include "engine/render/pdf/canvas.h"
#include "engine/render/pdf/draft.h"

namespace assize::render::pdf {

/// A link leads to a spot or out of the document.
struct Destination {
  Spot spot;
  std::string url;  ///< Empty: the spot counts.
};

/// What the finished file needs beside the drawn pages.
struct Matter {
  const dossier::Document& document;
  const Draft& draft;                     ///< Pages (their sheets and links) and headings, as drawn.
  std::vector<Destination> destinations;  ///< One for each of draft.targets.
  const std::string& srgb_profile;        ///< Empty: no output intent.
  PdfA part;
};

/// The libqpdf pass: text maps and widths of the characters drawn, links, outline, metadata, output intent,
/// attachments, structure, and an ID that is a digest of the file. Errors: `pdf-unfinished`, when libqpdf cannot read
/// what was drawn.
input::Result<std::string> finish(Drawing drawing, const TypeCase& type, const Matter& matter);

}  // namespace assize::render::pdf
