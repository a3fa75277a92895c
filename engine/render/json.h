// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/record.h"

namespace assize::render {

/// Appends the value as JSON (RFC 8259), two blanks of indentation a level, keys in the order given.
void append_json(std::string& text, const dossier::Record& record, int depth = 0);
/// With a line end.
std::string render_json(const dossier::Record& record);

}  // namespace assize::render
