// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/cover.h"

#include <algorithm>
#include <string>

#include "engine/render/html/base64.h"
#include "engine/render/html/house.h"
#include "engine/render/html/prose.h"
#include "engine/render/html/text.h"

namespace assize::render::html {
namespace {

void write_line(Page& page, std::string_view look, const std::string& text) {
  if (text.empty()) return;
  page.write("<p");
  page.attribute("class", look);
  append_direction(page.out, text);
  page.write(">");
  page.text(text);
  page.write("</p>\n");
}

void write_search(Page& page) {
  const auto& labels = page.document.labels;
  const auto field = page.anchors.fresh("search"), list = page.anchors.fresh("found");
  page.write("<div role=\"search\" class=\"search\"><label class=\"unseen\"");
  page.attribute("for", field);
  page.write(">");
  page.text(labels.search);
  page.write(
      "</label><input type=\"search\" role=\"combobox\" aria-expanded=\"false\" aria-autocomplete=\"list\" "
      "aria-keyshortcuts=\"/\" autocomplete=\"off\" spellcheck=\"false\"");
  page.attribute("id", field);
  page.attribute("aria-controls", list);
  page.attribute("placeholder", labels.search);
  page.write(
      "><kbd aria-hidden=\"true\">/</kbd><div class=\"results\" hidden><p role=\"status\"></p><ul role=\"listbox\"");
  page.attribute("id", list);
  page.attribute("aria-label", labels.search);
  page.write("></ul></div></div>");
}

/// What the cover says of the document itself, where its facts do not.
dossier::KeyFacts facts_of(const dossier::Document& document) {
  dossier::KeyFacts facts;
  const auto add = [&](const std::string& term, const std::string& value) {
    const bool said = std::any_of(document.cover.facts.begin(), document.cover.facts.end(),
                                  [&](const auto& given) { return given.term == term; });
    if (!value.empty() && !said) facts.facts.push_back({term, {{value, false, false, false, {}, {}}}, {}});
  };
  const auto& labels = document.labels;
  add(labels.document, document.id);
  add(labels.version, document.version);
  add(labels.date, document.date);
  add(labels.classification, document.classification);
  facts.facts.insert(facts.facts.end(), document.cover.facts.begin(), document.cover.facts.end());
  return facts;
}

/// A type that cannot end the URL it stands in; what is none is just bytes.
std::string media_type(const std::string& given) {
  const bool plain = !given.empty() && std::all_of(given.begin(), given.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/+-._").find(c) != std::string_view::npos;
  });
  return plain ? given : "application/octet-stream";
}

void write_attachment(Page& page, const dossier::Attachment& file) {
  page.write("<li><a");
  page.attribute("download", file.name);
  page.write(" href=\"data:" + media_type(file.media_type) + ";base64,");
  append_base64(page.out, file.bytes);
  page.write("\">");
  page.text(file.name);
  page.write("</a> ");
  page.text(file.description);
  page.write(" <span class=\"size\">" + std::to_string((file.bytes.size() + 1023) / 1024) + " KiB</span></li>\n");
}

}  // namespace

void write_bar(Page& page) {
  const auto& document = page.document;
  page.write("<header class=\"bar\"><p class=\"running\">");
  if (!document.style.header.empty()) {
    page.write("<span class=\"house\">");
    page.text(document.style.header);
    page.write("</span> ");
  }
  page.write("<span class=\"title\">");
  page.text(document.title);
  page.write("</span>");
  if (!document.classification.empty()) {
    page.write(" <strong class=\"marking\">");
    page.text(document.classification);
    page.write("</strong>");
  }
  page.write("</p>\n<div class=\"tools\" hidden>");
  write_search(page);
  page.write("<button type=\"button\" class=\"theme\"");
  page.attribute("title", document.labels.dark);
  page.write(
      "><svg viewBox=\"0 0 20 20\" width=\"18\" height=\"18\" aria-hidden=\"true\"><circle cx=\"10\" cy=\"10\" r=\"8\" "
      "class=\"rim\"/><path d=\"M10 2a8 8 0 0 1 0 16z\" class=\"half\"/></svg><span class=\"unseen\">");
  page.text(document.labels.dark);
  page.write("</span></button></div></header>\n");
}

void write_cover(Page& page) {
  const auto& document = page.document;
  const auto title = page.anchors.fresh("title");
  page.write("<section class=\"cover\"");
  page.attribute("aria-labelledby", title);
  page.write(">\n");
  if (document.parts.cover) {
    write_logo(page);
    write_line(page, "author", document.author);
  }
  page.write("<h1");
  page.attribute("id", title);
  append_direction(page.out, document.title);
  page.write(">");
  page.text(document.title);
  page.write("</h1>\n");
  write_line(page, "subtitle", document.subtitle);
  write_line(page, "mark", document.watermark);
  if (document.parts.cover) write_block(page, facts_of(document));
  if (!document.attachments.empty()) {
    page.write("<ul class=\"attachments\">\n");
    for (const auto& file : document.attachments) write_attachment(page, file);
    page.write("</ul>\n");
  }
  page.write("</section>\n");
}

void write_footer(Page& page) {
  const auto& document = page.document;
  page.write("<footer>\n");
  write_line(page, "house", document.style.footer);
  std::string identity;
  for (const auto* part : {&document.id, &document.version, &document.date, &document.classification, &document.author})
    if (!part->empty()) identity += (identity.empty() ? "" : " \xC2\xB7 ") + *part;
  write_line(page, "identity", identity);
  page.write("<p><a href=\"#\">");
  page.text(document.labels.to_top);
  page.write("</a></p>\n</footer>\n");
}

}  // namespace assize::render::html
