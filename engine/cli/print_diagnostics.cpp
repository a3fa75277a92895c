// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/print_diagnostics.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/input/control_character.h"

namespace assize::cli {
namespace {

using input::Severity;

std::string_view line_of(std::string_view text, int number) {
  for (int at = 1; at < number; ++at) {
    const auto end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  auto line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Bytes of the character at `at`; 0 when no character of UTF-8 begins there. Good enough to draw, not to judge.
std::size_t character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80) return 0;
  return length;
}

/// User text for a terminal: what would steer it, or turn the line around, and what is no UTF-8 is shown as `?`.
std::string harmless(std::string_view text) {
  static constexpr std::string_view turning[] = {"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
                                                 "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"};
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = character_at(text, at);
    const auto character = text.substr(at, std::max<std::size_t>(1, length));
    at += character.size();
    if (character == "\t")
      shown += ' ';
    else if (length == 0 || input::is_control(character, 0) || character == "\n" || character == "\r" ||
             std::find(std::begin(turning), std::end(turning), character) != std::end(turning))
      shown += '?';
    else
      shown += character;
  }
  return shown;
}

/// Characters of the first `bytes` bytes: carets stand under characters, places count bytes.
std::size_t characters(std::string_view text, std::size_t bytes) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, text.size())),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// The part of a long line that is shown: from `start` on, which is a little before the fault.
struct Window {
  std::size_t start = 0;
  std::string_view text;
  bool is_cut = false;  ///< There is more behind it.
};
Window around(std::string_view line, std::size_t fault) {
  constexpr std::size_t widest = 160, before = 60;
  Window window;
  if (line.size() > widest && fault > before) window.start = std::min(fault, line.size()) - before;
  const auto continues = [&](std::size_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0) == 0x80;
  };
  while (window.start > 0 && continues(window.start)) --window.start;
  auto end = std::min(line.size(), window.start + widest);
  while (end > window.start && continues(end)) --end;
  window.text = line.substr(window.start, end - window.start);
  window.is_cut = end < line.size();
  return window;
}

/// A pointer into deep nesting tells nothing that the line does not.
std::string shortened(const std::string& pointer) {
  constexpr std::size_t longest = 120;
  return pointer.size() <= longest ? pointer : pointer.substr(0, pointer.rfind('/', longest)) + "/…";
}

}  // namespace

void print_diagnostics(const input::Diagnostics& found, const Sources& sources, bool color, std::ostream& err) {
  const auto paint = [&](const char* code) { return color ? code : ""; };
  std::size_t errors = 0, warnings = 0, remarks = 0;
  for (const auto& one : found) {
    const auto* const tone = one.severity == Severity::error     ? "\x1b[1;31m"
                             : one.severity == Severity::warning ? "\x1b[1;33m"
                                                                 : "\x1b[1;36m";
    ++(one.severity == Severity::error ? errors : one.severity == Severity::warning ? warnings : remarks);
    err << paint(tone) << name_of(one.severity) << '[' << one.code << ']' << paint("\x1b[0m") << ": "
        << harmless(one.message) << '\n';
    const auto& name = one.place.file.text();
    const auto source = sources.files.find(name);
    const auto& path = source == sources.files.end() ? name : source->second.path;
    if (!path.empty()) {
      err << paint("\x1b[34m") << "  --> " << paint("\x1b[0m") << harmless(path);
      if (one.place.line > 0) err << ':' << one.place.line << ':' << one.place.column;
      if (!one.place.pointer.empty()) err << " (" << harmless(shortened(one.place.pointer)) << ')';
      err << '\n';
    }
    if (one.place.line > 0 && source != sources.files.end()) {
      const auto line = line_of(source->second.text, one.place.line);
      const auto number = std::to_string(one.place.line);
      const auto fault = std::min(line.size(), static_cast<std::size_t>(std::max(0, one.place.column - 1)));
      const auto window = around(line, fault);
      const auto before = characters(line.substr(window.start), fault - window.start) + (window.start > 0 ? 1 : 0);
      const auto under = characters(line.substr(fault), static_cast<std::size_t>(std::max(1, one.place.length)));
      err << paint("\x1b[34m") << number << " | " << paint("\x1b[0m") << (window.start > 0 ? "…" : "")
          << harmless(window.text) << (window.is_cut ? "…" : "") << '\n'
          << std::string(number.size(), ' ') << paint("\x1b[34m") << " | " << paint("\x1b[0m")
          << std::string(before, ' ') << paint(tone) << std::string(std::clamp<std::size_t>(under, 1, 60), '^')
          << paint("\x1b[0m") << '\n';
    }
    if (!one.help.empty()) err << "   = help: " << harmless(one.help) << '\n';
    err << '\n';
  }
  if (errors + warnings + remarks == 0) return;
  const auto count = [&](std::size_t number, const char* word) {
    return std::to_string(number) + " " + word + (number == 1 ? "" : "s");
  };
  std::string counts;
  for (const auto& [number, word] : {std::pair(errors, "error"), {warnings, "warning"}, {remarks, "remark"}})
    if (number > 0) counts += (counts.empty() ? "" : ", ") + count(number, word);
  err << counts << '\n';
}

ExitCode exit_code_of(const input::Diagnostics& found) {
  const auto machine = [](const input::Diagnostic& one) {
    return one.code == "unwritable" || one.code == "unreadable" || one.code == "store-locked" ||
           one.code == "store-full" || one.code == "store-read-only" || one.code == "store-failed" ||
           one.code == "store-corrupt";
  };
  return std::any_of(found.begin(), found.end(), machine) ? ExitCode::machine_failed : ExitCode::wrong_input;
}

}  // namespace assize::cli
