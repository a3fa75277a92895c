// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/page.h"

#include "engine/input/quote.h"
#include "engine/render/document_text.h"
#include "engine/render/html/text.h"

namespace assize::render::html {

using input::Severity;

void Page::text(std::string_view words) { append_text(out, words); }
void Page::one_line(std::string_view words) { append_one_line(out, words); }
void Page::attribute(std::string_view name, std::string_view value) { append_attribute(out, name, value); }

std::optional<std::string> Page::target(const std::string& link) {
  if (link.empty()) return std::nullopt;
  if (is_web_link(link)) return link;
  if (link.size() > 1 && link.front() == '#')
    if (const auto id = anchors.find(link.substr(1)); !id.empty()) return fragment(id);
  if (!refused.insert(link).second) return std::nullopt;
  if (link.size() > 1 && link.front() == '#')
    complaints.push_back({Severity::error, "dangling-link", "nothing in the document is called " + input::quote(link)});
  else
    complaints.push_back({Severity::warning,
                          "link-inactive",
                          input::quote(link) + " is shown as text, not as a link",
                          {},
                          "links begin with `#`, `https://`, `http://` or `mailto:`"});
  return std::nullopt;
}

void Page::write_here(const std::string& id, std::string_view name) {
  if (id.empty()) return;
  write("<a class=\"here\"");
  attribute("href", fragment(id));
  attribute("aria-label", document.labels.link_here + (name.empty() ? "" : ": ") + std::string(name));
  write(">\xC2\xB6</a>");
}

std::string filled(std::string label, std::string_view key, std::string_view value) {
  const auto hole = "{" + std::string(key) + "}";
  if (const auto at = label.find(hole); at != std::string::npos) label.replace(at, hole.size(), value);
  return label;
}

}  // namespace assize::render::html
