// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/render/pdf/house_style.h"
#include "tests/render/draft_check.h"
#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

/// A PNG of one colour, half of it clear.
std::string png_of(unsigned width, unsigned height) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGBA;
  std::vector<png_byte> pixels(std::size_t{width} * height * 4);
  for (std::size_t i = 0; i < pixels.size(); i += 4) {
    pixels[i] = 200;
    pixels[i + 3] = (i / 4) % 2 == 0 ? 255 : 0;
  }
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr) != 0);
  std::string bytes(size, '\0');
  REQUIRE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr) != 0);
  return bytes;
}

Document housed() {
  Document document = document_with({{"a", "1", "Section", {paragraph("text", "#a")}, {}}});
  document.style.logo = png_of(120, 40);
  document.style.logo_text = "Example Works";
  document.style.header = "Headerword";
  document.style.footer = "Footerword";
  return document;
}

}  // namespace

TEST_CASE("a house's logo, head and foot are on the pages") {
  const std::string pdf = pdf_of(housed());
  const auto pages = pages_of(pdf);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CHECK((pages[i].find("Headerword") != std::string::npos) == (i > 0));  // No head on the cover.
    CHECK(pages[i].find("Footerword") != std::string::npos);
  }
  const std::string images = run_on(pdf, "pdfimages", "-list", "");
  CHECK(images.find(" 120    40 ") != std::string::npos);
  CHECK(pdf_of(housed()) == pdf);
}

TEST_CASE("a logo that cannot be read is left out with a warning") {
  Document document = housed();
  std::string& logo = document.style.logo;
  SECTION("text") { logo = "no picture"; }
  SECTION("cut") { logo.resize(GENERATE(1u, 8u, 20u, 40u, 60u)); }
  SECTION("damaged") { logo[logo.size() / 2] = static_cast<char>(logo[logo.size() / 2] ^ 0x55); }
  SECTION("too large") { logo = png_of(4001, 1000); }
  SECTION("a size that lies") { logo.replace(16, 4, "\x7F\xFF\xFF\xFF"); }
  const auto rendered = render_pdf(document, fonts());
  REQUIRE(rendered);
  CHECK(has_code(rendered.diagnostics(), "logo-unreadable"));
}

TEST_CASE("what is clear in a logo is white on paper") {
  auto opened = pdf::TypeCase::open(fonts());
  REQUIRE(opened);
  pdf::TypeCase type = std::move(opened).value();
  const auto picture = pdf::read_logo(png_of(2, 1), type);
  REQUIRE(picture);
  CHECK(picture->rgb == std::vector<std::uint8_t>{200, 0, 0, 255, 255, 255});
  CHECK_FALSE(pdf::read_logo("", type));
  CHECK(type.complaints().empty());
}

TEST_CASE("an accent takes the place of our own, and is dark enough where it is text") {
  const auto [accent, text] = GENERATE(table<std::string, std::string>(
      {{"#7a1f3d", "7a1f3d"}, {"#FFDD00", ""}, {"#000000", "000000"}, {"#ffffff", ""}}));
  CAPTURE(accent);
  Document document = housed();
  document.style.accent = accent;
  auto opened = pdf::TypeCase::open(fonts());
  REQUIRE(opened);
  pdf::TypeCase type = std::move(opened).value();
  const auto draft = pdf::lay_out(document, type, nullptr);
  const auto wanted = pdf::read_accent(accent, type);
  REQUIRE(wanted);
  std::size_t rules = 0;
  for (const auto& page : draft.pages)
    for (const auto& item : page.items) {
      CHECK_FALSE(item.fill == pdf::ink::accent);
      CHECK_FALSE(item.stroke == pdf::ink::accent);
      if (item.kind != pdf::Item::Kind::text) rules += item.stroke == *wanted || item.fill == *wanted ? 1 : 0;
      if (item.kind == pdf::Item::Kind::text) CHECK(item.fill.red * 2 + item.fill.green * 7 + item.fill.blue < 1600);
      if (item.kind == pdf::Item::Kind::text && !text.empty() && item.fill == *wanted) ++rules;
    }
  CHECK(rules > 2);
}

TEST_CASE("an accent that is no colour is a warning") {
  Document document = housed();
  document.style.accent = GENERATE("blue", "#12345", "#12345g", "#1234567", "123456", "#-12345", "#");
  const auto rendered = render_pdf(document, fonts());
  REQUIRE(rendered);
  CHECK(has_code(rendered.diagnostics(), "accent-unreadable", document.style.accent));
}
