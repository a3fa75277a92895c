// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/figure_parts.h"

#include <algorithm>

namespace assize::dossier {
namespace {

/// A page's room for a figure, and below which scale a standing page is not readable.
struct Room {
  double width, height;
};
constexpr Room kStanding{459.28, 522.88}, kLying{733.89, 346.56};
constexpr double kLargest = 1.3, kSmallestReadable = 0.7;

double scale_in(const Room& room, double width, double height) {
  return std::min(room.width / width, room.height / height);
}

double advance(unsigned char c) {
  if (c >= 0x80) return (c & 0xC0) == 0xC0 ? (c >= 0xE0 ? 1.0 : 0.75) : 0;  // Counted at the lead byte.
  const std::string_view narrow = "iljtfrI.,:;'|!()[] -";
  if (narrow.find(static_cast<char>(c)) != narrow.npos) return 0.42;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%') return 0.98;
  if (c >= 'A' && c <= 'Z') return 0.74;
  return 0.62;
}

}  // namespace

double print_scale(double width, double height) {
  const double standing = scale_in(kStanding, width, height), lying = scale_in(kLying, width, height);
  const bool lies = standing < kSmallestReadable && lying > standing * 1.15;
  return std::min(kLargest, lies ? lying : standing);
}

double width_of(std::string_view text, double size) {
  double sum = 0;
  for (const char c : text) sum += advance(static_cast<unsigned char>(c));
  return sum * size * 1.04 + 1;
}

Figure::Label label_at(double x, double y, std::string text, double size, Figure::Align align, double max_width) {
  Figure::Label one;
  one.x = x, one.y = y, one.size = size, one.align = align, one.max_width = max_width;
  one.text = std::move(text);
  return one;
}

Figure::Label bold(Figure::Label label) {
  label.bold = true;
  return label;
}

Figure::Label linked(Figure::Label label, std::string link) {
  label.link = std::move(link);
  return label;
}

Figure::Box box_at(double x, double y, double width, double height, Tone fill) {
  Figure::Box box;
  box.x = x, box.y = y, box.width = width, box.height = height, box.fill = fill;
  return box;
}

Figure::Line line_from(Figure::Point from, Figure::Point to, Tone tone) {
  Figure::Line line;
  line.points = {from, to};
  line.tone = tone;
  return line;
}

Figure::Point Legend::add(double sign_width, const std::string& text) {
  constexpr double kSize = 7.9, kGap = 4, kBetween = 10;
  const double room = width_of(text, kSize) * kRoomForTranslation;
  const double whole = sign_width + kGap + room;
  if (x_ > left_ && x_ + whole > left_ + width_) {
    x_ = left_;
    y_ += kLine;
  }
  const Figure::Point corner{x_, y_};
  figure_.shapes.emplace_back(label_at(x_ + sign_width + kGap, y_ + 7.5, text, kSize, Figure::Align::left,
                                       std::min(room, left_ + width_ - x_ - sign_width - kGap)));
  x_ += whole + kBetween;
  return corner;
}

std::string shown_of(std::size_t shown, std::size_t all) {
  if (shown == all) return {};
  return "Shown are the first " + std::to_string(shown) + " of " + std::to_string(all) + ".";
}

Figure nothing_to_show(std::string sentence) {
  Figure figure;
  figure.width = kFigureWidth;
  figure.height = 14;
  figure.description = sentence;
  figure.shapes.emplace_back(label_at(0, 10, std::move(sentence), 8, Figure::Align::left, kFigureWidth));
  return figure;
}

std::string sentence_of(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace assize::dossier
