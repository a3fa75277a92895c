// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <set>

#include "engine/dossier/words.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/quote.h"
#include "engine/input/read_tree.h"

namespace assize::dossier {
namespace {

using input::Tree;

/// The names of the pieces in braces, `{date}`; a template's `{{as-of}}` is one as well, with its inner braces.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> names;
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    auto close = text.find('}', open);
    if (close == text.npos) break;
    if (text.compare(open, 2, "{{") == 0) ++close;
    names.push_back(text.substr(open + 1, close - open - 1));
    open = close;
  }
  return names;
}

bool same_pieces(std::vector<std::string> some, std::vector<std::string> others) {
  std::sort(some.begin(), some.end());
  std::sort(others.begin(), others.end());
  return some == others;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// "{a}: {b}" fits everything, and says nothing.
constexpr std::size_t least_letters = 2;

input::Diagnostic error(std::string code, std::string message, const input::Place& place, std::string help) {
  return {input::Severity::error, std::move(code), std::move(message), place, std::move(help)};
}

void read_head(const Tree& tree, Language& language) {
  if (auto name = input::text_at(tree, "name"); !name.empty()) language.name = std::move(name);
  if (tree.find("complete")) language.complete = input::true_at(tree, "complete");
  if (auto decimal = input::text_at(tree, "decimal"); !decimal.empty()) language.decimal = std::move(decimal);
  if (auto date = input::text_at(tree, "date"); !date.empty()) language.date = std::move(date);
  auto month = language.months.begin();
  for (auto& name : input::texts_at(tree, "months"))
    if (month != language.months.end()) *month++ = std::move(name);
}

void check_pieces(const Tree& words, input::Diagnostics& found) {
  for (const auto& word : words.members)
    if (!same_pieces(pieces_of(word.key), pieces_of(word.value.text)))
      found.push_back(error("word-without-piece",
                            input::quote(word.value.text) + " has not the same pieces in braces as its English",
                            word.value.place, "its English is " + input::quote(word.key)));
}

}  // namespace

void Words::add(const std::string& english, std::string says) {
  if (!phrases_.emplace(english, says).second) return;  // Said by a file that wins.
  const auto pieces = pieces_of(english);
  // A template's own {{placeholders}} are filled after its words are found: such a phrase is only ever asked for whole.
  if (pieces.empty() || english.find("{{") != english.npos) return;
  Pattern pattern{{}, pieces, std::move(says), 0};
  std::size_t from = 0;
  for (const auto& piece : pieces) {
    const auto at = english.find("{" + piece + "}", from);
    pattern.fixed.push_back(english.substr(from, at - from));
    from = at + piece.size() + 2;
  }
  pattern.fixed.push_back(english.substr(from));
  for (const auto& fixed : pattern.fixed)
    pattern.letters += static_cast<std::size_t>(std::count_if(fixed.begin(), fixed.end(), is_letter));
  if (pattern.letters >= least_letters) patterns_.push_back(std::move(pattern));
}

input::Result<Words> Words::read(const std::string& language, const std::vector<input::Source>& files) {
  input::Diagnostics found;
  Words words;
  words.language_ = {.id = language, .name = language, .complete = false};
  for (const auto& file : files) {
    const auto tree = input::read_tree(file);
    if (!tree) {
      found.insert(found.end(), tree.diagnostics().begin(), tree.diagnostics().end());
      continue;
    }
    const auto faults = input::schema("words").check(tree.value());
    found.insert(found.end(), faults.begin(), faults.end());
    if (input::has_errors(faults)) continue;
    if (const auto* said = tree.value().find("language"); said->text != language)
      found.push_back(error("words-of-another-language", "these are words of " + input::quote(said->text), said->place,
                            "they are asked for as words of " + input::quote(language)));
    read_head(tree.value(), words.language_);
    if (const auto* all = tree.value().find("words")) {
      check_pieces(*all, found);
      for (const auto& word : all->members) words.add(word.key, word.value.text);
    }
  }
  if (input::has_errors(found)) return found;
  std::stable_sort(words.patterns_.begin(), words.patterns_.end(),
                   [](const auto& a, const auto& b) { return a.letters > b.letters; });
  return words;
}

}  // namespace assize::dossier
