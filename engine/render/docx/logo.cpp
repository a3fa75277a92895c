// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/logo.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

constexpr double kEmu = 12700;  // English metric units in a point.

struct Room {
  double width, height;  // Points.
};
constexpr Room kOnCover{200, 54}, kInHead{90, 18};

void write_picture(Draft& draft, Xml& xml, const PixelSize& size, const Room& room) {
  const double scale = std::min(room.width / size.width, room.height / size.height);
  const auto wide = std::to_string(std::max(1L, std::lround(size.width * scale * kEmu)));
  const auto high = std::to_string(std::max(1L, std::lround(size.height * scale * kEmu)));
  const auto id = draft.next_drawing();
  xml.open("w:r").open("w:drawing");
  xml.open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
  xml.leaf("wp:extent", {{"cx", wide}, {"cy", high}});
  xml.leaf("wp:docPr", {{"id", id}, {"name", "Logo " + id}, {"descr", draft.document.style.logo_text}});
  xml.leaf("wp:cNvGraphicFramePr").open("a:graphic");
  xml.open("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}}).open("pic:pic");
  xml.open("pic:nvPicPr").leaf("pic:cNvPr", {{"id", id}, {"name", "logo.png"}}).leaf("pic:cNvPicPr").close();
  xml.open("pic:blipFill").leaf("a:blip", {{"r:embed", "logo"}}).open("a:stretch").leaf("a:fillRect").close().close();
  xml.open("pic:spPr").open("a:xfrm").leaf("a:off", {{"x", "0"}, {"y", "0"}});
  xml.leaf("a:ext", {{"cx", wide}, {"cy", high}}).close();
  xml.open("a:prstGeom", {{"prst", "rect"}}).leaf("a:avLst").close().close();
  xml.close().close().close().close().close().close();
}

}  // namespace

std::optional<PixelSize> png_size(std::string_view bytes) {
  constexpr std::string_view start("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);
  if (bytes.size() < 24 || bytes.substr(0, 16) != start) return std::nullopt;
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  };
  const PixelSize size{number(16), number(20)};
  constexpr unsigned most = 1u << 20;
  if (size.width == 0 || size.height == 0 || size.width > most || size.height > most) return std::nullopt;
  return size;
}

bool has_logo(const Draft& draft) { return png_size(draft.document.style.logo).has_value(); }

void write_logo(Draft& draft, Xml& xml, Logo where) {
  const auto& bytes = draft.document.style.logo;
  if (bytes.empty()) return;
  const auto size = png_size(bytes);
  if (!size) {
    draft.complain({input::Severity::warning,
                    "logo-not-png",
                    "the logo of the house style is no PNG file and is left out",
                    {},
                    "save it as PNG"});
    return;
  }
  if (where == Logo::in_head) return write_picture(draft, xml, *size, kInHead);
  write_paragraph(xml, {.style = "CoverHead"}, [&] { write_picture(draft, xml, *size, kOnCover); });
}

}  // namespace assize::render::docx
