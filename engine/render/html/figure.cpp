// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/figure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "engine/input/quote.h"
#include "engine/render/html/label_width.h"
#include "engine/render/html/prose.h"

namespace assize::render::html {
namespace {

using dossier::Figure;
using dossier::Tone;

constexpr double kLargest = 1.6;       // Pixels of the page for a unit of the drawing: 8 points become 13 pixels.
constexpr double kWidest = 1000;       // Pixels.
constexpr double kNarrowScreen = 340;  // A drawing wider than this scrolls there, and does not shrink until unreadable.

/// With two decimals at most: a hundredth of a point cannot be seen.
std::string number(double value) {
  char digits[64];
  const double rounded = std::clamp(std::round(value * 100) / 100, -1e9, 1e9) + 0.0;  // + 0.0: no "-0".
  const auto end = std::to_chars(digits, digits + sizeof digits, rounded, std::chars_format::fixed).ptr;
  return {digits, end};
}

void write_number(Page& page, std::string_view name, double value) { page.attribute(name, number(value)); }

void write_look(Page& page, std::string_view what, Tone tone, bool dashed) {
  std::string look(what);
  if (const auto word = class_of(tone); !word.empty()) look.append(" ").append(word);
  if (dashed) look += " dashed";
  page.attribute("class", look);
}

void draw(Page& page, const Figure::Box& box) {
  page.write("<rect");
  write_look(page, box.outline ? "box" : "box bare", box.fill, box.dashed);
  write_number(page, "x", std::min(box.x, box.x + box.width));
  write_number(page, "y", std::min(box.y, box.y + box.height));
  write_number(page, "width", std::abs(box.width));
  write_number(page, "height", std::abs(box.height));
  if (box.rounded) write_number(page, "rx", std::min({5.0, std::abs(box.width) / 2, std::abs(box.height) / 2}));
  page.write("/>");
}

void draw(Page& page, const Figure::Ellipse& ellipse) {
  page.write("<ellipse");
  write_look(page, "box", ellipse.fill, false);
  write_number(page, "cx", ellipse.x + ellipse.width / 2);
  write_number(page, "cy", ellipse.y + ellipse.height / 2);
  write_number(page, "rx", std::abs(ellipse.width) / 2);
  write_number(page, "ry", std::abs(ellipse.height) / 2);
  page.write("/>");
}

std::string points_text(const std::vector<Figure::Point>& points) {
  std::string text;
  for (const auto& point : points) text += (text.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
  return text;
}

void draw(Page& page, const Figure::Line& line) {
  std::vector<Figure::Point> along;
  for (const auto& point : line.points)
    if (along.empty() || std::hypot(point.x - along.back().x, point.y - along.back().y) > 0.01) along.push_back(point);
  if (along.size() < 2) return;
  const auto tip = along.back(), before = along[along.size() - 2];
  const double run = std::hypot(tip.x - before.x, tip.y - before.y), length = std::min(6.0, run), half = length * 0.38;
  const double ux = (tip.x - before.x) / run, uy = (tip.y - before.y) / run;
  const Figure::Point base{tip.x - ux * length, tip.y - uy * length};
  if (line.arrow) along.back() = {base.x + ux * 0.5, base.y + uy * 0.5};  // The line ends inside the head.
  page.write("<polyline");
  write_look(page, "line", line.tone, line.dashed);
  page.attribute("points", points_text(along));
  page.write("/>");
  if (!line.arrow) return;
  page.write("<polygon");
  write_look(page, "head", line.tone, false);
  page.attribute(
      "points", points_text({tip, {base.x - uy * half, base.y + ux * half}, {base.x + uy * half, base.y - ux * half}}));
  page.write("/>");
}

void draw(Page& page, const Figure::Label& label) {
  const double size = std::clamp(label.size, 1.0, 200.0);
  const auto text = label.max_width > 0 ? shortened(label.text, label.bold, label.max_width / size) : label.text;
  const auto target = page.target(label.link);
  if (target) {
    page.write("<a");
    page.attribute("href", *target);
    page.write(">");
  }
  page.write("<text");
  write_number(page, "x", label.x);
  write_number(page, "y", label.y);
  write_number(page, "font-size", size);
  if (label.bold) page.write(" font-weight=\"700\"");
  if (label.align != Figure::Align::left)
    page.attribute("text-anchor", label.align == Figure::Align::centre ? "middle" : "end");
  page.write(">");
  page.one_line(text);
  if (text != label.text) {
    page.write("<title>");
    page.one_line(label.text);
    page.write("</title>");
  }
  page.write("</text>");
  if (target) page.write("</a>");
}

bool is_finite(const Figure::Box& b) { return std::isfinite(b.x + b.y + b.width + b.height); }
bool is_finite(const Figure::Ellipse& e) { return std::isfinite(e.x + e.y + e.width + e.height); }
bool is_finite(const Figure::Label& l) { return std::isfinite(l.x + l.y + l.size + l.max_width); }
bool is_finite(const Figure::Line& line) {
  return std::all_of(line.points.begin(), line.points.end(), [](const auto& p) { return std::isfinite(p.x + p.y); });
}

bool can_be_drawn(const Figure& figure) {
  return std::isfinite(figure.width) && std::isfinite(figure.height) && figure.width > 0 && figure.height > 0 &&
         std::all_of(figure.shapes.begin(), figure.shapes.end(), [](const auto& shape) {
           return std::visit([](const auto& each) { return is_finite(each); }, shape);
         });
}

bool has_links(const Figure& figure) {
  return std::any_of(figure.shapes.begin(), figure.shapes.end(), [](const auto& shape) {
    const auto* label = std::get_if<Figure::Label>(&shape);
    return label && !label->link.empty();
  });
}

void write_drawing(Page& page, const Figure& figure, const std::string& name) {
  const auto number_of = std::to_string(page.figures.size() + 1);
  const auto title = page.anchors.fresh("drawing-" + number_of + "-title");
  const auto description = page.anchors.fresh("drawing-" + number_of + "-text");
  const double scale = std::min(kLargest, std::max(1.0, kWidest / figure.width));
  page.write("<svg");
  if (figure.width * scale > kNarrowScreen) page.write(" class=\"wide\"");
  // An image is one thing to a screen reader, and hides the links inside: with links, the drawing is a group.
  page.attribute("role", has_links(figure) ? "group" : "img");
  page.attribute("aria-labelledby", title);
  if (!figure.description.empty()) page.attribute("aria-describedby", description);
  page.attribute("viewBox", "0 0 " + number(figure.width) + " " + number(figure.height));
  write_number(page, "width", figure.width * scale);
  write_number(page, "height", figure.height * scale);
  page.write("><title");
  page.attribute("id", title);
  page.write(">");
  page.one_line(figure.caption.empty() ? name : figure.caption);
  page.write("</title>");
  if (!figure.description.empty()) {
    page.write("<desc");
    page.attribute("id", description);
    page.write(">");
    page.one_line(figure.description);
    page.write("</desc>");
  }
  page.write("\n");
  for (const auto& shape : figure.shapes) {
    std::visit([&](const auto& each) { draw(page, each); }, shape);
    page.write("\n");
  }
  page.write("</svg>");
}

}  // namespace

void write_block(Page& page, const Figure& figure) {
  if (!can_be_drawn(figure)) {
    page.complaints.push_back({input::Severity::error, "figure-not-finite",
                               std::string("figure ")
                                   .append(input::quote(figure.id))
                                   .append(" has a size or coordinate that cannot be drawn")});
    return;
  }
  auto id = page.anchors.take(figure.id);
  const auto count = std::to_string(page.figures.size() + 1);
  if (id.empty()) id = page.anchors.fresh("figure-" + count);
  const auto name = filled(page.document.labels.figure, "number", count);
  page.write("<figure");
  page.attribute("id", id);
  page.write("><div class=\"scroll\">");
  write_drawing(page, figure, name);
  page.write("</div>");
  if (!figure.caption.empty()) {
    page.figures.push_back({name, figure.caption, id});
    page.write("<figcaption><span class=\"name\">");
    page.text(name);
    page.write("</span> <span>");
    page.text(figure.caption);
    page.write("</span> ");
    page.write_here(id, name);
    page.write("</figcaption>");
  }
  page.write("</figure>\n");
}

}  // namespace assize::render::html
