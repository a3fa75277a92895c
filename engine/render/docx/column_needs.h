// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/column_widths.h"

namespace assize::render::docx {

/// What the columns of a table ask for, estimated, so that the rules of the PDF share out the width here too.
pdf::ColumnNeeds column_needs(const dossier::Table& table);

}  // namespace assize::render::docx
