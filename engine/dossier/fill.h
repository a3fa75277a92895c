// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"
#include "engine/input/source.h"

namespace assize::dossier {

using Values = std::map<std::string, std::string>;

/// Complaints about the {{placeholders}} of a text, each with its line and column: `unknown-placeholder`,
/// `unclosed-placeholder`. A hole is an error, never a blank.
input::Diagnostics check_placeholders(const input::Source& source, const Values& values);
/// The same for a text inside another file; the place is that of the whole text.
input::Diagnostics check_placeholders(const std::string& text, const input::Place& place, const Values& values);

/// Each {{placeholder}} replaced by its value; "not stated" where the value is empty. The value is text: what looks
/// like markup in it is none. Unknown ones stay as they are.
std::string fill(const std::string& text, const Values& values);
void fill(std::vector<Block>& blocks, const Values& values);

}  // namespace assize::dossier
