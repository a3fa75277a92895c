// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/shapes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "engine/render/docx/text.h"
#include "engine/render/docx/text_width.h"

namespace assize::render::docx {
namespace {

using dossier::Figure;
using dossier::Tone;

constexpr double kEmu = 12700;  // English metric units in a point.
constexpr pdf::Rgb kLine{0x44, 0x51, 0x5C};
constexpr const char* kThin = "8890";
/// Of a line of text, by its size: from its top to the baseline, and to its foot.
constexpr double kAscent = 0.95, kLineHeight = 1.25;

struct Rectangle {
  long x, y, width, height;
  bool flipped_across = false, flipped_down = false;
};

Rectangle between(long x1, long y1, long x2, long y2) {
  return {std::min(x1, x2), std::min(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1), x2 < x1, y2 < y1};
}

std::string line_colour(Tone tone) {
  return hex(tone == Tone::plain ? kLine : tone == Tone::quiet ? pdf::ink::strong_rule : pdf::tint_of(tone).edge);
}

void write_place(Xml& xml, const Rectangle& place) {
  if (place.flipped_across && place.flipped_down)
    xml.open("a:xfrm", {{"flipH", "1"}, {"flipV", "1"}});
  else if (place.flipped_across)
    xml.open("a:xfrm", {{"flipH", "1"}});
  else if (place.flipped_down)
    xml.open("a:xfrm", {{"flipV", "1"}});
  else
    xml.open("a:xfrm");
  xml.leaf("a:off", {{"x", std::to_string(place.x)}, {"y", std::to_string(place.y)}});
  xml.leaf("a:ext", {{"cx", std::to_string(place.width)}, {"cy", std::to_string(place.height)}}).close();
}

void write_preset(Xml& xml, std::string_view name, std::string_view adjusted = {}) {
  xml.open("a:prstGeom", {{"prst", name}}).open("a:avLst");
  if (!adjusted.empty()) xml.leaf("a:gd", {{"name", "adj"}, {"fmla", adjusted}});
  xml.close().close();
}

void write_fill(Xml& xml, Tone tone) {
  if (tone == Tone::plain) {
    xml.leaf("a:noFill");
    return;
  }
  const auto fill = hex(tone == Tone::quiet ? pdf::ink::code_fill : pdf::tint_of(tone).fill);
  xml.open("a:solidFill").leaf("a:srgbClr", {{"val", fill}}).close();
}

void write_outline(Xml& xml, const std::string& colour, bool dashed, bool arrow) {
  xml.open("a:ln", {{"w", kThin}}).open("a:solidFill").leaf("a:srgbClr", {{"val", colour}}).close();
  if (dashed) xml.leaf("a:prstDash", {{"val", "dash"}});
  if (arrow) xml.leaf("a:tailEnd", {{"type", "triangle"}, {"w", "med"}, {"len", "med"}});
  xml.close();
}

/// What every shape has around its geometry.
void write_around(Draft& draft, std::string_view kind, const std::function<void(Xml&)>& properties) {
  auto& xml = draft.xml;
  const auto id = draft.next_drawing();
  xml.open("wps:wsp").leaf("wps:cNvPr", {{"id", id}, {"name", std::string(kind) + " " + id}}).leaf("wps:cNvSpPr");
  xml.open("wps:spPr");
  properties(xml);
  xml.close().leaf("wps:bodyPr").close();
}

void write_path(Xml& xml, const std::vector<std::pair<long, long>>& points, const Rectangle& place) {
  xml.open("a:custGeom").leaf("a:avLst").leaf("a:gdLst").leaf("a:ahLst").leaf("a:cxnLst");
  xml.leaf("a:rect", {{"l", "0"}, {"t", "0"}, {"r", "r"}, {"b", "b"}}).open("a:pathLst");
  xml.open("a:path", {{"w", std::to_string(place.width)}, {"h", std::to_string(place.height)}, {"fill", "none"}});
  for (std::size_t i = 0; i < points.size(); ++i)
    xml.open(i == 0 ? "a:moveTo" : "a:lnTo")
        .leaf("a:pt",
              {{"x", std::to_string(points[i].first - place.x)}, {"y", std::to_string(points[i].second - place.y)}})
        .close();
  xml.close().close().close();
}

bool is_finite(const Figure::Box& b) { return std::isfinite(b.x + b.y + b.width + b.height); }
bool is_finite(const Figure::Ellipse& e) { return std::isfinite(e.x + e.y + e.width + e.height); }
bool is_finite(const Figure::Label& l) { return std::isfinite(l.x + l.y + l.size + l.max_width); }
bool is_finite(const Figure::Line& line) {
  return std::all_of(line.points.begin(), line.points.end(), [](const auto& p) { return std::isfinite(p.x + p.y); });
}

}  // namespace

long Frame::at(double value, double most) const { return std::lround(std::clamp(value, 0.0, most) * scale * kEmu); }

void write_shape(Draft& draft, const Frame& frame, const Figure::Box& box) {
  const auto place =
      between(frame.across(box.x), frame.down(box.y), frame.across(box.x + box.width), frame.down(box.y + box.height));
  write_around(draft, "Box", [&](Xml& xml) {
    write_place(xml, {place.x, place.y, place.width, place.height});
    const double shorter = static_cast<double>(std::min(place.width, place.height));
    const double corner = shorter > 0 ? std::min(0.5, 5 * frame.scale * kEmu / shorter) : 0;
    if (box.rounded)
      write_preset(xml, "roundRect", "val " + std::to_string(std::lround(corner * 100'000)));
    else
      write_preset(xml, "rect");
    write_fill(xml, box.fill);
    if (box.outline)
      write_outline(xml, box.dashed ? draft.look.accent : line_colour(box.fill), box.dashed, false);
    else
      xml.open("a:ln").leaf("a:noFill").close();
  });
}

void write_shape(Draft& draft, const Frame& frame, const Figure::Ellipse& ellipse) {
  const auto place = between(frame.across(ellipse.x), frame.down(ellipse.y), frame.across(ellipse.x + ellipse.width),
                             frame.down(ellipse.y + ellipse.height));
  write_around(draft, "Ellipse", [&](Xml& xml) {
    write_place(xml, {place.x, place.y, place.width, place.height});
    write_preset(xml, "ellipse");
    write_fill(xml, ellipse.fill);
    write_outline(xml, line_colour(ellipse.fill), false, false);
  });
}

void write_shape(Draft& draft, const Frame& frame, const Figure::Line& line) {
  std::vector<std::pair<long, long>> points;
  for (const auto& point : line.points)
    if (const std::pair at{frame.across(point.x), frame.down(point.y)}; points.empty() || points.back() != at)
      points.push_back(at);
  if (points.size() < 2) return;
  write_around(draft, "Line", [&](Xml& xml) {
    if (points.size() == 2) {
      write_place(xml, between(points[0].first, points[0].second, points[1].first, points[1].second));
      write_preset(xml, "line");
    } else {
      const auto [left, right] = std::minmax_element(points.begin(), points.end());
      const auto by_y = [](const auto& a, const auto& b) { return a.second < b.second; };
      const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), by_y);
      const Rectangle place{left->first, top->second, right->first - left->first, bottom->second - top->second};
      write_place(xml, place);
      write_path(xml, points, place);
    }
    xml.leaf("a:noFill");
    write_outline(xml, line_colour(line.tone), line.dashed, line.arrow);
  });
}

void write_shape(Draft& draft, const Frame& frame, const Figure::Label& label) {
  const double size = std::clamp(label.size, 1.0, 200.0) * frame.scale;  // Points.
  const double at = std::clamp(label.x, 0.0, frame.width);
  double room = label.align == Figure::Align::left    ? frame.width - at
                : label.align == Figure::Align::right ? at
                                                      : 2 * std::min(at, frame.width - at);
  if (label.max_width > 0) room = std::min(room, label.max_width);
  const auto text = shortened(label.text, room * frame.scale / size * 1.05);
  if (text.empty()) return;
  // The box is as wide as the room: the text stands at its edge or in its middle, whatever the font makes of it.
  const double left = label.align == Figure::Align::left    ? at
                      : label.align == Figure::Align::right ? at - room
                                                            : at - room / 2;
  const long top = std::lround((label.y * frame.scale - size * kAscent) * kEmu);
  auto& xml = draft.xml;
  const auto id = draft.next_drawing();
  xml.open("wps:wsp").leaf("wps:cNvPr", {{"id", id}, {"name", "Label " + id}}).leaf("wps:cNvSpPr", {{"txBox", "1"}});
  xml.open("wps:spPr");
  write_place(xml, {frame.across(left), std::max(0L, top), frame.at(room, frame.width),
                    std::lround(size * kLineHeight * kEmu)});
  write_preset(xml, "rect");
  xml.leaf("a:noFill").open("a:ln").leaf("a:noFill").close().close();
  xml.open("wps:txbx").open("w:txbxContent");
  const auto align = label.align == Figure::Align::left    ? Align::left
                     : label.align == Figure::Align::right ? Align::right
                                                           : Align::centre;
  write_paragraph(xml, {.style = "FigureLabel", .align = align}, [&] {
    write_link(draft, label.link, text,
               {.bold = label.bold, .half_points = std::max(2, static_cast<int>(std::lround(size * 2)))});
  });
  xml.close().close();
  xml.open("wps:bodyPr", {{"wrap", "none"},
                          {"lIns", "0"},
                          {"tIns", "0"},
                          {"rIns", "0"},
                          {"bIns", "0"},
                          {"anchor", "t"},
                          {"upright", "1"}});
  xml.leaf("a:noAutofit").close().close();
}

bool is_drawable(const Figure& figure) {
  return std::isfinite(figure.width) && std::isfinite(figure.height) && figure.width > 0 && figure.height > 0 &&
         std::all_of(figure.shapes.begin(), figure.shapes.end(), [](const auto& shape) {
           return std::visit([](const auto& each) { return is_finite(each); }, shape);
         });
}

}  // namespace assize::render::docx
