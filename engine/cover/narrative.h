// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/input/diagnostic.h"
#include "engine/input/fields.h"
#include "engine/input/source.h"

namespace assize::cover {

/// Prose that only the provider can write, keyed by the requirement it answers.
struct Narrative {
  std::string requirement;  ///< As the heading has it, later qualified.
  std::string text;         ///< CommonMark, without the heading.
  input::Place place;       ///< Of the heading.
  int first_line = 0;       ///< Of the text, for places inside it.
};

/// Splits a file at its level-1 headings `# REQUIREMENT` or `# REQUIREMENT: title`; code `no-heading` for text before
/// the first, `duplicate-id` for a requirement answered twice in the file.
std::vector<Narrative> read_narrative(const input::Source& source, input::Diagnostics& found);

/// A placeholder is not content: what makes the text hollow ("to be documented", TBD, no words), or "" when it is
/// sound.
std::string hollow(const Narrative& narrative);

}  // namespace assize::cover
