// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/type_case.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/render/pdf/clean_text.h"

namespace assize::render::pdf {
namespace {

using input::Severity;

constexpr char16_t kEllipsis = 0x2026;
constexpr char16_t kReplacement = 0xFFFD;

std::string name_of(char32_t code) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string hex = "U+";
  for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) hex += digits[(code >> shift) & 0xF];
  return hex;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool has_plain_ascii(const FontMetrics& metrics) {
  for (char16_t unit = 0x20; unit < 0x7F; ++unit)
    if (!metrics.has(unit)) return false;
  return true;
}

}  // namespace

input::Result<TypeCase> TypeCase::open(const Fonts& fonts) {
  TypeCase opened;
  input::Diagnostics found;
  // The same bytes given twice become one face: libharu cannot hold a font twice.
  const auto face_from = [&](const std::string& ttf, const std::string& called) -> std::uint8_t {
    for (std::size_t i = 0; i < opened.faces_.size(); ++i)
      if (opened.faces_[i].ttf == ttf) return static_cast<std::uint8_t>(i);
    auto metrics = read_font_metrics(ttf);
    if (!metrics) {
      found.push_back({Severity::error,
                       "font-unreadable",
                       std::string("the ").append(called) +
                           " font is not a TrueType font with outlines and a Unicode character map",
                       {},
                       "OpenType fonts with CFF outlines and font collections cannot be embedded"});
      return 0;
    }
    opened.faces_.push_back({ttf, *std::move(metrics), 1});
    return static_cast<std::uint8_t>(opened.faces_.size() - 1);
  };
  const std::pair<const std::string&, const char*> roles[] = {
      {fonts.regular, "regular"}, {fonts.bold, "bold"}, {fonts.italic, "italic"}, {fonts.mono, "mono"}};
  for (std::size_t i = 0; i < 4; ++i) opened.face_of_role_[i] = face_from(roles[i].first, roles[i].second);
  opened.chain_.push_back(opened.face_of_role_[0]);
  for (std::size_t i = 0; i < fonts.fallbacks.size() && i < 32; ++i)
    opened.chain_.push_back(face_from(fonts.fallbacks[i], "fallback"));
  if (!found.empty()) return found;
  if (opened.face_of_role_[3] != opened.face_of_role_[0]) opened.faces_[opened.face_of_role_[3]].scale = kMonoScale;
  for (std::size_t i = 0; i < 4; ++i)
    opened.draws_ascii_[i] = has_plain_ascii(opened.faces_[opened.face_of_role_[i]].metrics);
  return opened;
}

void TypeCase::complain(input::Diagnostic about) {
  if (said_.insert(about.code + ' ' + about.message).second) complaints_.push_back(std::move(about));
}

std::uint8_t TypeCase::face_for(char16_t unit, Role role) const {
  const std::uint8_t own = face_of_role_[static_cast<std::size_t>(role)];
  if (faces_[own].metrics.has(unit)) return own;
  for (const std::uint8_t face : chain_)
    if (faces_[face].metrics.has(unit)) return face;
  return 0xFF;
}

void TypeCase::add(StyledText& to, char16_t unit, std::uint8_t face, Rgb colour, std::int32_t link) const {
  const auto at = static_cast<std::uint32_t>(to.chars.size());
  to.chars += unit;
  if (!to.runs.empty()) {
    Run& last = to.runs.back();
    if (last.face == face && last.colour == colour && last.link == link && last.note < 0) {
      last.end = at + 1;
      return;
    }
  }
  to.runs.push_back({at, at + 1, face, colour, link});
}

std::string TypeCase::where() const {
  return place_.empty() ? std::string() : std::string(", in section ").append(in_backticks(place_));
}

void TypeCase::add_replacement(StyledText& to, char32_t missing, std::string_view in, Role role, Rgb colour,
                               std::int32_t link) {
  if (missed_.insert(missing).second)
    complain({Severity::warning,
              "missing-glyph",
              std::string("no font has a glyph for ")
                  .append(in_backticks(name_of(missing)))
                  .append(" of ")
                  .append(in_backticks(in))
                  .append(where()),
              {},
              "install a font that has it (fonts-droid-fallback for Chinese and Japanese), or write it otherwise"});
  const std::uint8_t face = face_for(kReplacement, role);
  if (face != 0xFF) return add(to, kReplacement, face, colour, link);
  const std::uint8_t plain = face_for(u'?', role);
  add(to, u'?', plain != 0xFF ? plain : std::uint8_t{0}, colour, link);
}

void TypeCase::append(StyledText& to, std::string_view utf8, Role role, Rgb colour, std::int32_t link, LineEnds ends) {
  if (utf8.empty()) return;
  const auto role_index = static_cast<std::size_t>(role);
  if (draws_ascii_[role_index] && is_plain_ascii(utf8)) {  // Most of what a register holds.
    const auto at = static_cast<std::uint32_t>(to.chars.size());
    to.chars.append(utf8.begin(), utf8.end());
    const auto end = static_cast<std::uint32_t>(to.chars.size());
    const std::uint8_t face = face_of_role_[role_index];
    if (!to.runs.empty() && to.runs.back().face == face && to.runs.back().colour == colour &&
        to.runs.back().link == link && to.runs.back().note < 0)
      to.runs.back().end = end;
    else
      to.runs.push_back({at, end, face, colour, link});
    return;
  }
  const auto clean = clean_text(utf8);
  if (!clean) {
    complain({Severity::error,
              "invalid-utf-8",
              in_backticks(utf8) + " is not valid UTF-8" + where(),
              {},
              "save the file it comes from as UTF-8"});
    return;
  }
  for (std::size_t i = 0; i < clean->size(); ++i) {
    const char16_t unit = (*clean)[i];
    char32_t code = unit;
    if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < clean->size())
      code = 0x10000 + ((char32_t{unit} - 0xD800) << 10) + ((*clean)[++i] - char32_t{0xDC00});
    if (is_right_to_left(code)) {
      complain({Severity::error,
                "right-to-left",
                in_backticks(utf8) + " is written from right to left" + where(),
                {},
                "a PDF can only show text that runs from left to right: transliterate it"});
      return;
    }
    if (code == '\n') {
      const std::uint8_t face = to.runs.empty() ? face_of_role_[role_index] : to.runs.back().face;
      add(to, ends == LineEnds::are_kept ? u'\n' : u' ', face, colour, link);
      continue;
    }
    if (code == 0x2011 && face_for(unit, role) == 0xFF) code = '-';  // A hyphen that must not break is a hyphen.
    if ((code == 0x00A0 || code == 0x202F || code == 0x2007) && face_for(unit, role) == 0xFF) code = ' ';
    if (code == 0x200B) code = face_for(unit, role) == 0xFF ? char32_t{0xFFFF} : code;  // Only says where to break.
    if (code == 0xFFFF) continue;
    const auto drawn = static_cast<char16_t>(code);
    const std::uint8_t face = code < 0x10000 ? face_for(drawn, role) : 0xFF;
    if (face == 0xFF)
      add_replacement(to, code, utf8, role, colour, link);
    else
      add(to, drawn, face, colour, link);
  }
}

void TypeCase::append_mark(StyledText& to, const std::string& mark, Rgb colour, std::int32_t link, std::int32_t note) {
  StyledText raised;
  append(raised, mark, Role::bold, colour, link);
  const auto at = static_cast<std::uint32_t>(to.chars.size());
  to.chars += raised.chars;
  for (Run run : raised.runs) {
    run.begin += at;
    run.end += at;
    run.note = note;
    to.runs.push_back(run);
  }
  to.has_notes = true;
}

void TypeCase::positions(const StyledText& text, double size, std::vector<float>& into) const {
  into.resize(text.chars.size() + 1);
  into[0] = 0;
  double x = 0;
  for (const Run& run : text.runs) {
    const auto& advance = faces_[run.face].metrics.advance;
    const double unit = size * faces_[run.face].scale * run.scale() / 1000;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (text.chars[i] != u'\n') x += advance[text.chars[i]] * unit;
      into[i + 1] = static_cast<float>(x);
    }
  }
}

double TypeCase::width(const StyledText& text, double size) const {
  double x = 0;
  for (const Run& run : text.runs) {
    const auto& advance = faces_[run.face].metrics.advance;
    double run_units = 0;
    for (std::uint32_t i = run.begin; i < run.end; ++i) run_units += advance[text.chars[i]];
    x += run_units * size * faces_[run.face].scale * run.scale() / 1000;
  }
  return x;
}

void TypeCase::append_ellipsis(StyledText& text) const {
  const Run last = text.runs.empty() ? Run{.face = face_of_role_[0]} : text.runs.back();
  const std::uint8_t other = face_for(kEllipsis, Role::regular);
  if (faces_[last.face].metrics.has(kEllipsis))
    add(text, kEllipsis, last.face, last.colour, last.link);
  else if (other != 0xFF)
    add(text, kEllipsis, other, last.colour, last.link);
  else
    for (int i = 0; i < 3; ++i) add(text, u'.', last.face, last.colour, last.link);
}

bool TypeCase::shorten(StyledText& text, double size, double width_allowed) {
  if (text.runs.empty() || width(text, size) <= width_allowed + 0.01) return false;
  StyledText mark{{}, {text.runs.back()}};
  mark.runs.front().begin = mark.runs.front().end = 0;
  append_ellipsis(mark);
  const double room = width_allowed - width(mark, size);
  std::vector<float> at;
  positions(text, size, at);
  std::size_t kept = text.chars.size();
  while (kept > 0 && (at[kept] > room || text.chars[kept - 1] == u' ')) --kept;
  const Run style = text.runs.back();
  cut(text, kept);
  if (kept == 0 && room < 0) return true;  // Not even the … fits.
  for (const char16_t unit : mark.chars) add(text, unit, mark.runs.back().face, style.colour, style.link);
  return true;
}

void cut(StyledText& text, std::size_t length) {
  text.chars.resize(length);
  while (!text.runs.empty() && text.runs.back().begin >= length) text.runs.pop_back();
  if (!text.runs.empty()) text.runs.back().end = static_cast<std::uint32_t>(length);
}

}  // namespace assize::render::pdf
