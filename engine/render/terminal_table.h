// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/document.h"
#include "engine/render/formats.h"

namespace assize::render {

/// The rows of a table as lines that end in LF, no line wider than the style says. Texts wrap inside their columns.
/// When columns would get too narrow to read, each row becomes a block of "title: value" lines instead. Caption and
/// when_empty are left to the caller. Takes valid UTF-8.
std::string draw_table(const dossier::Table& table, const TerminalStyle& style);

}  // namespace assize::render
