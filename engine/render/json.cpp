// SPDX-License-Identifier: Apache-2.0
#include "engine/render/json.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace assize::render {
namespace {

using dossier::Record;

void append_text(std::string& out, const std::string& text) {
  // Readers let only valid UTF-8 in; should anything else get here it is replaced, never thrown over.
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void indent(std::string& out, int depth) { out.append(static_cast<std::size_t>(depth) * 2, ' '); }

template <class Number>
void append_number(std::string& out, Number number) {
  char digits[40];
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  out.append(digits, end.ptr);
}

}  // namespace

void append_json(std::string& text, const Record& record, int depth) {
  struct Writer {
    std::string& out;
    int depth;
    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { append_number(out, value); }
    void operator()(double value) const { append_number(out, value); }
    void operator()(const std::string& value) const { append_text(out, value); }
    void operator()(const Record::List& list) const {
      if (list.empty()) {
        out += "[]";
        return;
      }
      out += "[\n";
      for (std::size_t i = 0; i < list.size(); ++i) {
        indent(out, depth + 1);
        append_json(out, list[i], depth + 1);
        out += i + 1 < list.size() ? ",\n" : "\n";
      }
      indent(out, depth);
      out += "]";
    }
    void operator()(const Record::Map& map) const {
      if (map.empty()) {
        out += "{}";
        return;
      }
      out += "{\n";
      for (std::size_t i = 0; i < map.size(); ++i) {
        indent(out, depth + 1);
        append_text(out, map[i].first);
        out += ": ";
        append_json(out, map[i].second, depth + 1);
        out += i + 1 < map.size() ? ",\n" : "\n";
      }
      indent(out, depth);
      out += "}";
    }
  };
  std::visit(Writer{text, depth}, record.value);
}

std::string render_json(const Record& record) {
  std::string text;
  append_json(text, record);
  text += '\n';
  return text;
}

}  // namespace assize::render
