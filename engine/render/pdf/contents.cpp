// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/render/pdf/front_matter.h"
#include "engine/render/pdf/labels.h"

namespace assize::render::pdf {
namespace {

constexpr int kDeepestListed = 3;
constexpr double kNumberColumn = 30;  // For page numbers, so that lines break the same whatever they are.
constexpr double kDotPitch = 4;       // As Canvas draws it.
constexpr std::size_t kMostLines = 4;

struct Entry {
  std::string number, title, anchor;
  std::size_t page = 0;  ///< Counts from 1.
  double indent = 0, number_width = 0;
  Role role = Role::regular;
  Rgb colour = ink::text;
  double before = 0, size = 9.5;
};

void place_entry(Flow& flow, const Entry& entry) {
  const double leading = entry.size * 1.52;
  const Sheet& sheet = flow.sheet();
  const std::int32_t target = flow.draft.target(std::string("#").append(entry.anchor));
  StyledText number, title, page;
  flow.type.append(number, entry.number, entry.role, entry.colour);
  flow.type.shorten(number, entry.size, std::max(0.0, entry.number_width - 5));
  if (!number.chars.empty()) flow.type.append(number, " ", entry.role, entry.colour);
  flow.type.append(title, entry.title, entry.role, entry.colour);
  flow.type.append(page, std::to_string(entry.page), entry.role, entry.colour);
  const double left = sheet.left + entry.indent, text_left = left + entry.number_width;
  std::vector<Line> lines;
  break_at_most(flow, title, entry.size, sheet.right - kNumberColumn - text_left, kMostLines, lines);
  if (lines.empty()) lines.push_back({});
  flow.separate(entry.before);
  flow.claim(static_cast<double>(lines.size()) * leading);
  const double top = flow.y();
  const Within item(flow, Tag::toci);
  const Within reference(flow, Tag::reference);
  const Within link(flow, Tag::link);
  place_text(flow, number, left, baseline_in(top, leading, entry.size), entry.size);
  for (const Line& line : lines) {
    place_line(flow, title, line, text_left, baseline_in(flow.y(), leading, entry.size), entry.size);
    flow.advance(leading);
  }
  const double baseline = baseline_in(flow.y() - leading, leading, entry.size);
  const double page_left = sheet.right - flow.type.width(page, entry.size);
  // Dots stand on one grid down the page.
  const double first =
      sheet.right - kDotPitch * std::floor((sheet.right - text_left - lines.back().width - 6) / kDotPitch);
  if (first + kDotPitch < page_left - 4)
    flow.page().rule(first, baseline - 0.4, page_left - 4, baseline - 0.4, ink::strong_rule, 0.8, Dash::dotted);
  place_text(flow, page, page_left, baseline, entry.size);
  flow.page().links.push_back({static_cast<float>(left), static_cast<float>(top),
                               static_cast<float>(sheet.right - left), static_cast<float>(flow.y() - top),
                               static_cast<std::uint32_t>(target), link.element()});
}

void place_title(Flow& flow, const std::string& words, int level) {
  const HeadingStyle& look = heading_style(level);
  flow.separate(look.before + 6);
  flow.claim(look.leading + look.after + 40);
  const StyledText text = style(flow, words, Role::bold, ink::accent);
  const Within heading(flow, level == 1 ? Tag::h1 : Tag::h2);
  place_text(flow, text, flow.sheet().left, baseline_in(flow.y(), look.leading, look.size), look.size);
  flow.advance(look.leading + 5);
  if (level == 1) flow.page().rule(flow.sheet().left, flow.y(), flow.sheet().right, flow.y(), ink::accent, 0.9);
  flow.advance(look.after);
}

double widest_number(Flow& flow, const std::vector<Draft::Heading>& headings, int level, double size) {
  double widest = 0;
  for (const auto& heading : headings) {
    if (heading.level != level || heading.number.empty()) continue;
    StyledText number;
    flow.type.append(number, heading.number, level == 1 ? Role::bold : Role::regular, ink::text);
    widest = std::max(widest, flow.type.width(number, size) + 9);
  }
  return std::min(widest, 120.0);
}

void place_captions(Flow& flow, const std::string& title, std::string (*name)(const dossier::Labels&, std::size_t),
                    const std::vector<Draft::Caption>& captions, std::string (*anchor)(std::size_t),
                    std::size_t pages_before) {
  if (captions.size() < 2) return;
  place_title(flow, title, 2);
  StyledText widest;
  flow.type.append(widest, name(flow.labels, captions.size()), Role::regular, ink::text);
  const double number_width = flow.type.width(widest, 9) + 10;
  const Within list(flow, Tag::toc);
  for (std::size_t i = 0; i < captions.size(); ++i)
    place_entry(flow, {.number = name(flow.labels, i + 1),
                       .title = captions[i].text,
                       .anchor = anchor(i),
                       .page = pages_before + captions[i].spot.page + 1,
                       .number_width = number_width,
                       .before = 1,
                       .size = 9});
}

void place_headings(Flow& flow, const Draft& body, std::size_t pages_before) {
  place_title(flow, flow.labels.contents, 1);
  std::array<double, kDeepestListed + 1> indent{}, number_width{};
  for (int level = 1; level <= kDeepestListed; ++level) {
    const auto at = static_cast<std::size_t>(level);
    number_width[at] = widest_number(flow, body.headings, level, level == 1 ? 10 : 9.3);
    indent[at] = level == 1 ? 0 : indent[at - 1] + std::clamp(number_width[at - 1], 14.0, 60.0);
  }
  const ElementId list = flow.draft.structure.add(Tag::toc);
  for (std::size_t i = 0; i < body.headings.size(); ++i) {
    const Within contents(flow, list);
    const auto& heading = body.headings[i];
    if (heading.level > kDeepestListed) continue;
    const auto at = static_cast<std::size_t>(heading.level);
    const bool outer = heading.level == 1;
    place_entry(flow, {.number = heading.number,
                       .title = heading.title,
                       .anchor = heading_anchor(i),
                       .page = pages_before + heading.spot.page + 1,
                       .indent = indent[at],
                       .number_width = heading.number.empty() ? 0 : number_width[at],
                       .role = outer ? Role::bold : Role::regular,
                       .colour = outer ? ink::accent : ink::text,
                       .before = outer ? 6.0 : 0.5,
                       .size = outer ? 10 : 9.3});
  }
}

}  // namespace

bool has_contents(const dossier::Document& document, const Draft& body) {
  return document.parts.contents && !body.headings.empty();
}

void place_contents(Flow& flow, const dossier::Document& document, const Draft& body, std::size_t pages_before) {
  if (!has_contents(document, body)) return;
  const Within part(flow, Tag::sect);
  if (document.parts.cover || flow.draft.pages.empty()) flow.start_page(portrait);
  place_headings(flow, body, pages_before);
  if (!document.parts.lists) return;
  place_captions(flow, flow.labels.figures, figure_name, body.figures, figure_anchor, pages_before);
  place_captions(flow, flow.labels.tables, table_name, body.tables, table_anchor, pages_before);
}

}  // namespace assize::render::pdf
