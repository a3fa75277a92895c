// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <new>
#include <string>
#include <utility>

#include "engine/render/document_text.h"
#include "engine/render/formats.h"
#include "engine/render/html/assets.h"
#include "engine/render/html/base64.h"
#include "engine/render/html/cover.h"
#include "engine/render/html/house.h"
#include "engine/render/html/page.h"
#include "engine/render/html/prose.h"
#include "engine/render/html/section.h"

namespace assize::render {
namespace {

using html::Page;

/// Nothing from outside, no style and no script but these, no form, no other base for links.
std::string policy(std::string_view house) {
  return "default-src 'none'; style-src " + html::policy_source(html::style_text()) + " " + html::policy_source(house) +
         "; script-src " + html::policy_source(html::script_text()) +
         "; img-src data:; base-uri 'none'; form-action 'none'";
}

void write_meta(Page& page, std::string_view name, const std::string& content) {
  if (content.empty()) return;
  page.write("<meta");
  page.attribute("name", name);
  page.attribute("content", content);
  page.write(">\n");
}

void write_head(Page& page, std::string_view house) {
  const auto& document = page.document;
  page.write("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
  page.attribute("content", policy(house));
  page.write(">\n");
  write_meta(page, "viewport", "width=device-width, initial-scale=1");
  write_meta(page, "color-scheme", "light dark");
  write_meta(page, "referrer", "no-referrer");
  write_meta(page, "generator", "assize");
  write_meta(page, "author", document.author);
  write_meta(page, "description", document.subtitle);
  page.write("<link rel=\"icon\" href=\"data:,\">\n<title>");
  page.one_line(document.title);
  page.write("</title>\n<style>");
  page.write(html::style_text());
  page.write("</style>\n<style>");
  page.write(house);
  page.write("</style>\n</head>\n");
}

/// The words the script uses, where it finds them.
void write_words(Page& page) {
  const auto& labels = page.document.labels;
  page.attribute("data-filter", labels.filter);
  page.attribute("data-all-values", labels.all_values);
  page.attribute("data-rows-shown", labels.rows_shown);
  page.attribute("data-sort-by", labels.sort_by);
  page.attribute("data-found", labels.found);
  page.attribute("data-none-found", labels.none_found);
}

bool reads_from_the_right(std::string_view language) {
  const auto main = language.substr(0, language.find('-'));
  for (const std::string_view one : {"ar", "he", "fa", "ur", "yi", "dv", "ps"})
    if (main == one) return true;
  return false;
}

/// Runs `write` on an empty page and gives what it wrote.
template <class Write>
std::string part(Page& page, const Write& write) {
  std::string before = std::exchange(page.out, {});
  write();
  return std::exchange(page.out, std::move(before));
}

void write_watermark(Page& page) {
  const auto& mark = page.document.watermark;
  if (mark.empty()) return;
  page.write("<div class=\"watermark\" aria-hidden=\"true\"><span");
  if (mark.size() > 12) page.write(" class=\"long\"");
  page.write(">");
  page.text(mark);
  page.write("</span></div>\n");
}

input::Result<std::string> render(const dossier::Document& document) {
  Page page(document);
  // In reading order, so that notes, figures and tables are numbered before the lists in front name them.
  const auto main = page.anchors.fresh("text");
  const auto cover = part(page, [&] { html::write_cover(page); });
  const auto text = part(page, [&] {
    for (const auto& section : document.sections) html::write_section(page, section, 2);
    html::write_notes(page);
  });
  const auto house = html::house_style(page);
  page.write("<!DOCTYPE html>\n<html");
  page.attribute("lang", document.language.empty() ? "en" : document.language);
  if (reads_from_the_right(document.language)) page.write(" dir=\"rtl\"");
  page.write(">\n");
  write_head(page, house);
  page.write("<body");
  write_words(page);
  page.write(">\n<a class=\"skip\"");
  page.attribute("href", html::fragment(main));
  page.write(">");
  page.text(document.labels.skip);
  page.write("</a>\n");
  html::write_bar(page);
  page.write(cover);
  html::write_contents(page);
  page.write("<main tabindex=\"-1\"");
  page.attribute("id", main);
  page.write(">\n");
  page.write(text);
  page.write("</main>\n");
  html::write_footer(page);
  write_watermark(page);
  page.write("<script>");
  page.write(html::script_text());
  page.write("</script>\n</body>\n</html>\n");
  if (input::has_errors(page.complaints)) return page.complaints;
  return {std::move(page.out), std::move(page.complaints)};
}

}  // namespace

input::Result<std::string> render_html(const dossier::Document& document) {
  const auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  try {
    return render(document);
  } catch (const std::bad_alloc&) {
    return input::Diagnostics{
        {input::Severity::error, "out-of-memory", "the document is too large for the memory at hand"}};
  }
}

}  // namespace assize::render
