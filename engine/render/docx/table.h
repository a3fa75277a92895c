// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// Caption, header repeated on each page, rows that stay whole where they are not very high, fixed columns inside the
/// page. Columns that do not fit beside each other are written as further tables below, each led by the first column.
void write_table(Draft& draft, const dossier::Table& table, const Paper& paper);
/// Whether the table reads better across a landscape page.
bool wants_landscape(const dossier::Table& table);

void write_key_facts(Draft& draft, const dossier::KeyFacts& facts);

/// "Table 3 — …", a numbered caption that Word counts itself. `label` is of Labels; `sequence` its name in fields.
void write_caption(Draft& draft, std::string_view label, std::string_view sequence, std::size_t number,
                   const std::string& bookmark, const std::string& words, bool keep_next);

}  // namespace assize::render::docx
