// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/render/pdf/clean_text.h"

namespace assize::render::pdf {
namespace {

constexpr std::size_t kMostHeadingLines = 6;
constexpr double kHeadingRule = 6;  // Below a heading of the first level, to its rule.

Tag heading_tag(int level) { return static_cast<Tag>(static_cast<int>(Tag::h1) + std::clamp(level, 1, 6) - 1); }

void complain_of_cut(Flow& flow, const std::string& what) {
  flow.type.complain({input::Severity::warning, "text-cut", what + " is cut, it is too long for its place"});
}

}  // namespace

double Flow::measure() const { return std::min(sheet().text_width(), kProseMeasure); }

void Flow::start_page(const Sheet& next) {
  if (!draft.pages.empty()) notes_.draw(*this);
  draft.pages.emplace_back();
  draft.pages.back().sheet = &next;
  y_ = next.top;
  gap_ = 0;
  notes_.begin_page(next.text_height() / 2);
}

void Flow::finish() {
  if (draft.pages.empty()) return;
  while (notes_.has_more()) next_page();
  notes_.draw(*this);
}

void Flow::advance(double height) {
  y_ += height;
  notes_.settle(*this);
}

double Flow::foot_of(const StyledText& text, const std::vector<Line>& lines, std::size_t from, std::size_t to) {
  if (!text.has_notes || from >= to) return 0;
  double height = 0;
  for (const Run& run : text.runs)
    if (run.note >= 0 && run.begin >= lines[from].begin && run.begin < lines[to - 1].end)
      height += notes_.least(*this, static_cast<std::size_t>(run.note));
  return height > 0 ? height + notes_.rule_height() : 0;
}

void Flow::call_note(std::size_t index) {
  anchor(mark_anchor(draft.notes_before + index + 1));
  draft.notes[index].element = draft.structure.add(Tag::note);
  notes_.call(*this, index);
}

void Flow::separate(double gap) {
  if (!at_top()) gap_ = std::max(gap_, gap);
}

double Flow::height_of(const Waiting& heading) const {
  const HeadingStyle& look = heading_style(heading.level);
  return static_cast<double>(heading.lines.size()) * look.leading + look.after +
         (heading.level == 1 ? kHeadingRule : 0.0);
}

void Flow::claim(double height) {
  double needed = height, between = 0;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const double before = heading_style(waiting_[i].level).before;
    if (i == 0)
      between = std::max(gap_, before);
    else
      needed += std::max(0.0, before - heading_style(waiting_[i - 1].level).after) * 0.6;
    needed += height_of(waiting_[i]);
  }
  if (waiting_.empty()) between = gap_;
  if (!at_top() && between + needed > room() + 0.01) next_page();
  if (!at_top() && waiting_.empty()) y_ += gap_;
  if (!waiting_.empty()) draw_waiting();
  gap_ = 0;
}

void Flow::anchor(const std::string& name, bool indexed) {
  if (!name.empty()) draft.anchors.push_back({name, spot(), indexed});
}

void Flow::wait(int level, const dossier::Section& section) {
  Waiting heading;
  heading.level = level;
  heading.element = draft.structure.add(heading_tag(level));
  heading.id = section.id;
  heading.number = section.number;
  heading.title = section.title;
  const HeadingStyle& look = heading_style(level);
  const Rgb colour = level <= 2 ? ink::accent : ink::text;
  if (!section.number.empty()) {
    heading.number_text = style(*this, section.number, Role::bold, colour);
    const double step = look.size * 0.5;  // Numbers of one level line up with the titles below them.
    const double gap = look.size * 0.75;
    if (type.shorten(heading.number_text, look.size, measure() / 3 - gap))
      complain_of_cut(*this, in_backticks(section.number));
    heading.indent = step * std::ceil((type.width(heading.number_text, look.size) + gap) / step);
    type.append(heading.number_text, " ", Role::bold, colour);  // Apart from the title for who only hears it.
  }
  heading.title_text = style(*this, section.title, Role::bold, colour);
  break_at_most(*this, heading.title_text, look.size, measure() - heading.indent, kMostHeadingLines, heading.lines);
  if (heading.lines.empty()) heading.lines.push_back({});
  waiting_.push_back(std::move(heading));
}

void Flow::draw_waiting() {
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const Waiting& heading = waiting_[i];
    const HeadingStyle& look = heading_style(heading.level);
    if (i > 0)
      y_ += std::max(0.0, look.before - heading_style(waiting_[i - 1].level).after) * 0.6;
    else if (!at_top())
      y_ += std::max(gap_, look.before);
    const Within part(*this, heading.element);
    anchor(heading.id);
    anchor(heading_anchor(draft.headings.size()));
    draft.headings.push_back({heading.level, heading.number, heading.title, spot()});
    const double left = sheet().left;
    place_text(*this, heading.number_text, left, baseline_in(y_, look.leading, look.size), look.size);
    for (const Line& line : heading.lines) {
      place_line(*this, heading.title_text, line, left + heading.indent, baseline_in(y_, look.leading, look.size),
                 look.size);
      y_ += look.leading;
    }
    if (heading.level == 1) {
      page().rule(left, y_ + kHeadingRule - 1, sheet().right, y_ + kHeadingRule - 1, ink::accent, 0.9);
      y_ += kHeadingRule;
    }
    y_ += look.after;
  }
  waiting_.clear();
}

Flow::Mark Flow::mark() const {
  const Page& last = draft.pages.back();
  return {draft.pages.size(),
          last.items.size(),
          last.chars.size(),
          last.points.size(),
          last.links.size(),
          draft.anchors.size(),
          draft.headings.size(),
          draft.tables.size(),
          draft.figures.size(),
          draft.structure.elements().size(),
          draft.notes.size(),
          draft.boxes.size(),
          y_,
          gap_,
          notes_};
}

void Flow::back_to(const Mark& mark) {
  draft.pages.resize(mark.pages);
  Page& last = draft.pages.back();
  last.items.resize(mark.items);
  last.chars.resize(mark.chars);
  last.points.resize(mark.points);
  last.links.resize(mark.links);
  draft.anchors.resize(mark.anchors);
  draft.headings.resize(mark.headings);
  draft.tables.resize(mark.tables);
  draft.figures.resize(mark.figures);
  draft.structure.back_to(mark.elements);
  waiting_.clear();
  y_ = mark.y;
  gap_ = mark.gap;
  notes_ = mark.notes;
  draft.notes.resize(mark.note_count);
  draft.boxes.resize(mark.boxes);
}

void place_line(Flow& flow, const StyledText& text, const Line& line, double x, double baseline, double size) {
  const auto& faces = flow.type.faces();
  // The blank that the line broke at is drawn with it: who reads the text alone still finds two words.
  const bool breaks_at_blank =
      line.end < text.chars.size() && (text.chars[line.end] == u' ' || text.chars[line.end] == u'\n');
  for (const Run& run : text.runs) {
    const std::uint32_t begin = std::max(run.begin, line.begin), end = std::min(run.end, line.end);
    if (begin >= end) continue;
    const Face& face = faces[run.face];
    double units = 0;
    for (std::uint32_t i = begin; i < end; ++i) units += face.metrics.advance[text.chars[i]];
    const double drawn_size = size * face.scale * run.scale();
    const double width = units * drawn_size / 1000;
    std::u16string piece = text.chars.substr(begin, end - begin);
    if (breaks_at_blank && end == line.end && face.metrics.has(u' ')) piece += u' ';
    if (run.link < 0) flow.draft.structure.end_link();
    const Within part(flow, run.link < 0 ? flow.draft.structure.current() : flow.draft.structure.link(run.link));
    flow.page().text(x, run.note < 0 ? baseline : baseline - kRaise * size, run.face, drawn_size, run.colour, piece);
    if (run.note >= 0) flow.call_note(static_cast<std::size_t>(run.note));
    if (run.link >= 0)
      flow.page().links.push_back({static_cast<float>(x), static_cast<float>(baseline - 0.95 * size),
                                   static_cast<float>(width), static_cast<float>(1.25 * size),
                                   static_cast<std::uint32_t>(run.link), part.element()});
    x += width;
  }
}

void place_text(Flow& flow, const StyledText& text, double x, double baseline, double size) {
  place_line(flow, text, {0, static_cast<std::uint32_t>(text.chars.size()), 0}, x, baseline, size);
}

std::int32_t target_of(Flow& flow, const std::string& link) {
  if (link.empty()) return -1;
  for (const std::string_view scheme : {"#", "https://", "http://", "mailto:"})
    if (link.starts_with(scheme) && link.size() > scheme.size()) return flow.draft.target(link);
  flow.type.complain({input::Severity::warning,
                      "link-inactive",
                      in_backticks(link) + " is shown as text, not as a link",
                      {},
                      "links begin with `#`, `https://`, `http://` or `mailto:`"});
  return -1;
}

StyledText style(Flow& flow, const dossier::Spans& spans, Rgb colour) {
  StyledText text;
  for (const dossier::Span& span : spans) {
    const std::int32_t link = target_of(flow, span.link);
    const Role role = span.code ? Role::mono : span.bold ? Role::bold : span.italic ? Role::italic : Role::regular;
    flow.type.append(text, span.text, role, link >= 0 ? ink::accent : colour, link);
    if (span.note.empty()) continue;
    const auto note = flow.draft.notes.size();
    const std::size_t number = flow.draft.notes_before + note + 1;
    flow.draft.notes.push_back({span.note});
    flow.type.append_mark(text, std::to_string(number), ink::accent, flow.draft.target("#" + note_anchor(number)),
                          static_cast<std::int32_t>(note));
  }
  return text;
}

StyledText style(Flow& flow, std::string_view words, Role role, Rgb colour) {
  StyledText text;
  flow.type.append(text, words, role, colour);
  return text;
}

void break_at_most(Flow& flow, StyledText& text, double size, double width, std::size_t most,
                   std::vector<Line>& lines) {
  flow.breaker.break_lines(text, size, width, lines);
  if (lines.size() <= most) return;
  std::string start;
  for (std::size_t i = 0; i < text.chars.size() && start.size() < 40; ++i)
    start += text.chars[i] < 0x80 ? static_cast<char>(text.chars[i]) : '?';
  complain_of_cut(flow, in_backticks(start + "…"));
  for (std::size_t keep = lines[most - 1].end; lines.size() > most && keep > 0; --keep) {
    cut(text, keep);
    StyledText shorter = text;
    flow.type.append_ellipsis(shorter);
    flow.breaker.break_lines(shorter, size, width, lines);
    if (lines.size() <= most) text = std::move(shorter);
  }
}

}  // namespace assize::render::pdf
