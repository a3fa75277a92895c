// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/front_matter.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/render/docx/logo.h"
#include "engine/render/docx/table.h"
#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

constexpr int kDeepestListed = 3;
constexpr std::size_t kWorthAList = 2;  // One table needs no list.

struct Entry {
  std::string style, bookmark, text;
};

/// What a field of contents shows until it is brought up to date: each entry a link, without dots and without the
/// number of its page. Nobody here knows how Word will break the pages, and a number that is guessed is worse than
/// none.
void write_entries(Draft& draft, std::string_view instruction, const std::vector<Entry>& entries) {
  auto& xml = draft.xml;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& entry = entries[i];
    write_paragraph(xml, {.style = entry.style}, [&] {
      if (i == 0) open_field(xml, instruction);
      xml.open("w:hyperlink", {{"w:anchor", entry.bookmark}, {"w:history", "1"}});
      write_run(xml, entry.text);
      xml.close();
    });
  }
  write_paragraph(xml, {.style = "AfterTable"}, [&] { close_field(xml); });
}

void write_list(Draft& draft, const std::string& title, std::string_view label, std::string_view sequence,
                const std::vector<std::string>& captions, std::string (*bookmark)(std::size_t)) {
  if (captions.size() < kWorthAList) return;
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < captions.size(); ++i)
    entries.push_back(
        {"TableofFigures", bookmark(i), filled(label, "number", std::to_string(i + 1)) + " — " + captions[i]});
  write_paragraph(draft.xml, {.style = "ListTitle"}, title);
  write_entries(draft, std::string(" TOC \\h \\z \\c \"").append(sequence).append("\" "), entries);
}

}  // namespace

void write_cover(Draft& draft) {
  const auto& document = draft.document;
  auto& xml = draft.xml;
  write_logo(draft, xml, Logo::on_cover);
  if (!document.author.empty()) write_paragraph(xml, {.style = "CoverHead"}, document.author);
  write_paragraph(xml, {.style = document.parts.cover ? "Title" : "ShortTitle"}, document.title);
  if (!document.subtitle.empty()) write_paragraph(xml, {.style = "Subtitle"}, document.subtitle);
  dossier::KeyFacts facts;
  const auto fact = [&](const std::string& term, const std::string& value) {
    const bool said = std::any_of(document.cover.facts.begin(), document.cover.facts.end(),
                                  [&](const auto& given) { return given.term == term; });
    if (!value.empty() && !said) facts.facts.push_back({term, {{.text = value}}});
  };
  fact(document.labels.document, document.id);
  fact(document.labels.version, document.version);
  fact(document.labels.date, document.date);
  fact(document.labels.classification, document.classification);
  facts.facts.insert(facts.facts.end(), document.cover.facts.begin(), document.cover.facts.end());
  write_key_facts(draft, facts);
}

void write_contents(Draft& draft) {
  const auto& document = draft.document;
  const auto& outline = draft.outline;
  auto& xml = draft.xml;
  if (!document.parts.contents || outline.headings.empty()) return;
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < outline.headings.size(); ++i)
    if (const auto& heading = outline.headings[i]; heading.level <= kDeepestListed)
      entries.push_back({"TOC" + std::to_string(heading.level), heading_bookmark(i), heading.text});
  // As Word's own gallery makes it, so that its "Update table" stands above it.
  xml.open("w:sdt").open("w:sdtPr").open("w:docPartObj").leaf("w:docPartGallery", {{"w:val", "Table of Contents"}});
  xml.leaf("w:docPartUnique").close().close().open("w:sdtContent");
  write_paragraph(xml, {.style = "TOCHeading", .page_break_before = document.parts.cover}, document.labels.contents);
  write_entries(draft, " TOC \\o \"1-" + std::to_string(kDeepestListed) + "\" \\h \\z \\u ", entries);
  xml.close().close();
  if (!document.parts.lists) return;
  write_list(draft, document.labels.tables, document.labels.table, "Table", outline.tables, table_bookmark);
  write_list(draft, document.labels.figures, document.labels.figure, "Figure", outline.figures, figure_bookmark);
}

}  // namespace assize::render::docx
