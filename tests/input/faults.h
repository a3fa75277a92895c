// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/input/result.h"
#include "engine/input/tree.h"

namespace assize::input {

/// "code line:column" of each, in order, joined by ", ".
inline std::string faults(const Diagnostics& found) {
  std::string text;
  for (const auto& fault : found)
    text += (text.empty() ? "" : ", ") + fault.code + " " + std::to_string(fault.place.line) + ":" +
            std::to_string(fault.place.column);
  return text;
}
/// The codes alone.
inline std::string codes(const Diagnostics& found) {
  std::string text;
  for (const auto& fault : found) text += (text.empty() ? "" : ", ") + fault.code;
  return text;
}
template <class T>
std::string faults(const Result<T>& read) {
  return faults(read.diagnostics());
}
template <class T>
std::string codes(const Result<T>& read) {
  return codes(read.diagnostics());
}

/// The value with that pointer as its place, or null. Slow and obvious.
inline const Tree* at(const Tree& tree, const std::string& pointer) {
  if (pointer.empty()) return &tree;
  for (std::size_t i = 0; i < tree.items.size(); ++i) {
    const auto step = "/" + std::to_string(i);
    if (pointer == step || pointer.rfind(step + "/", 0) == 0) return at(tree.items[i], pointer.substr(step.size()));
  }
  for (const auto& member : tree.members) {
    std::string step = "/";
    for (const char c : member.key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    if (pointer == step || pointer.rfind(step + "/", 0) == 0) return at(member.value, pointer.substr(step.size()));
  }
  return nullptr;
}

inline std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

inline std::string with_crlf(const std::string& text) {
  std::string all;
  for (const char c : text) all += c == '\n' ? "\r\n" : std::string(1, c);
  return all;
}

}  // namespace assize::input
