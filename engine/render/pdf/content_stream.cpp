// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/content_stream.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string>

namespace assize::render::pdf {
namespace {

/// From a corner to the control point of a Bezier curve that is nearly a quarter circle, in radii.
constexpr double kControl = 0.4477;

/// A coordinate that is no number must not reach the file; none should get here.
long long to_hundredths(double value) {
  if (!std::isfinite(value)) return 0;
  return std::llround(std::clamp(value, -16000.0, 16000.0) * 100);
}

}  // namespace

void ContentStream::hundredths(long long value) {
  char digits[24];
  if (value < 0) {
    written_ += '-';
    value = -value;
  }
  const auto whole = std::to_chars(digits, digits + sizeof digits, value / 100);
  written_.append(digits, whole.ptr);
  const int rest = static_cast<int>(value % 100);
  if (rest != 0) {
    written_ += '.';
    written_ += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) written_ += static_cast<char>('0' + rest % 10);
  }
  written_ += ' ';
}

void ContentStream::number(double value) { hundredths(to_hundredths(value)); }

void ContentStream::point(double x, double y) {
  number(x);
  number(height_ - y);
}

void ContentStream::op(std::string_view name) {
  written_ += name;
  written_ += '\n';
}

void ContentStream::leave_text() {
  if (in_text_) op("ET");
  in_text_ = false;
}

void ContentStream::use_fill(Rgb colour) {
  if (colour == fill_) return;
  fill_ = colour;
  number(colour.red / 255.0);
  number(colour.green / 255.0);
  number(colour.blue / 255.0);
  op("rg");
}

void ContentStream::use_stroke(const Item& item) {
  if (!(item.stroke == stroke_)) {
    stroke_ = item.stroke;
    number(stroke_.red / 255.0);
    number(stroke_.green / 255.0);
    number(stroke_.blue / 255.0);
    op("RG");
  }
  if (line_ != item.size) {
    line_ = item.size;
    number(line_);
    op("w");
  }
  if (dash_ != item.dash) {
    dash_ = item.dash;
    op(dash_ == Dash::solid ? "[] 0 d" : dash_ == Dash::dashed ? "[3.5 2.5] 0 d" : "[1 3] 0 d");
  }
}

void ContentStream::use_font(const Item& item, std::string_view font) {
  use_fill(item.fill);
  if (font_ == font && size_ == item.size) return;
  font_ = font;
  size_ = item.size;
  written_ += '/';
  written_ += font_;
  written_ += ' ';
  number(size_);
  op("Tf");
}

void ContentStream::show(std::u16string_view chars) {
  written_ += '(';
  const auto byte = [&](unsigned value) {
    const char c = static_cast<char>(value);
    if (c == '\r') {  // A bare one would be read as a line feed.
      written_ += "\\r";
      return;
    }
    if (c == '(' || c == ')' || c == '\\') written_ += '\\';
    written_ += c;
  };
  for (const char16_t unit : chars) {
    byte(unit >> 8);
    byte(unit & 0xFF);
  }
  op(")Tj");
}

void ContentStream::turned_text(const Item& item, std::u16string_view chars) {
  const double angle = item.turn * std::numbers::pi / 180;
  for (const double part : {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle)}) {
    const long long thousandths = std::llround(part * 1000);
    const long long size = std::llabs(thousandths);
    const std::string digits = std::to_string(size % 1000);
    written_ += thousandths < 0 ? "-" : "";
    written_ += std::to_string(size / 1000) + '.' + std::string(3 - digits.size(), '0') + digits + ' ';
  }
  point(item.x, item.y);
  op("Tm");
  show(chars);
  leave_text();
}

void ContentStream::text(const Item& item, std::string_view font, std::u16string_view chars) {
  if (item.turn != 0) leave_text();
  if (!in_text_) {
    op("BT");
    in_text_ = true;
    text_x_ = text_y_ = 0;
  }
  use_font(item, font);
  if (item.turn != 0) return turned_text(item, chars);
  const long long x = to_hundredths(item.x), y = to_hundredths(height_ - item.y);
  hundredths(x - text_x_);
  hundredths(y - text_y_);
  text_x_ = x;
  text_y_ = y;
  written_ += "Td";
  show(chars);
}

void ContentStream::picture(const Item& item, std::string_view name) {
  leave_text();
  op("q");
  for (const double part : {double{item.width}, 0.0, 0.0, double{item.height}}) number(part);
  point(item.x, double{item.y} + item.height);
  op("cm");
  written_ += '/';
  written_ += name;
  written_ += ' ';
  op("Do");
  op("Q");
}

void ContentStream::trace_rounded(double x, double y, double width, double height, double radius_wanted) {
  const double rx = std::min(radius_wanted, width / 2), ry = std::min(radius_wanted, height / 2);
  const double right = x + width, foot = y + height, kx = rx * kControl, ky = ry * kControl;
  const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
    point(x1, y1);
    point(x2, y2);
    point(x3, y3);
    op("c");
  };
  const auto line = [&](double to_x, double to_y) {
    point(to_x, to_y);
    op("l");
  };
  point(x + rx, y);
  op("m");
  line(right - rx, y);
  curve(right - kx, y, right, y + ky, right, y + ry);
  line(right, foot - ry);
  curve(right, foot - ky, right - kx, foot, right - rx, foot);
  line(x + rx, foot);
  curve(x + kx, foot, x, foot - ky, x, foot - ry);
  line(x, y + ry);
  curve(x, y + ky, x + kx, y, x + rx, y);
  op("h");
}

void ContentStream::shape(const Item& item, const std::vector<Point>& points) {
  leave_text();
  if (item.filled) use_fill(item.fill);
  if (item.stroked) use_stroke(item);
  switch (item.kind) {
    case Item::Kind::text:
    case Item::Kind::logo:
      return;
    case Item::Kind::box:
      if (item.radius > 0) {
        trace_rounded(item.x, item.y, item.width, item.height, item.radius);
      } else {
        point(item.x, double{item.y} + item.height);
        number(item.width);
        number(item.height);
        op("re");
      }
      break;
    case Item::Kind::ellipse: {
      // Four quarter ellipses: a rounded box whose corners meet.
      const double x = item.x, y = item.y, rx = item.width / 2, ry = item.height / 2;
      const double kx = rx * (1 - kControl), ky = ry * (1 - kControl), cx = x + rx, cy = y + ry;
      const double corner[4][6] = {{cx + kx, y, cx + rx, cy - ky, cx + rx, cy},
                                   {cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry},
                                   {cx - kx, cy + ry, x, cy + ky, x, cy},
                                   {x, cy - ky, cx - kx, y, cx, y}};
      point(cx, y);
      op("m");
      for (const auto& c : corner) {
        point(c[0], c[1]);
        point(c[2], c[3]);
        point(c[4], c[5]);
        op("c");
      }
      op("h");
      break;
    }
    case Item::Kind::polyline:
    case Item::Kind::polygon:
      for (std::uint32_t i = 0; i < item.count; ++i) {
        point(points[item.begin + i].x, points[item.begin + i].y);
        op(i == 0 ? "m" : "l");
      }
      if (item.kind == Item::Kind::polygon) op("h");
      break;
  }
  op(item.filled && item.stroked ? "B" : item.filled ? "f" : "S");
}

void ContentStream::begin_part(ElementId element) {
  if (in_part_ && part_ == element) return;
  leave_text();
  if (in_part_) op("EMC");
  in_part_ = true;
  part_ = element;
  if (element == kArtifact) return op("/Artifact BMC");
  if (element == kRunningMatter) return op("/Artifact<</Type/Pagination>>BDC");
  written_ += '/';
  written_ += name_of(elements_[element].tag);
  written_ += "<</MCID ";
  written_ += std::to_string(marks_.size());
  op(">>BDC");
  marks_.push_back(element);
}

const std::string& ContentStream::finished() {
  leave_text();
  if (in_part_) op("EMC");
  in_part_ = false;
  return written_;
}

}  // namespace assize::render::pdf
