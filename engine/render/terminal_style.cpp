// SPDX-License-Identifier: Apache-2.0
#include "engine/render/terminal_style.h"

#include <cstdlib>

namespace assize::render {

std::string_view escape_of(dossier::Tone tone) {
  switch (tone) {
    case dossier::Tone::plain:
      return "";
    case dossier::Tone::quiet:
      return "2";
    case dossier::Tone::minor:
      return "36";
    case dossier::Tone::major:
      return "33";
    case dossier::Tone::critical:
      return "1;31";
    case dossier::Tone::good:
      return "32";
    case dossier::Tone::gap:
      return "1;35";
  }
  std::abort();  // A tone without a colour: -Wswitch refuses to build it.
}

std::string painted(std::string_view text, std::string_view escape) {
  if (escape.empty() || text.empty()) return std::string(text);
  return std::string("\x1b[").append(escape).append("m").append(text).append("\x1b[0m");
}

}  // namespace assize::render
