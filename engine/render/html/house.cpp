// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/house.h"

#include <cstddef>

#include "engine/input/quote.h"
#include "engine/render/html/base64.h"
#include "engine/render/html/colour.h"
#include "engine/render/html/text.h"

namespace assize::render::html {
namespace {

// The grounds of page.css on which text of the house's colour is hardest to read.
constexpr Colour kLightGround{0xEE, 0xF2, 0xF5}, kDarkGround{0x26, 0x2F, 0x37};

void complain(Page& page, std::string message, std::string help) {
  page.complaints.push_back({input::Severity::warning, "style-unusable", std::move(message), {}, std::move(help)});
}

/// `content` of a box at the edge of a printed page, with the counters in place of {page} and {pages}.
std::string page_number(std::string_view label) {
  std::string content;
  while (!label.empty()) {
    const auto open = label.find('{');
    if (open > 0) content += css_string(label.substr(0, open)) + " ";
    if (open == std::string_view::npos) break;
    label.remove_prefix(open);
    if (label.starts_with("{page}") || label.starts_with("{pages}")) {
      content += label.starts_with("{page}") ? "counter(page) " : "counter(pages) ";
      label.remove_prefix(label.find('}') + 1);
    } else {
      content += css_string("{") + " ";
      label.remove_prefix(1);
    }
  }
  return content.empty() ? "\"\"" : content;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string line;
  for (const auto part : parts)
    if (!part.empty()) line.append(line.empty() ? "" : " \xC2\xB7 ").append(part);
  return line;
}

std::string edges(const dossier::Document& document) {
  const auto& style = document.style;
  const auto box = [](std::string_view where, const std::string& content) {
    return "@" + std::string(where) + "{content:" + content + "}";
  };
  return "@page{" + box("top-left", css_string(joined({style.header, document.title}))) +
         box("top-right", css_string(document.classification)) +
         box("bottom-left", css_string(joined({document.id, document.version, document.date, style.footer}))) +
         box("bottom-right", page_number(document.labels.page)) + "}";
}

constexpr std::string_view kPngStart = "\x89PNG\r\n\x1A\n";

/// A number of the first chunk, which says how large the image is.
unsigned big_endian(std::string_view bytes, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::string house_style(Page& page) {
  const auto& style = page.document.style;
  std::string rules = ":root{";
  if (const auto accent = read_colour(style.accent))
    rules += "--house:" + to_text(readable_on(kLightGround, *accent)) +
             ";--house-dark:" + to_text(readable_on(kDarkGround, *accent)) + ";";
  else if (!style.accent.empty())
    complain(page, "the house's colour " + input::quote(style.accent) + " is none", "write it as `#rrggbb`");
  if (!style.font.empty()) rules += "--house-font:" + css_string(style.font) + ";";
  return rules + "}\n" + edges(page.document) + "\n";
}

void write_logo(Page& page) {
  const auto& style = page.document.style;
  if (style.logo.empty()) return;
  if (!style.logo.starts_with(kPngStart) || style.logo.size() < 24)
    return complain(page, "the house's logo is not a PNG file", "save it as PNG");
  page.write("<img class=\"logo\"");
  page.attribute("alt", style.logo_text);
  page.attribute("width", std::to_string(big_endian(style.logo, 16)));
  page.attribute("height", std::to_string(big_endian(style.logo, 20)));
  page.write(" src=\"data:image/png;base64,");
  append_base64(page.out, style.logo);
  page.write("\">");
}

}  // namespace assize::render::html
