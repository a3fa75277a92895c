// SPDX-License-Identifier: Apache-2.0
#include "engine/input/quote.h"

namespace assize::input {

std::string quote(std::string_view words) {
  constexpr std::size_t longest = 60;
  auto shown = words.substr(0, longest);
  if (shown.size() < words.size())
    while (!shown.empty() && (static_cast<unsigned char>(words[shown.size()]) & 0xC0) == 0x80) shown.remove_suffix(1);
  std::string quoted = "`";
  // Escapes may have put what a terminal obeys into a text that check_text let pass.
  for (const char c : shown) quoted += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  if (shown.size() < words.size()) quoted += "…";
  return quoted += "`";
}

std::string one_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace assize::input
