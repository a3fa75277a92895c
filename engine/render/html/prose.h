// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/html/page.h"

namespace assize::render::html {

/// Runs of text with their styles, links, and marks of notes.
void write_spans(Page& page, const dossier::Spans& spans);
void write_block(Page& page, const dossier::Paragraph& paragraph);
void write_block(Page& page, const dossier::List& list);
void write_block(Page& page, const dossier::Preformatted& preformatted);
void write_block(Page& page, const dossier::GapNote& gap);
void write_block(Page& page, const dossier::KeyFacts& facts);
/// The notes that marks of the page lead to, with ways back; nothing when there are none.
void write_notes(Page& page);

/// The class that gives a tone its look; empty for plain.
std::string_view class_of(dossier::Tone tone);

}  // namespace assize::render::html
