// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/prose.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/render/html/text.h"

namespace assize::render::html {
namespace {

using namespace dossier;

/// Letters from right to left, in any of the runs, turn the whole line.
void write_direction(Page& page, const Spans& spans) {
  if (std::any_of(spans.begin(), spans.end(), [](const Span& span) { return has_right_to_left(span.text); }))
    page.write(" dir=\"auto\"");
}

void write_mark(Page& page, const std::string& note) {
  const auto number = std::to_string(page.notes.size() + 1);
  page.notes.push_back({note, page.anchors.fresh("note-" + number), page.anchors.fresh("note-mark-" + number)});
  const auto& made = page.notes.back();
  page.write("<sup><a role=\"doc-noteref\"");
  page.attribute("id", made.mark);
  page.attribute("href", fragment(made.id));
  page.attribute("aria-label", page.document.labels.notes + ", " + number);
  page.write(">" + number + "</a></sup>");
}

void write_span(Page& page, const Span& span) {
  const auto target = page.target(span.link);
  if (target) {
    page.write("<a");
    page.attribute("href", *target);
    page.write(">");
  }
  if (span.bold) page.write("<strong>");
  if (span.italic) page.write("<em>");
  if (span.code) page.write("<code>");
  page.text(span.text);
  if (span.code) page.write("</code>");
  if (span.italic) page.write("</em>");
  if (span.bold) page.write("</strong>");
  if (target) page.write("</a>");
  if (!span.note.empty()) write_mark(page, span.note);
}

}  // namespace

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return {};
    case Tone::quiet:
      return "quiet";
    case Tone::minor:
      return "minor";
    case Tone::major:
      return "major";
    case Tone::critical:
      return "critical";
    case Tone::good:
      return "good";
    case Tone::gap:
      return "gap";
  }
  return {};
}

void write_spans(Page& page, const Spans& spans) {
  for (const auto& span : spans) write_span(page, span);
}

void write_block(Page& page, const Paragraph& paragraph) {
  page.write("<p");
  write_direction(page, paragraph.spans);
  page.write(">");
  write_spans(page, paragraph.spans);
  page.write("</p>\n");
}

void write_block(Page& page, const List& list) {
  const std::string open = list.numbered ? "<ol>" : "<ul>", close = list.numbered ? "</ol>" : "</ul>";
  std::size_t levels = 0;  // Lists that are open; each has an item that is open.
  for (const auto& item : list.items) {
    // A list cannot open two levels at once.
    const auto level = std::min(static_cast<std::size_t>(std::max(0, item.depth)), levels) + 1;
    if (level > levels) page.write(open);
    for (; levels > level; --levels) page.write("</li>" + close);
    if (level == levels) page.write("</li>\n");
    levels = level;
    page.write("<li");
    write_direction(page, item.spans);
    page.write(">");
    write_spans(page, item.spans);
  }
  for (; levels > 0; --levels) page.write("</li>" + close);
  page.write("\n");
}

void write_block(Page& page, const Preformatted& preformatted) {
  page.write("<pre>\n");  // The first line end inside is none.
  append_lines(page.out, preformatted.text);
  page.write("</pre>\n");
}

void write_block(Page& page, const GapNote& gap) {
  const auto id = page.anchors.take(gap.id);
  page.write("<aside role=\"note\" class=\"missing\"");
  if (!id.empty()) page.attribute("id", id);
  append_direction(page.out, gap.title);
  page.write("><p><strong>");
  page.text(page.document.labels.missing);
  page.write("</strong> ");
  if (!gap.id.empty()) {
    page.write("<code>");
    page.text(gap.id);
    page.write("</code> ");
  }
  page.text(gap.title);
  page.write(" ");
  page.write_here(id, gap.id);
  page.write("</p>");
  if (!gap.detail.empty()) {
    page.write("<p>");
    page.text(gap.detail);
    page.write("</p>");
  }
  page.write("</aside>\n");
}

void write_block(Page& page, const KeyFacts& facts) {
  if (facts.facts.empty()) return;
  page.write("<dl class=\"facts\">\n");
  for (const auto& fact : facts.facts) {
    page.write("<div><dt>");
    page.text(fact.term);
    page.write("</dt><dd");
    if (const auto look = class_of(fact.tone); !look.empty()) page.attribute("class", look);
    write_direction(page, fact.value);
    page.write(">");
    write_spans(page, fact.value);
    page.write("</dd></div>\n");
  }
  page.write("</dl>\n");
}

void write_notes(Page& page) {
  if (page.notes.empty()) return;
  const auto title = page.anchors.fresh("notes");
  page.write("<section role=\"doc-endnotes\" class=\"notes\"");
  page.attribute("aria-labelledby", title);
  page.write("><h2");
  page.attribute("id", title);
  page.write(">");
  page.text(page.document.labels.notes);
  page.write("</h2>\n<ol>\n");
  for (std::size_t at = 0; at < page.notes.size(); ++at) {
    const auto& note = page.notes[at];
    page.write("<li");
    page.attribute("id", note.id);
    append_direction(page.out, note.text);
    page.write(">");
    page.text(note.text);
    page.write(" <a role=\"doc-backlink\"");
    page.attribute("href", fragment(note.mark));
    page.attribute("aria-label", "\xE2\x86\xA9 " + std::to_string(at + 1));
    page.write(">\xE2\x86\xA9</a></li>\n");
  }
  page.write("</ol></section>\n");
}

}  // namespace assize::render::html
