// SPDX-License-Identifier: Apache-2.0
#include "engine/render/xlsx_about.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/render/document_text.h"

namespace assize::render {
namespace {

using namespace dossier;

std::string link_of(const Spans& spans) {
  const auto found = std::find_if(spans.begin(), spans.end(), [](const auto& span) { return !span.link.empty(); });
  return found == spans.end() ? std::string() : found->link;
}

}  // namespace

About::About(const Document& document) {
  lines.push_back({.term = document.title, .text = document.subtitle, .heading = true});
  std::string running;
  for (const auto* part : {&document.id, &document.version, &document.date, &document.classification, &document.author})
    if (!part->empty()) running += (running.empty() ? "" : " · ") + *part;
  if (!running.empty()) lines.push_back({.text = running});
  block(document.cover);
  for (const auto& part : document.sections) section(part);
}

void About::add(AboutLine line) {
  lines.push_back(std::move(line));
  prose = true;
}

void About::block(const Paragraph& paragraph) {
  add({.text = plain_text(paragraph.spans), .link = link_of(paragraph.spans)});
}

void About::block(const List& list) {
  std::vector<int> counts;
  for (const auto& item : list.items) {
    const auto depth = static_cast<std::size_t>(std::max(0, item.depth));
    counts.resize(depth + 1);
    const std::string mark = list.numbered ? std::to_string(++counts[depth]) + ". " : "• ";
    add({.text = std::string(2 * depth, ' ') + mark + plain_text(item.spans), .link = link_of(item.spans)});
  }
}

void About::block(const Preformatted& preformatted) { add({.text = preformatted.text}); }

void About::block(const GapNote& gap) {
  add({.term = "! " + gap.id,
       .text = gap.title + (gap.detail.empty() ? "" : "\n" + gap.detail),
       .tone = Tone::gap,
       .anchors = {gap.id}});
}

void About::block(const KeyFacts& facts) {
  for (const auto& fact : facts.facts)
    add({.term = fact.term, .text = plain_text(fact.value), .tone = fact.tone, .link = link_of(fact.value)});
}

void About::block(const Table& table) {
  if (table.columns.empty()) add({.term = table.caption, .text = table.when_empty});
}

void About::block(const Figure& figure) {
  add({.term = "Figure", .text = figure.caption + "\n" + figure.description, .anchors = {figure.id}});
}

void About::section(const Section& part) {
  const std::size_t before = lines.size();
  lines.push_back({.term = (part.number.empty() ? "" : part.number + " ") + part.title, .heading = true});
  lines.back().anchors.push_back(part.id);
  for (const auto& each : part.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
  for (const auto& inner : part.sections) section(inner);
  if (lines.size() == before + 1) lines.pop_back();  // Only tables, which have sheets.
}

}  // namespace assize::render
