// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/section.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "engine/render/html/figure.h"
#include "engine/render/html/prose.h"
#include "engine/render/html/table.h"
#include "engine/render/html/text.h"

namespace assize::render::html {
namespace {

using dossier::Section;

constexpr int kDeepestListed = 3;  // Levels of headings that the contents name.

void write_title(Page& page, const Section& section) {
  if (!section.number.empty()) {
    page.write("<span class=\"number\">");
    page.text(section.number);
    page.write("</span> ");
  }
  page.text(section.title);
}

void write_entries(Page& page, const std::vector<Section>& sections, int level) {
  if (sections.empty() || level > kDeepestListed) return;
  page.write("<ol>\n");
  for (const auto& section : sections) {
    const auto id = page.anchors.find(section.id);
    page.write("<li>");
    if (!id.empty()) {
      page.write("<a");
      page.attribute("href", fragment(id));
      append_direction(page.out, section.title);
      page.write(">");
    }
    write_title(page, section);
    if (!id.empty()) page.write("</a>");
    write_entries(page, section.sections, level + 1);
    page.write("</li>\n");
  }
  page.write("</ol>\n");
}

void write_list(Page& page, const std::string& title, const std::vector<Captioned>& list) {
  if (list.size() < 2) return;
  page.write("<details><summary>");
  page.text(title);
  page.write("</summary><ol>\n");
  for (const auto& each : list) {
    page.write("<li><a");
    page.attribute("href", fragment(each.id));
    append_direction(page.out, each.caption);
    page.write("><span class=\"number\">");
    page.text(each.name);
    page.write("</span> ");
    page.text(each.caption);
    page.write("</a></li>\n");
  }
  page.write("</ol></details>\n");
}

}  // namespace

void write_section(Page& page, const Section& section, int level) {
  const auto id = page.anchors.take(section.id);
  const auto tag = "h" + std::to_string(std::min(level, 6));
  page.write("<section");
  if (!id.empty()) page.attribute("id", id);
  page.write("><div class=\"head\"><" + tag);
  if (level > 6) page.attribute("aria-level", std::to_string(level));
  append_direction(page.out, section.title);
  page.write(">");
  write_title(page, section);
  page.write("</" + tag + "> ");
  page.write_here(id, section.number.empty() ? section.title : section.number + " " + section.title);
  page.write("</div>\n");
  for (const auto& block : section.blocks) std::visit([&](const auto& each) { write_block(page, each); }, block);
  for (const auto& inner : section.sections) write_section(page, inner, level + 1);
  page.write("</section>\n");
}

void write_contents(Page& page) {
  const auto& document = page.document;
  const bool contents = document.parts.contents && !document.sections.empty();
  const bool lists = document.parts.lists && (page.figures.size() > 1 || page.tables.size() > 1);
  if (!contents && !lists) return;
  page.write("<nav");
  page.attribute("aria-label", document.labels.contents);
  page.write("><div class=\"lists\">\n");
  if (contents) {
    page.write("<details open class=\"contents\"><summary>");
    page.text(document.labels.contents);
    page.write("</summary>\n");
    write_entries(page, document.sections, 2);
    page.write("</details>\n");
  }
  if (lists) {
    write_list(page, document.labels.figures, page.figures);
    write_list(page, document.labels.tables, page.tables);
  }
  page.write("</div></nav>\n");
}

}  // namespace assize::render::html
