// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// As columns with the header repeated on each page; as records where columns would be too narrow to read.
void place_table(Flow& flow, const dossier::Table& table);

/// Whether the table reads better across a landscape page.
bool wants_landscape(Flow& flow, const dossier::Table& table);

}  // namespace assize::render::pdf
