// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/identifiers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "engine/render/pdf/prose.h"

namespace assize::render::pdf {
namespace {

constexpr double kSize = 7.8, kLeading = 11, kHanging = 10, kGutter = 18;
constexpr double kNarrowId = 86;  // Where all ids are narrower than that there are three columns.

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// As people sort ids: digits count as numbers, R-9 before R-10.
bool stands_before(std::string_view a, std::string_view b) {
  std::size_t i = 0, k = 0;
  while (i < a.size() && k < b.size()) {
    if (is_digit(a[i]) && is_digit(b[k])) {
      const auto number = [](std::string_view text, std::size_t& at) {
        while (at + 1 < text.size() && text[at] == '0' && is_digit(text[at + 1])) ++at;
        const std::size_t from = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return text.substr(from, at - from);
      };
      const auto left = number(a, i), right = number(b, k);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
      continue;
    }
    if (a[i] != b[k]) return a[i] < b[k];
    ++i, ++k;
  }
  if (a.size() - i != b.size() - k) return a.size() - i < b.size() - k;
  return a < b;
}

struct Entry {
  std::string id;
  Spot stands;
  std::map<std::uint32_t, float> named;  ///< By page, the first link to it.
};

std::vector<Entry> entries_of(const Draft& draft) {
  std::map<std::string_view, std::size_t> index;
  std::vector<Entry> entries;
  for (const auto& anchor : draft.anchors)
    if (anchor.indexed && index.emplace(anchor.name, entries.size()).second)
      entries.push_back({anchor.name, anchor.spot, {}});
  for (std::uint32_t page = 0; page < draft.pages.size(); ++page)
    for (const Link& link : draft.pages[page].links) {
      const std::string_view target = draft.targets[link.target];
      const auto found = target.starts_with('#') ? index.find(target.substr(1)) : index.end();
      if (found == index.end() || entries[found->second].stands.page == page) continue;
      entries[found->second].named.emplace(page, link.y);
    }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return stands_before(a.id, b.id); });
  return entries;
}

/// Id, the page where it stands, the pages where it is named; pages in a row as a range.
StyledText text_of(Flow& flow, const Entry& entry, std::size_t pages_before) {
  StyledText text;
  const std::int32_t home = flow.draft.target("#" + entry.id);
  const auto page_number = [&](std::uint32_t page) { return std::to_string(pages_before + page + 1); };
  flow.type.append(text, entry.id, Role::regular, ink::text, home);
  flow.type.append(text, "  ", Role::regular, ink::text);
  flow.type.append(text, page_number(entry.stands.page), Role::bold, ink::accent, home);
  for (auto at = entry.named.begin(); at != entry.named.end();) {
    auto last = at;
    for (auto next = std::next(at); next != entry.named.end() && next->first == last->first + 1; ++next) last = next;
    const std::string anchor =
        "\x01"
        "use " +
        std::to_string(at->first) + ' ' + entry.id;
    flow.draft.anchors.push_back({anchor, {at->first, at->second}});
    std::string shown = page_number(at->first);
    if (last != at) shown += "–" + page_number(last->first);
    flow.type.append(text, ", ", Role::regular, ink::quiet);
    flow.type.append(text, shown, Role::regular, ink::accent, flow.draft.target("#" + anchor));
    at = std::next(last);
  }
  return text;
}

struct SetEntry {
  StyledText text;
  std::vector<Line> lines;
};

/// The first line is as wide as a column, those that follow hang.
SetEntry set_entry(Flow& flow, StyledText text, double width) {
  SetEntry set{std::move(text), {}};
  flow.breaker.break_lines(set.text, kSize, width - kHanging, set.lines);
  return set;
}

void draw_entry(Flow& flow, const SetEntry& entry, double x, double y) {
  const Within part(flow, Tag::p);
  for (std::size_t i = 0; i < entry.lines.size(); ++i, y += kLeading)
    place_line(flow, entry.text, entry.lines[i], i == 0 ? x : x + kHanging, baseline_in(y, kLeading, kSize), kSize);
}

/// Fills the columns of page after page; those of the last are about equally long.
void place_columns(Flow& flow, const std::vector<SetEntry>& entries, std::size_t columns, double width) {
  std::size_t left_over = 0;
  for (const auto& entry : entries) left_over += entry.lines.size();
  for (std::size_t next = 0; next < entries.size();) {
    flow.claim(4 * kLeading);
    const auto room = static_cast<std::size_t>(std::max(1.0, (flow.room() + 0.01) / kLeading));
    const std::size_t most = std::min(room, (left_over + columns - 1) / columns + 1);
    std::size_t tallest = 0;
    for (std::size_t column = 0; column < columns && next < entries.size(); ++column) {
      std::size_t used = 0;
      const double x = flow.sheet().left + static_cast<double>(column) * (width + kGutter);
      while (next < entries.size() && (used == 0 || used + entries[next].lines.size() <= most)) {
        draw_entry(flow, entries[next], x, flow.y() + static_cast<double>(used) * kLeading);
        used += entries[next].lines.size();
        left_over -= entries[next].lines.size();
        ++next;
      }
      tallest = std::max(tallest, used);
    }
    flow.advance(static_cast<double>(tallest) * kLeading);
    if (next < entries.size()) flow.next_page();
  }
}

}  // namespace

bool has_identifiers(const Draft& draft) {
  return std::any_of(draft.anchors.begin(), draft.anchors.end(), [](const auto& each) { return each.indexed; });
}

void place_identifiers(Flow& flow, std::size_t pages_before) {
  const std::vector<Entry> entries = entries_of(flow.draft);
  flow.start_page(portrait);
  const Within part(flow, Tag::sect);
  flow.wait(1, {.title = flow.labels.identifiers});
  const dossier::Labels& labels = flow.labels;
  place_paragraph(flow, {{{.text = labels.identifiers_about + " "},
                          {.text = labels.stands_on, .bold = true},
                          {.text = ", " + labels.named_on + "."}}});
  double widest = 0;
  for (const Entry& entry : entries)
    widest = std::max(widest, flow.type.width(style(flow, entry.id, Role::regular, ink::text), kSize));
  const std::size_t columns = widest < kNarrowId ? 3 : 2;
  const auto count = static_cast<double>(columns);
  const double width = (flow.sheet().text_width() - (count - 1) * kGutter) / count;
  std::vector<SetEntry> set;
  for (const Entry& entry : entries) set.push_back(set_entry(flow, text_of(flow, entry, pages_before), width));
  flow.separate(kParagraphGap);
  place_columns(flow, set, columns, width);
}

}  // namespace assize::render::pdf
