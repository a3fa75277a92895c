// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/house_style.h"

#include <png.h>

#include <charconv>
#include <cmath>

#include "engine/render/pdf/clean_text.h"

namespace assize::render::pdf {
namespace {

using input::Severity;

constexpr std::uint64_t kMostPixels = 4'000'000;
constexpr double kReadable = 4.5;  // Contrast to white.
constexpr double kTintOfHeads = 0.11;

void complain_of_logo(TypeCase& type, const std::string& wrong) {
  type.complain({Severity::warning,
                 "logo-unreadable",
                 "the logo is left out: " + wrong,
                 {},
                 "give a PNG file of at most 4 million pixels"});
}

double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double contrast_to_white(Rgb colour) {
  const double light = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
  return 1.05 / (light + 0.05);
}

Rgb mixed(Rgb colour, double share, std::uint8_t with) {
  const auto part = [&](std::uint8_t value) {
    return static_cast<std::uint8_t>(std::lround(value * share + with * (1 - share)));
  };
  return {part(colour.red), part(colour.green), part(colour.blue)};
}

Rgb readable(Rgb colour) {
  for (int step = 0; step < 40 && contrast_to_white(colour) < kReadable; ++step) colour = mixed(colour, 0.95, 0);
  return colour;
}

}  // namespace

std::optional<Picture> read_logo(std::string_view png, TypeCase& type) {
  if (png.empty()) return {};
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) {
    complain_of_logo(type, image.message);
    return {};
  }
  if (std::uint64_t{image.width} * image.height > kMostPixels) {
    complain_of_logo(type, "it has " + std::to_string(image.width) + " × " + std::to_string(image.height) + " pixels");
    png_image_free(&image);
    return {};
  }
  image.format = PNG_FORMAT_RGB;
  const png_color white{255, 255, 255};
  Picture picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  if (png_image_finish_read(&image, &white, picture.rgb.data(), 0, nullptr) == 0) {
    complain_of_logo(type, image.message);
    return {};
  }
  return picture;
}

std::optional<Rgb> read_accent(const std::string& text, TypeCase& type) {
  if (text.empty()) return {};
  std::uint32_t value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 1, end, value, 16);
  if (text.size() == 7 && text[0] == '#' && read.ptr == end && read.ec == std::errc())
    return Rgb{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
               static_cast<std::uint8_t>(value & 0xFF)};
  type.complain({Severity::warning,
                 "accent-unreadable",
                 std::string("the accent ").append(in_backticks(text)) + " is no colour",
                 {},
                 "write it as `#rrggbb`"});
  return {};
}

void dye(Draft& draft, Rgb accent) {
  const Rgb words = readable(accent), heads = mixed(accent, kTintOfHeads, 255);
  const auto dyed = [&](Rgb colour, bool text) {
    return colour == ink::accent ? (text ? words : accent) : colour == ink::header_fill ? heads : colour;
  };
  for (Page& page : draft.pages)
    for (Item& item : page.items) {
      item.fill = dyed(item.fill, item.kind == Item::Kind::text);
      item.stroke = dyed(item.stroke, false);
    }
}

}  // namespace assize::render::pdf
