// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/prose.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "engine/render/pdf/ground.h"

namespace assize::render::pdf {
namespace {

constexpr double kCodeSize = 8.5, kCodeLeading = 11.6, kCodePadding = 7;
constexpr double kListIndent = 16;
constexpr int kDeepest = 5;

/// "3." outside, "c)" one level down, "iii." below that.
std::string number_text(int number, int depth) {
  if (depth % 3 == 1 && number <= 26) return std::string(1, static_cast<char>('a' + number - 1)) + ')';
  if (depth % 3 == 2 && number < 40) {
    std::string roman;
    constexpr std::pair<int, const char*> steps[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    for (const auto& [value, letters] : steps)
      for (; number >= value; number -= value) roman += letters;
    return roman + '.';
  }
  return std::to_string(number) + '.';
}

/// The parts of a list, one list below the text of an item for each level down.
class ListTags {
 public:
  struct Item {
    ElementId label, body;
  };
  ListTags(Flow& flow, const dossier::List& list)
      : structure_(flow.draft.structure), tag_(list.numbered ? Tag::numbers : Tag::bullets) {}

  Item item(int depth) {
    const auto level = std::min(static_cast<std::size_t>(depth), open_.size());
    open_.resize(std::min(open_.size(), level + 1));
    if (level == open_.size())
      open_.push_back({level == 0 ? structure_.add(tag_) : structure_.add(tag_, open_.back().body), kArtifact});
    const ElementId whole = structure_.add(Tag::li, open_[level].list);
    const ElementId label = structure_.add(Tag::lbl, whole);
    open_[level].body = structure_.add(Tag::l_body, whole);
    return {label, open_[level].body};
  }

 private:
  struct Level {
    ElementId list, body;
  };
  Structure& structure_;
  Tag tag_;
  std::vector<Level> open_;
};

const char* bullet_of(int depth) { return depth % 2 == 0 ? "•" : "–"; }

}  // namespace

std::size_t lines_that_fit(Flow& flow, const StyledText& text, const std::vector<Line>& lines, std::size_t placed,
                           double leading) {
  const std::size_t left = lines.size() - placed;
  const auto most = std::min(left, static_cast<std::size_t>(std::max(1.0, (flow.room() + 0.01) / leading)));
  if (!text.has_notes) return most;
  std::size_t fit = 1;
  while (fit < most && static_cast<double>(fit + 1) * leading + flow.foot_of(text, lines, placed, placed + fit + 1) <=
                           flow.room() + 0.01)
    ++fit;
  return fit;
}

void place_paragraph(Flow& flow, const dossier::Paragraph& paragraph) {
  const StyledText text = style(flow, paragraph.spans);
  std::vector<Line> lines;
  flow.breaker.break_lines(text, kBodySize, flow.measure(), lines);
  if (lines.empty()) return;
  const Within part(flow, Tag::p);
  flow.separate(kParagraphGap);
  place_lines(flow, text, lines, flow.sheet().left, kBodySize, kBodyLeading, [](double) {});
  flow.separate(kParagraphGap);
}

void place_list(Flow& flow, const dossier::List& list) {
  std::array<int, kDeepest + 1> counts{};
  ListTags tags(flow, list);
  flow.separate(kParagraphGap);
  for (const auto& item : list.items) {
    const int depth = std::clamp(item.depth, 0, kDeepest);
    for (int deeper = depth + 1; deeper <= kDeepest; ++deeper) counts[static_cast<std::size_t>(deeper)] = 0;
    const int number = ++counts[static_cast<std::size_t>(depth)];
    const std::string mark = list.numbered ? number_text(number, depth) : bullet_of(depth);
    const StyledText mark_text = style(flow, mark, Role::regular, ink::accent);
    const double indent = kListIndent * (depth + 1) + (list.numbered ? 4.0 : 0.0);
    const double left = flow.sheet().left;
    const StyledText text = style(flow, item.spans);
    std::vector<Line> lines;
    flow.breaker.break_lines(text, kBodySize, flow.measure() - indent, lines);
    if (lines.empty()) lines.push_back({});
    const ListTags::Item parts = tags.item(depth);
    const Within body(flow, parts.body);
    place_lines(flow, text, lines, left + indent, kBodySize, kBodyLeading, [&](double top) {
      const double gap = list.numbered ? 5 : 6;
      const Within label(flow, parts.label);
      place_text(flow, mark_text, left + indent - gap - flow.type.width(mark_text, kBodySize),
                 baseline_in(top, kBodyLeading, kBodySize), kBodySize);
    });
    flow.separate(2.5);
  }
  flow.separate(kParagraphGap + 1);
}

void place_preformatted(Flow& flow, const dossier::Preformatted& block) {
  std::string_view given = block.text;
  while (!given.empty() && (given.back() == '\n' || given.back() == '\r')) given.remove_suffix(1);
  std::string spaced;
  std::size_t column = 0;  // In bytes: near enough for tabs.
  for (const char c : given) {
    const std::size_t blanks = c == '\t' ? 4 - column % 4 : 0;
    spaced.append(blanks, ' ');
    if (c != '\t') spaced += c;
    column = c == '\n' ? 0 : column + (blanks > 0 ? blanks : 1);
  }
  StyledText text;
  flow.type.append(text, spaced, Role::mono, ink::text, -1, LineEnds::are_kept);
  std::vector<Line> lines;
  const double width = flow.measure();
  flow.breaker.break_preformatted(text, kCodeSize, width - 2 * kCodePadding, lines);
  if (lines.empty()) return;
  const Within part(flow, Tag::p);
  const Within verbatim(flow, Tag::code);
  flow.separate(kParagraphGap + 2);
  const double left = flow.sheet().left;
  place_on_ground(flow, {left, width, kCodePadding, ink::code_fill, 0, {}}, text, lines, left + kCodePadding, kCodeSize,
                  kCodeLeading, 0, [](double) {});
  flow.separate(kBlockGap);
}

}  // namespace assize::render::pdf
