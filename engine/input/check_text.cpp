// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "engine/input/control_character.h"
#include "engine/input/lines.h"
#include "engine/input/read_tree.h"

namespace assize::input {
namespace {

unsigned byte(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

/// Bytes of the UTF-8 character at `at`; 0 when there is none: overlong, a surrogate, beyond U+10FFFF or cut off.
std::size_t character_at(std::string_view text, std::size_t at) {
  const unsigned lead = byte(text, at);
  if (lead < 0x80) return 1;
  const auto follows = [&](std::size_t offset) { return (byte(text, at + offset) & 0xC0u) == 0x80u; };
  const unsigned second = byte(text, at + 1);
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

std::string code_point(unsigned value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  return std::string("U+00") + digits[value >> 4 & 15u] + digits[value & 15u];
}

Diagnostic bad_encoding(std::string_view text) {
  Diagnostic fault{.code = "invalid-utf-8", .message = "the bytes here are not valid UTF-8"};
  const bool marked = byte(text, 0) + byte(text, 1) == 0xFF + 0xFE;
  fault.help = marked ? "the file looks like UTF-16: save it as UTF-8" : "save the file as UTF-8";
  return fault;
}

}  // namespace

Diagnostics check_text(const Source& source, const Limits& limits) {
  const std::string_view text = source.text;
  if (text.size() > limits.file_bytes)
    return {{Severity::error, "file-too-large",
             "the file has " + std::to_string(text.size()) + " bytes, and at most " +
                 std::to_string(limits.file_bytes) + " are read",
             Place{.file = source.name, .pointer = {}}, "split it into several files"}};
  Diagnostics found;
  std::optional<Lines> lines;  // Made for a fault only.
  const auto add = [&](Diagnostic fault, std::size_t at) {
    if (!lines) lines.emplace(source);
    fault.place = lines->place({at, at + 1});
    found.push_back(std::move(fault));
  };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(text, at);
    if (lead >= 0x20 && lead < 0x7F) {
      ++at;
      continue;
    }
    const auto length = character_at(text, at);
    if (length == 0) {
      add(bad_encoding(text), at);
      break;  // What follows is noise: a picture, another encoding.
    }
    if (lead == 0) {
      add({.code = "nul-byte", .message = "a NUL byte stands here: this is no text", .help = "is it the right file?"},
          at);
      break;
    }
    if (is_control(text, at)) {
      const auto name = code_point(length == 1 ? lead : byte(text, at + 1));
      add({.code = "control-character",
           .message = "the control character " + name + " stands here",
           .help = "remove it; only tabs and line ends are allowed"},
          at);
      if (found.size() >= limits.faults) break;
    }
    at += length;
  }
  return found;
}

}  // namespace assize::input
