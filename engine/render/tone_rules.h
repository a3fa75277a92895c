// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render {

/// Words of a column, in lower case, with their tones.
using ToneWords = std::map<std::string, dossier::Tone>;

/// For each column of each table: the words that are to be coloured by rule, so that a cell changes its colour when
/// someone writes another word into it. A column has such words when some of its text cells have a tone, a word has the
/// same tone in each of them, and there are few of them; it then also takes the words of other such columns of the
/// document, and the tones' own names. Empty for all other columns: their tones are formats of the single cells.
std::vector<std::vector<ToneWords>> tone_words_of(const std::vector<const dossier::Table*>& tables);

/// The key of a text in ToneWords. Excel compares text without regard to case.
std::string tone_word(std::string_view text);

}  // namespace assize::render
