// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/print_diagnostics.h"

#include <algorithm>
#include <string>
#include <string_view>

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

/// Bytes of user text that would steer a terminal are shown as `?`; bytes of valid UTF-8 stay.
std::string harmless(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    shown += c == '\t' ? ' ' : byte < 0x20 || byte == 0x7f ? '?' : c;
  }
  return shown;
}

/// Characters of the first `bytes` bytes: carets stand under characters, places count bytes.
std::size_t characters(std::string_view text, std::size_t bytes) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, text.size())),
                                                [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

constexpr std::size_t widest_line = 160;

}  // namespace

void print_diagnostics(const input::Diagnostics& found, const Sources& sources, bool color, std::ostream& err) {
  const auto paint = [&](const char* code) { return color ? code : ""; };
  std::size_t errors = 0, warnings = 0;
  for (const auto& one : found) {
    const bool error = one.severity == Severity::error;
    ++(error ? errors : warnings);
    err << paint(error ? "\x1b[1;31m" : "\x1b[1;33m") << (error ? "error" : "warning") << '[' << one.code << ']' << paint("\x1b[0m") << ": "
        << harmless(one.message) << '\n';
    const auto& name = one.place.file.text();
    const auto source = sources.files.find(name);
    const auto& path = source == sources.files.end() ? name : source->second.path;
    if (!path.empty()) {
      err << paint("\x1b[34m") << "  --> " << paint("\x1b[0m") << harmless(path);
      if (one.place.line > 0) err << ':' << one.place.line << ':' << one.place.column;
      if (!one.place.pointer.empty()) err << " (" << harmless(one.place.pointer) << ')';
      err << '\n';
    }
    if (one.place.line > 0 && source != sources.files.end()) {
      const auto line = line_of(source->second.text, one.place.line);
      const auto number = std::to_string(one.place.line);
      const auto before = characters(line, static_cast<std::size_t>(std::max(0, one.place.column - 1)));
      const auto under = characters(line.substr(std::min(line.size(), static_cast<std::size_t>(std::max(0, one.place.column - 1)))),
                                    static_cast<std::size_t>(std::max(1, one.place.length)));
      // A long line is shown around its fault.
      const auto start = before > widest_line / 2 ? std::min(line.size(), static_cast<std::size_t>(one.place.column - 1)) : 0;
      auto cut = line.substr(start, widest_line);
      while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xc0) == 0x80 && start + cut.size() < line.size()) cut.remove_suffix(1);
      err << paint("\x1b[34m") << number << " | " << paint("\x1b[0m") << harmless(cut) << '\n'
          << std::string(number.size(), ' ') << paint("\x1b[34m") << " | " << paint("\x1b[0m") << std::string(start > 0 ? 0 : before, ' ')
          << paint(error ? "\x1b[1;31m" : "\x1b[1;33m") << std::string(std::clamp<std::size_t>(under, 1, 60), '^') << paint("\x1b[0m") << '\n';
    }
    if (!one.help.empty()) err << "   = help: " << harmless(one.help) << '\n';
    err << '\n';
  }
  if (errors + warnings == 0) return;
  const auto count = [&](std::size_t number, const char* word) { return std::to_string(number) + " " + word + (number == 1 ? "" : "s"); };
  if (errors > 0) err << count(errors, "error");
  if (errors > 0 && warnings > 0) err << ", ";
  if (warnings > 0) err << count(warnings, "warning");
  err << '\n';
}

ExitCode exit_code_of(const input::Diagnostics& found) {
  const auto machine = [](const input::Diagnostic& one) {
    return one.code == "unwritable" || one.code == "unreadable" || (one.code.starts_with("store-") && one.code != "store-newer");
  };
  return std::any_of(found.begin(), found.end(), machine) ? ExitCode::machine_failed : ExitCode::wrong_input;
}

}  // namespace assize::cli
