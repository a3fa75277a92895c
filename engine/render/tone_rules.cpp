// SPDX-License-Identifier: Apache-2.0
#include "engine/render/tone_rules.h"

#include <set>

#include "engine/render/neutral_cell.h"

namespace assize::render {
namespace {

using dossier::Cell;
using dossier::Table;
using dossier::Tone;

constexpr std::size_t most_words = 16;
constexpr std::size_t longest_word = 60;  // Bytes: a formula in a rule may have 255 characters.

/// Words and tones of a class-like column, plain ones too; empty when it is none.
ToneWords own_words(const Table& table, std::size_t column) {
  ToneWords words;
  bool any = false;
  for (const auto& row : table.rows) {
    const Cell& cell = row[column];
    if (cell.type != Cell::Type::text || cell.text.empty()) {
      if (cell.tone != Tone::plain) return {};
      continue;
    }
    const auto [word, added] = words.emplace(tone_word(neutral_cell(cell).text), cell.tone);
    any = any || cell.tone != Tone::plain;
    if (word->second != cell.tone || words.size() > most_words || word->first.size() > longest_word ||
        word->first.find('\n') != std::string::npos)
      return {};
  }
  return any ? words : ToneWords{};
}

}  // namespace

std::string tone_word(std::string_view text) {
  std::string word(text);
  for (char& character : word)
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  return word;
}

std::vector<std::vector<ToneWords>> tone_words_of(const std::vector<const Table*>& tables) {
  std::vector<std::vector<ToneWords>> all;
  ToneWords shared;
  std::set<std::string> disputed;
  for (const auto* table : tables) {
    all.emplace_back();
    for (std::size_t column = 0; column < table->columns.size(); ++column) {
      all.back().push_back(own_words(*table, column));
      for (const auto& [word, tone] : all.back().back())
        if (const auto [other, added] = shared.emplace(word, tone); other->second != tone) disputed.insert(word);
    }
  }
  for (const auto& word : disputed) shared.erase(word);
  for (const auto& [word, tone] :
       ToneWords{{"minor", Tone::minor}, {"major", Tone::major}, {"critical", Tone::critical}})
    if (!disputed.contains(word)) shared.emplace(word, tone);
  for (auto& table : all)
    for (auto& words : table) {
      if (words.empty()) continue;
      words.insert(shared.begin(), shared.end());
      std::erase_if(words, [](const auto& word) { return word.second == Tone::plain; });
    }
  return all;
}

}  // namespace assize::render
