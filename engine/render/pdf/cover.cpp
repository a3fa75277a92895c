// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "engine/render/pdf/front_matter.h"
#include "engine/render/pdf/key_facts.h"
#include "engine/render/pdf/prose.h"

namespace assize::render::pdf {
namespace {

constexpr double kTitleTop = 232;
constexpr double kMarkSize = 10, kFactSize = 8, kFactLeading = 11.5;
constexpr double kLogoWidth = 190, kLogoHeight = 46;
constexpr double kLogoAbove = 8;  // From the top of the frame to the foot of the logo, which reaches above it.
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

/// Author or classification, on one line. Nothing where there is none.
void place_mark(Flow& flow, StyledText text, double most, bool to_the_right, double baseline) {
  if (text.chars.empty()) return;
  flow.type.shorten(text, kMarkSize, most);
  const Sheet& sheet = flow.sheet();
  const Within part(flow, Tag::p);
  const double x = to_the_right ? sheet.right - flow.type.width(text, kMarkSize) : sheet.left;
  place_text(flow, text, x, baseline, kMarkSize);
}

void place_logo(Flow& flow, const dossier::Document& document, const Picture& logo) {
  const double scale = std::min(kLogoWidth / logo.width, kLogoHeight / logo.height);
  const double width = logo.width * scale, height = logo.height * scale;
  const double left = flow.sheet().left, top = flow.sheet().top + kLogoAbove - height;
  const Within drawing(flow, Tag::figure);
  const std::string& says = document.style.logo_text;
  flow.draft.structure.detail(drawing.element()) = {says.empty() ? document.author + " " : says,
                                                    flow.page_index(),
                                                    static_cast<float>(left),
                                                    static_cast<float>(top),
                                                    static_cast<float>(width),
                                                    static_cast<float>(height)};
  flow.page().logo(left, top, width, height);
}

/// What the document is and has, then what is said of it for its cover.
dossier::KeyFacts facts_of(const dossier::Document& document) {
  dossier::KeyFacts facts;
  const auto fact = [&](const std::string& term, const std::string& value) {
    const bool said = std::any_of(document.cover.facts.begin(), document.cover.facts.end(),
                                  [&](const auto& given) { return given.term == term; });
    if (!value.empty() && !said) facts.facts.push_back({term, {{.text = value}}});
  };
  const dossier::Labels& labels = document.labels;
  fact(labels.document, document.id);
  fact(labels.version, document.version);
  fact(labels.date, document.date);
  fact(labels.classification, document.classification);
  facts.facts.insert(facts.facts.end(), document.cover.facts.begin(), document.cover.facts.end());
  return facts;
}

}  // namespace

void place_cover(Flow& flow, const dossier::Document& document, const Picture* logo) {
  flow.start_page(portrait);
  const Within front(flow, Tag::sect);
  const Sheet& sheet = flow.sheet();
  flow.page().fill_box(sheet.left, 0, 54, 9, ink::accent);
  if (logo != nullptr) place_logo(flow, document, *logo);
  const double author_line = logo != nullptr ? sheet.top + kLogoAbove + 20 : sheet.top;
  place_mark(flow, style(flow, document.author, Role::bold, ink::accent), sheet.text_width() * 0.6, false, author_line);
  place_mark(flow, style(flow, document.classification, Role::bold, ink::accent), sheet.text_width() * 0.36, true,
             sheet.top);

  flow.advance(kTitleTop - sheet.top);
  place_heading_lines(flow, Tag::title, style(flow, document.title, Role::bold, ink::accent), 28, 35, kMostTitleLines);
  flow.advance(8);
  place_heading_lines(flow, Tag::p, style(flow, document.subtitle, Role::regular, ink::quiet), 13.5, 19,
                      kMostSubtitleLines);
  flow.advance(20);
  flow.page().rule(sheet.left, flow.y(), sheet.left + 120, flow.y(), ink::accent, 1.6);
  flow.advance(24);
  place_key_facts(flow, facts_of(document));
}

void place_title_block(Flow& flow, const dossier::Document& document, const Picture* logo) {
  const Within front(flow, Tag::sect);
  if (logo != nullptr) {
    place_logo(flow, document, *logo);
    flow.advance(kLogoAbove + 12);
  }
  place_heading_lines(flow, Tag::title, style(flow, document.title, Role::bold, ink::accent), 20, 26, kMostTitleLines);
  place_heading_lines(flow, Tag::p, style(flow, document.subtitle, Role::regular, ink::quiet), 11, 16,
                      kMostSubtitleLines);
  dossier::Spans said;
  if (!document.author.empty()) said.push_back({.text = document.author});
  for (const auto& fact : facts_of(document).facts) {
    if (fact.value.empty()) continue;
    said.push_back({.text = (said.empty() ? "" : "  ·  ") + fact.term + ": "});
    for (const auto& span : fact.value) said.push_back(span);
  }
  flow.advance(4);
  const StyledText text = style(flow, said, ink::quiet);
  std::vector<Line> lines;
  flow.breaker.break_lines(text, kFactSize, flow.measure(), lines);
  {
    const Within part(flow, Tag::p);
    place_lines(flow, text, lines, flow.sheet().left, kFactSize, kFactLeading, [](double) {});
  }
  flow.advance(6);
  flow.page().rule(flow.sheet().left, flow.y(), flow.sheet().right, flow.y(), ink::accent, 1.2);
  flow.separate(kBlockGap);
}

}  // namespace assize::render::pdf
