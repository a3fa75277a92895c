// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// Caption, header repeated on each page, rows that stay whole where they are not very high, fixed columns inside the
/// page.
void write_table(Draft& draft, const dossier::Table& table, const Paper& paper);
/// Whether the table reads better across a landscape page.
bool wants_landscape(const dossier::Table& table);

void write_key_facts(Draft& draft, const dossier::KeyFacts& facts);

enum class CaptionOf { table, figure };
/// "Table 3 — …", a caption that Word counts itself, above a table or below a figure.
void write_caption(Draft& draft, CaptionOf kind, const std::string& words);

}  // namespace assize::render::docx
