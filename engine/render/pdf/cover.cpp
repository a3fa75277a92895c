// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "engine/render/pdf/front_matter.h"
#include "engine/render/pdf/table.h"

namespace assize::render::pdf {
namespace {

constexpr double kTitleTop = 232;
constexpr std::size_t kMostTitleLines = 6, kMostSubtitleLines = 5;

void place_heading_lines(Flow& flow, Tag tag, StyledText text, double size, double leading, std::size_t most) {
  std::vector<Line> lines;
  break_at_most(flow, text, size, flow.measure(), most, lines);
  if (lines.empty()) return;
  const Within part(flow, tag);
  for (const Line& line : lines) {
    place_line(flow, text, line, flow.sheet().left, baseline_in(flow.y(), leading, size), size);
    flow.advance(leading);
  }
}

}  // namespace

void place_cover(Flow& flow, const dossier::Document& document) {
  flow.start_page(portrait);
  const Within front(flow, Tag::sect);
  const Sheet& sheet = flow.sheet();
  flow.page().fill_box(sheet.left, 0, 54, 9, ink::accent);
  StyledText author = style(flow, document.author, Role::bold, ink::accent);
  StyledText marking = style(flow, document.classification, Role::bold, ink::accent);
  flow.type.shorten(author, 10, sheet.text_width() * 0.6);
  flow.type.shorten(marking, 10, sheet.text_width() * 0.36);
  {
    const Within part(flow, author.chars.empty() ? kArtifact : flow.draft.structure.add(Tag::p));
    place_text(flow, author, sheet.left, sheet.top, 10);
  }
  {
    const Within part(flow, marking.chars.empty() ? kArtifact : flow.draft.structure.add(Tag::p));
    place_text(flow, marking, sheet.right - flow.type.width(marking, 10), sheet.top, 10);
  }

  flow.advance(kTitleTop - sheet.top);
  place_heading_lines(flow, Tag::title, style(flow, document.title, Role::bold, ink::accent), 28, 35, kMostTitleLines);
  flow.advance(8);
  place_heading_lines(flow, Tag::p, style(flow, document.subtitle, Role::regular, ink::quiet), 13.5, 19,
                      kMostSubtitleLines);
  flow.advance(20);
  flow.page().rule(sheet.left, flow.y(), sheet.left + 120, flow.y(), ink::accent, 1.6);
  flow.advance(24);

  dossier::KeyFacts facts;
  const auto fact = [&](const char* term, const std::string& value) {
    const bool said = std::any_of(document.cover.facts.begin(), document.cover.facts.end(),
                                  [&](const auto& given) { return given.term == term; });
    if (!value.empty() && !said) facts.facts.push_back({term, {{.text = value}}});
  };
  fact("Document", document.id);
  fact("Version", document.version);
  fact("Date", document.date);
  fact("Classification", document.classification);
  facts.facts.insert(facts.facts.end(), document.cover.facts.begin(), document.cover.facts.end());
  place_key_facts(flow, facts);
}

}  // namespace assize::render::pdf
