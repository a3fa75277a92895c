// SPDX-License-Identifier: Apache-2.0
#include "engine/render/workbook.h"

#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

#include "engine/render/code_points.h"

namespace assize::render {
namespace {

input::Diagnostics cannot_write(const std::string& why) {
  return {{input::Severity::error, "xlsx-write", "the spreadsheet cannot be written: " + why}};
}

bool has_room(const char* folder, std::size_t bytes) {
  struct statvfs disk;
  if (statvfs(folder, &disk) != 0) return false;
  return static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize) > static_cast<double>(bytes);
}

struct Colors {
  std::optional<lxw_color_t> fill;
  lxw_color_t text = LXW_COLOR_BLACK;
  bool bold = false;
};

Colors colors_of(dossier::Tone tone) {
  switch (tone) {
    case dossier::Tone::plain:
      return {};
    case dossier::Tone::quiet:
      return {std::nullopt, 0x6B6B6B, false};
    case dossier::Tone::minor:
      return {0xFFF4CC, 0x5C4700, false};
    case dossier::Tone::major:
      return {0xFBD5B5, 0x7A2E00, false};
    case dossier::Tone::critical:
      return {0xB3261E, LXW_COLOR_WHITE, true};
    case dossier::Tone::good:
      return {0xDDEFD9, 0x1E4D1A, false};
    case dossier::Tone::gap:
      return {0xE6DDF2, 0x4A2273, true};
  }
  std::abort();  // A tone without colours: -Wswitch refuses to build it.
}

void set_colors(lxw_format* format, const Colors& colors) {
  if (colors.fill) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, *colors.fill);
  }
  if (colors.text != LXW_COLOR_BLACK) format_set_font_color(format, colors.text);
  if (colors.bold) format_set_bold(format);
}

}  // namespace

Workbook::Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

input::Result<Workbook> Workbook::open(std::size_t bytes) {
  // The library does not notice a temporary file that was cut short by a full disk, so room is made sure of before.
  static char memory[] = "/dev/shm";
  static char disk[] = P_tmpdir;
  const bool fits = has_room(memory, bytes);
  if (!fits && !has_room(disk, bytes)) return cannot_write("no room for temporary files");
  Descriptor file(memfd_create("spreadsheet", MFD_CLOEXEC));
  if (file.number() < 0) return cannot_write("no file in memory can be made");
  const std::string name = "/proc/self/fd/" + std::to_string(file.number());
  lxw_workbook_options options{};
  options.tmpdir = fits ? memory : disk;
  lxw_workbook* raw = workbook_new_opt(name.c_str(), &options);
  if (raw == nullptr) return cannot_write("out of memory");
  return Workbook(std::move(file), raw);
}

lxw_format* Workbook::format(const CellLook& look) {
  auto& format = formats_[{look.tone, look.number_format, look.right, look.bold, look.link, look.header, look.open}];
  if (format != nullptr) return format;
  format = workbook_add_format(raw_.get());
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(format);
  if (look.right) format_set_align(format, LXW_ALIGN_RIGHT);
  if (look.link) {
    format_set_font_color(format, 0x0B57A4);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  if (look.header) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, look.open ? 0xFFE8A3 : 0xD9E2EC);
    format_set_bottom(format, LXW_BORDER_THIN);
  }
  if (look.open && !look.header) {
    format_set_unlocked(format);
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, 0xFFFBEB);
    format_set_border(format, LXW_BORDER_HAIR);
  }
  if (look.bold || look.header) format_set_bold(format);
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  set_colors(format, colors_of(look.tone));
  return format;
}

lxw_format* Workbook::tone_rule(dossier::Tone tone) {
  auto& format = rules_[tone];
  if (format != nullptr) return format;
  format = workbook_add_format(raw_.get());
  const auto colors = colors_of(tone);
  // In a rule Excel takes the background colour for the fill; a pattern would swap them.
  if (colors.fill) format_set_bg_color(format, *colors.fill);
  format_set_font_color(format, colors.text);
  if (colors.bold) format_set_bold(format);
  return format;
}

input::Result<std::string> Workbook::bytes() && {
  const lxw_error error = workbook_close(raw_.release());  // Frees it too, also when it fails.
  if (error != LXW_NO_ERROR) return cannot_write(lxw_strerror(error));
  const off_t size = lseek(file_.number(), 0, SEEK_END);
  if (size <= 0) return cannot_write("the file in memory is empty");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got = pread(file_.number(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got <= 0) return cannot_write("the file in memory cannot be read");
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string number_format_of(const std::string& text, double number) {
  double parsed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed, std::chars_format::fixed);
  if (error != std::errc() || parsed != number) return "";
  const std::string digits(text.data(), end);
  const std::string_view unit = std::string_view(text).substr(digits.size());
  if (unit.size() > 20 || unit.find_first_of("\"\\\n\r\t") != std::string_view::npos) return "";
  const auto point = digits.find('.');
  const std::size_t sign = digits.front() == '-' ? 1 : 0;
  std::string format = "0";
  if (digits[sign] == '0') format.assign(std::min(point, digits.size()) - sign, '0');  // "007" keeps its zeros.
  if (point != std::string::npos && point + 1 < digits.size())
    format += "." + std::string(digits.size() - point - 1, '0');
  if (format.size() > 40) return "";
  if (!unit.empty()) format += "\"" + std::string(unit) + "\"";
  return format;
}

}  // namespace assize::render
