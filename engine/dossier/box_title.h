// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace assize::dossier {

// What is written in boxes of data flows, in points.
constexpr double kTitleSize = 7.9, kTitleLeading = 9.2;
constexpr double kNoteLeading = 8.5;
constexpr double kNumberSize = 7.9;  ///< Of flows and notes.

/// A title in lines of whole words, two at most; a renderer shortens what is still too long.
std::vector<std::string> title_lines(const std::string& title);

}  // namespace assize::dossier
