// SPDX-License-Identifier: Apache-2.0
#include "engine/store/canonical_json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/input/quote.h"
#include "engine/input/read_tree.h"
#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

using input::Tree;

constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;

/// UTF-8 sorts as UTF-16 does, but for characters beyond U+FFFF (lead bytes F0 to F4): their surrogates come before
/// U+E000 to U+FFFF (lead bytes EE and EF).
bool before_in_utf16(std::string_view a, std::string_view b) {
  const auto rank = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte;
  };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

class Writer {
 public:
  void write(const Tree& value) {
    switch (value.shape) {
      case Tree::Shape::null:
        text_ += "null";
        return;
      case Tree::Shape::boolean:
        text_ += value.boolean ? "true" : "false";
        return;
      case Tree::Shape::integer:
        return write_integer(value);
      case Tree::Shape::number:
        refuse(value, "is no integer");
        return;
      case Tree::Shape::text:
        append_json_string(text_, value.text);
        return;
      case Tree::Shape::list:
        return write_list(value);
      case Tree::Shape::map:
        return write_map(value);
    }
  }
  input::Result<std::string> finish() && {
    if (refused_) return input::Diagnostics{std::move(*refused_)};
    return std::move(text_);
  }

 private:
  void write_integer(const Tree& value) {
    if (value.integer < -largest || value.integer > largest)
      return refuse(value, "is too large to be exact everywhere");
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value.integer).ptr;
    text_.append(digits, end);
  }
  void write_list(const Tree& value) {
    text_ += '[';
    for (const auto& item : value.items) {
      if (&item != &value.items.front()) text_ += ',';
      write(item);
    }
    text_ += ']';
  }
  void write_map(const Tree& value) {
    std::vector<const input::Member*> members;
    for (const auto& member : value.members) members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return before_in_utf16(a->key, b->key); });
    text_ += '{';
    for (const auto* member : members) {
      if (member != members.front()) text_ += ',';
      append_json_string(text_, member->key);
      text_ += ':';
      write(member->value);
    }
    text_ += '}';
  }
  void refuse(const Tree& value, std::string_view why) {
    if (refused_) return;
    refused_ = fault("store-entry", "the number " + input::quote(value.text) + " in the payload " + std::string(why),
                     "write decimals and large numbers in quotes");
  }

  std::string text_;
  std::optional<input::Diagnostic> refused_;
};

}  // namespace

input::Result<std::string> canonical_json(std::string_view json) {
  const auto tree = input::read_json({{}, std::string(json)});
  if (!tree)
    return input::Diagnostics{
        fault("store-entry", "the payload is not JSON as we keep it: " + tree.diagnostics().front().message)};
  Writer writer;
  writer.write(tree.value());
  return std::move(writer).finish();
}

void append_json_string(std::string& to, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  to += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        to += "\\\"";
        break;
      case '\\':
        to += "\\\\";
        break;
      case '\b':
        to += "\\b";
        break;
      case '\f':
        to += "\\f";
        break;
      case '\n':
        to += "\\n";
        break;
      case '\r':
        to += "\\r";
        break;
      case '\t':
        to += "\\t";
        break;
      default:
        if (byte >= 0x20) {
          to += c;
        } else {
          to += "\\u00";
          to += hex[byte >> 4];
          to += hex[byte & 15u];
        }
    }
  }
  to += '"';
}

}  // namespace assize::store
