// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/xml.h"

#include <cassert>

#include "engine/render/code_points.h"

namespace assize::render::docx {

Xml::Xml() : xml_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

Xml Xml::fragment() {
  Xml part;
  part.xml_.clear();
  return part;
}

void Xml::start(std::string_view name, Attributes attributes) {
  xml_.append(1, '<').append(name);
  for (const auto& [key, value] : attributes) {
    xml_.append(1, ' ').append(key).append("=\"");
    escape(value, true);
    xml_ += '"';
  }
}

Xml& Xml::open(std::string_view name, Attributes attributes) {
  start(name, attributes);
  xml_ += '>';
  open_.push_back(name);
  return *this;
}

Xml& Xml::leaf(std::string_view name, Attributes attributes) {
  start(name, attributes);
  xml_ += "/>";
  return *this;
}

Xml& Xml::text(std::string_view words) {
  escape(words, false);
  return *this;
}

Xml& Xml::close() {
  assert(!open_.empty());
  xml_.append("</").append(open_.back()).append(1, '>');
  open_.pop_back();
  return *this;
}

Xml& Xml::append(std::string_view elements) {
  xml_ += elements;
  return *this;
}

std::string Xml::take() {
  assert(open_.empty());
  return std::move(xml_);
}

std::string Xml::take(std::size_t& replaced) {
  replaced += replaced_;
  return take();
}

void Xml::escape(std::string_view words, bool in_attribute) {
  for (std::size_t at = 0; at < words.size();) {
    const auto point = decode(words, at);
    const char32_t value = point ? point->value : 0;
    if (!point || is_unprintable(value)) {
      xml_ += replacement_character;
      ++replaced_;
    } else if (value == '&') {
      xml_ += "&amp;";
    } else if (value == '<') {
      xml_ += "&lt;";
    } else if (value == '>') {
      xml_ += "&gt;";
    } else if (value == '"' && in_attribute) {
      xml_ += "&quot;";
    } else if ((value == '\n' || value == '\r' || value == '\t') && in_attribute) {
      xml_ += value == '\n' ? "&#10;" : " ";  // A reader of XML would make a blank of all three.
    } else {
      xml_ += words.substr(at, point->bytes);
    }
    at += point ? point->bytes : 1;
  }
}

}  // namespace assize::render::docx
