// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/untranslated.h"

namespace assize::cli {
namespace {

/// Blanks and line ends as one blank: a text may be folded in its file.
std::string with_single_blanks(const std::string& text) {
  std::string folded;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      folded += c;
    else if (!folded.empty() && folded.back() != ' ')
      folded += ' ';
  }
  return folded;
}

std::string in_quotes(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n')
      quoted += "\\n";
    else
      quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string words_to_translate(const std::set<std::string>& untranslated, const Loaded& loaded,
                               const std::string& language) {
  std::string own;
  for (const auto& [name, text] : loaded.texts) own += with_single_blanks(text) + "\n";
  // A key of YAML on one line has 1,024 characters at most; a longer one is written with a question mark.
  constexpr std::size_t longest_key = 1000;
  std::string file = "format: assize/words/1\nlanguage: " + language + "\nwords:\n";
  for (const auto& phrase : untranslated) {
    if (own.find(with_single_blanks(phrase)) != own.npos) continue;
    const auto quoted = in_quotes(phrase);
    file += quoted.size() > longest_key ? "  ? " + quoted + "\n  : " : "  " + quoted + ": ";
    file += quoted + "\n";
  }
  return file;
}

}  // namespace assize::cli
