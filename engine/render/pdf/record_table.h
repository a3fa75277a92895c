// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"
#include "engine/render/pdf/row.h"

namespace assize::render::pdf {

inline constexpr double kRecordSize = 8.2;

/// Each row as a block of its own, led by its first cell: the titles of columns stand as terms before the values, cells
/// without a text are left out, two short ones share a line. For tables whose columns would be too narrow to read.
void place_records(Flow& flow, const dossier::Table& table);

/// Fills in what a cell shows, but for its place and its lines.
void set_cell(Flow& flow, Row::Cell& into, const dossier::Cell& cell);

}  // namespace assize::render::pdf
