// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/figure.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <variant>

#include "engine/render/pdf/caption.h"
#include "engine/render/pdf/clean_text.h"
#include "engine/render/pdf/labels.h"

namespace assize::render::pdf {
namespace {

using dossier::Figure;
using dossier::Tone;

constexpr double kLargest = 1.3;
constexpr double kSmallestReadable = 0.7;  // Labels of 8 points become smaller than 6.
constexpr double kLeastShrunk = 0.75;      // To stand where it would just not fit.
constexpr double kCaptionGap = 6;
constexpr double kTallest = 0.76;  // Of the frame: leaves room for headings and the caption.
constexpr Rgb kLine{0x44, 0x51, 0x5C};

/// Maps the coordinates of a figure to the page.
struct Frame {
  double x, y, scale, width, height;
  double across(double value) const { return x + std::clamp(value, 0.0, width) * scale; }
  double down(double value) const { return y + std::clamp(value, 0.0, height) * scale; }
};

Rgb line_colour(Tone tone) {
  return tone == Tone::plain ? kLine : tone == Tone::quiet ? ink::strong_rule : tint_of(tone).edge;
}

bool has_fill(Tone tone) { return tone != Tone::plain; }
Rgb fill_of(Tone tone) { return tone == Tone::quiet ? ink::code_fill : tint_of(tone).fill; }

void draw(Flow& flow, const Frame& frame, const Figure::Box& box) {
  const double x1 = frame.across(box.x), y1 = frame.down(box.y);
  const double x2 = frame.across(box.x + box.width), y2 = frame.down(box.y + box.height);
  const double left = std::min(x1, x2), top = std::min(y1, y2), width = std::abs(x2 - x1), height = std::abs(y2 - y1);
  const double radius = box.rounded ? std::min({5 * frame.scale, width / 2, height / 2}) : 0;
  if (has_fill(box.fill)) flow.page().fill_box(left, top, width, height, fill_of(box.fill), radius);
  if (box.outline)
    flow.page().stroke_box(left, top, width, height, box.dashed ? ink::accent : line_colour(box.fill), 0.7, radius,
                           box.dashed ? Dash::dashed : Dash::solid);
}

void draw(Flow& flow, const Frame& frame, const Figure::Ellipse& ellipse) {
  const double x1 = frame.across(ellipse.x), y1 = frame.down(ellipse.y);
  const double x2 = frame.across(ellipse.x + ellipse.width), y2 = frame.down(ellipse.y + ellipse.height);
  flow.page().ellipse(std::min(x1, x2), std::min(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1), fill_of(ellipse.fill),
                      has_fill(ellipse.fill), line_colour(ellipse.fill), 0.7);
}

void draw(Flow& flow, const Frame& frame, const Figure::Line& line) {
  std::vector<Point> along;
  for (const auto& point : line.points) {
    const Point placed{static_cast<float>(frame.across(point.x)), static_cast<float>(frame.down(point.y))};
    if (along.empty() || std::hypot(placed.x - along.back().x, placed.y - along.back().y) > 0.01)
      along.push_back(placed);
  }
  if (along.size() < 2) return;
  const Rgb colour = line_colour(line.tone);
  const Dash dash = line.dashed ? Dash::dashed : Dash::solid;
  if (!line.arrow) return flow.page().polyline(along, colour, 0.8, dash);
  const Point tip = along.back(), before = along[along.size() - 2];
  const double run = std::hypot(tip.x - before.x, tip.y - before.y);
  const double length = std::min(6.0 * std::max(frame.scale, 0.8), run), half = length * 0.38;
  const double ux = (tip.x - before.x) / run, uy = (tip.y - before.y) / run;
  const double base_x = tip.x - ux * length, base_y = tip.y - uy * length;
  const auto point = [](double x, double y) { return Point{static_cast<float>(x), static_cast<float>(y)}; };
  along.back() = point(base_x + ux * 0.5, base_y + uy * 0.5);  // The line ends inside the head.
  flow.page().polyline(along, colour, 0.8, dash);
  flow.page().polygon(
      {tip, point(base_x - uy * half, base_y + ux * half), point(base_x + uy * half, base_y - ux * half)}, colour);
}

void draw(Flow& flow, const Frame& frame, const Figure::Label& label) {
  const double size = std::clamp(label.size, 1.0, 200.0) * frame.scale;
  const std::int32_t link = target_of(flow, label.link);
  StyledText text;
  flow.type.append(text, label.text, label.bold ? Role::bold : Role::regular, link >= 0 ? ink::accent : ink::text,
                   link);
  const double at = std::clamp(label.x, 0.0, frame.width);
  double room = label.align == Figure::Align::left    ? frame.width - at
                : label.align == Figure::Align::right ? at
                                                      : 2 * std::min(at, frame.width - at);
  if (label.max_width > 0) room = std::min(room, label.max_width);
  flow.type.shorten(text, size, room * frame.scale);
  const double width = flow.type.width(text, size);
  const double x = frame.across(at) - (label.align == Figure::Align::right    ? width
                                       : label.align == Figure::Align::centre ? width / 2
                                                                              : 0);
  place_text(flow, text, x, frame.down(label.y), size);
}

bool is_finite(const Figure::Box& b) { return std::isfinite(b.x + b.y + b.width + b.height); }
bool is_finite(const Figure::Ellipse& e) { return std::isfinite(e.x + e.y + e.width + e.height); }
bool is_finite(const Figure::Label& l) { return std::isfinite(l.x + l.y + l.size + l.max_width); }
bool is_finite(const Figure::Line& line) {
  return std::all_of(line.points.begin(), line.points.end(), [](const auto& p) { return std::isfinite(p.x + p.y); });
}

}  // namespace

bool wants_landscape(const Figure& figure) {
  if (!(figure.width > 0) || !(figure.height > 0)) return false;
  const auto scale_on = [&](const Sheet& sheet) {
    return std::min(sheet.text_width() / figure.width, sheet.text_height() * kTallest / figure.height);
  };
  return scale_on(portrait) < kSmallestReadable && scale_on(landscape) > scale_on(portrait) * 1.15;
}

void place_figure(Flow& flow, const Figure& figure) {
  bool finite = std::isfinite(figure.width) && std::isfinite(figure.height) && figure.width > 0 && figure.height > 0;
  for (const auto& shape : figure.shapes)
    finite = finite && std::visit([](const auto& each) { return is_finite(each); }, shape);
  if (!finite) {
    flow.type.complain({input::Severity::error, "figure-not-finite",
                        std::string("figure ")
                            .append(in_backticks(figure.id))
                            .append(" has a size or coordinate that cannot be drawn")});
    return;
  }
  const Sheet& sheet = flow.sheet();
  double scale =
      std::min({kLargest, sheet.text_width() / figure.width, sheet.text_height() * kTallest / figure.height});
  const std::string name = figure_name(flow.labels, flow.draft.figures.size() + 1);
  const bool captioned = !figure.caption.empty();
  const CaptionText caption = caption_text(flow, captioned ? name : "", figure.caption, sheet.text_width());

  const double caption_height = captioned ? kCaptionGap + caption.height() : 0;
  // Rather a little smaller than on the next page, with a hole on this one.
  const double rest = flow.room() - kBlockGap - caption_height;
  if (!flow.headings_wait() && rest < figure.height * scale && rest > figure.height * scale * kLeastShrunk &&
      rest > figure.height * kSmallestReadable)
    scale = rest / figure.height;
  const double width = figure.width * scale, height = figure.height * scale;

  flow.separate(kBlockGap);
  flow.claim(height + caption_height);
  flow.anchor(figure.id);
  if (captioned) {
    flow.anchor(figure_anchor(flow.draft.figures.size()));
    flow.draft.figures.push_back({figure.caption, flow.spot()});
  }
  const double x = sheet.left + (sheet.text_width() - width) / 2;
  const Frame frame{x, flow.y(), scale, figure.width, figure.height};
  {
    const Within drawing(flow, Tag::figure);
    const std::string& says = !figure.description.empty() ? figure.description : figure.caption;
    flow.draft.structure.detail(drawing.element()) = {
        says.empty() ? name : says, static_cast<std::uint32_t>(flow.draft.pages.size() - 1),
        static_cast<float>(x),      static_cast<float>(flow.y()),
        static_cast<float>(width),  static_cast<float>(height)};
    for (const auto& shape : figure.shapes) std::visit([&](const auto& each) { draw(flow, frame, each); }, shape);
  }
  flow.advance(height);
  if (captioned) {
    flow.advance(kCaptionGap);
    place_caption(flow, caption, sheet.left);
  }
  flow.separate(kBlockGap + 9);
}

}  // namespace assize::render::pdf
