// SPDX-License-Identifier: Apache-2.0
#include <new>
#include <string>

#include "engine/archive/zip.h"
#include "engine/input/quote.h"
#include "engine/render/document_text.h"
#include "engine/render/docx/draft.h"
#include "engine/render/docx/front_matter.h"
#include "engine/render/docx/package.h"
#include "engine/render/docx/sections.h"
#include "engine/render/formats.h"

namespace assize::render {
namespace {

using input::Severity;

/// Word keeps of a file only what it knows: what travels inside would be gone when the document is saved.
void tell_attachments(docx::Draft& draft) {
  for (const auto& file : draft.document.attachments)
    draft.complain({Severity::warning,
                    "attachment-left-out",
                    input::quote(file.name) + " does not travel inside a DOCX file",
                    {},
                    "hand it over beside the document, or inside the PDF"});
}

void tell_replaced(docx::Draft& draft) {
  if (draft.replaced > 0)
    draft.complain(
        {Severity::warning, "control-character",
         "characters that a document cannot hold were replaced by U+FFFD: " + std::to_string(draft.replaced)});
}

input::Result<std::string> render(const dossier::Document& document) {
  auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  docx::Draft draft(document);
  docx::write_cover(draft);
  docx::write_contents(draft);
  docx::write_sections(draft);
  tell_attachments(draft);
  const auto parts = docx::package_of(draft);
  tell_replaced(draft);
  if (input::has_errors(draft.complaints())) return draft.complaints();
  auto zip = archive::write_zip(parts);
  if (!zip) return zip;
  return {std::move(zip).value(), draft.complaints()};
}

}  // namespace

input::Result<std::string> render_docx(const dossier::Document& document) {
  try {
    return render(document);
  } catch (const std::bad_alloc&) {
    return input::Diagnostics{{Severity::error, "out-of-memory", "the document is too large for the memory at hand"}};
  }
}

}  // namespace assize::render
