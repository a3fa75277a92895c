// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/draft.h"

#include "engine/input/quote.h"
#include "engine/render/document_text.h"

namespace assize::render::docx {
namespace {

using input::Severity;

/// The URL with every byte escaped that RFC 3986 has no place for: Word calls a file damaged for one such byte.
std::string uri_of(std::string_view url) {
  constexpr std::string_view kept = "-._~:/?#@!$&'()*+,;=";
  constexpr char digits[] = "0123456789ABCDEF";
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  std::string uri;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool escape = c == '%' && at + 2 < url.size() && is_hex(url[at + 1]) && is_hex(url[at + 2]);
    if (letter || escape || kept.find(c) != kept.npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri.append(1, '%').append(1, digits[byte / 16]).append(1, digits[byte % 16]);
    }
  }
  return uri;
}

/// Whether something stands behind the scheme that a program could open.
bool leads_somewhere(std::string_view url) {
  const auto rest = url.substr(url.starts_with("mailto:") ? 7 : url.find("//") + 2);
  return !rest.empty() && std::string_view("/:?#@").find(rest.front()) == std::string_view::npos;
}

}  // namespace

Draft::Draft(const dossier::Document& given) : document(given), look(look_of(given)), outline(outline_of(given)) {}

Draft::Target Draft::target_of(const std::string& link) {
  if (link.empty()) return {};
  if (link.size() > 1 && link[0] == '#') {
    const auto found = outline.bookmarks.find(std::string_view(link).substr(1));
    if (found != outline.bookmarks.end()) return {found->second, {}};
    complain({Severity::error, "dangling-link", "nothing in the document is called " + input::quote(link)});
    return {};
  }
  if (!is_web_link(link) || !leads_somewhere(link)) {
    complain({Severity::warning,
              "link-inactive",
              input::quote(link) + " is shown as text, not as a link",
              {},
              "links begin with `#`, `https://`, `http://` or `mailto:`"});
    return {};
  }
  const auto [relation, fresh] = relations_.emplace(uri_of(link), std::string());
  if (fresh) {
    urls_.push_back(relation->first);
    relation->second = "link" + std::to_string(urls_.size());
  }
  return {{}, relation->second};
}

void Draft::complain(input::Diagnostic found) {
  if (told_.insert(found.code + ' ' + found.message).second) complaints_.push_back(std::move(found));
}

}  // namespace assize::render::docx
