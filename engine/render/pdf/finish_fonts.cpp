// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/finish_fonts.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace assize::render::pdf {
namespace {

std::string hex4(unsigned value) {
  constexpr char digits[] = "0123456789ABCDEF";
  return {digits[value >> 12 & 0xF], digits[value >> 8 & 0xF], digits[value >> 4 & 0xF], digits[value & 0xF]};
}

/// Runs of drawn units without a hole that share their high byte, as a ToUnicode map asks for.
std::vector<std::pair<unsigned, unsigned>> runs_of(const DrawnUnits& drawn) {
  std::vector<std::pair<unsigned, unsigned>> runs;
  for (unsigned unit = 0; unit < 0x10000; ++unit) {
    if (!drawn.test(unit)) continue;
    if (!runs.empty() && runs.back().second + 1 == unit && (unit & 0xFF) != 0)
      runs.back().second = unit;
    else
      runs.emplace_back(unit, unit);
  }
  return runs;
}

std::string to_unicode(const DrawnUnits& drawn) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t kBlock = 100;  // The format allows no more in one block.
  const auto runs = runs_of(drawn);
  for (std::size_t from = 0; from < runs.size(); from += kBlock) {
    const std::size_t to = std::min(runs.size(), from + kBlock);
    map += std::to_string(to - from) + " beginbfrange\n";
    for (std::size_t i = from; i < to; ++i)
      map += '<' + hex4(runs[i].first) + "> <" + hex4(runs[i].second) + "> <" + hex4(runs[i].first) + ">\n";
    map += "endbfrange\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QPDFObjectHandle widths(const DrawnUnits& drawn, const FontMetrics& metrics) {
  auto all = QPDFObjectHandle::newArray();
  for (const auto& [first, last] : runs_of(drawn)) {
    auto run = QPDFObjectHandle::newArray();
    for (unsigned unit = first; unit <= last; ++unit)
      run.appendItem(QPDFObjectHandle::newInteger(metrics.advance[unit]));
    all.appendItem(QPDFObjectHandle::newInteger(first));
    all.appendItem(run);
  }
  return all;
}

std::string glyph_map(const DrawnUnits& drawn, const FontMetrics& metrics) {
  unsigned last = 0;
  for (unsigned unit = 0; unit < 0x10000; ++unit)
    if (drawn.test(unit)) last = unit;
  std::string map((std::size_t{last} + 1) * 2, '\0');
  for (unsigned unit = 0; unit <= last; ++unit) {
    if (!drawn.test(unit)) continue;
    map[std::size_t{unit} * 2] = static_cast<char>(metrics.glyph[unit] >> 8);
    map[std::size_t{unit} * 2 + 1] = static_cast<char>(metrics.glyph[unit] & 0xFF);
  }
  return map;
}

/// A bit for each character drawn, from the highest of the first byte on; that of .notdef is always there.
std::string cid_set(const DrawnUnits& drawn) {
  std::string bits(1, '\x80');
  for (unsigned unit = 0; unit < 0x10000; ++unit) {
    if (!drawn.test(unit)) continue;
    bits.resize(std::max(bits.size(), std::size_t{unit / 8} + 1), '\0');
    bits[unit / 8] = static_cast<char>(static_cast<unsigned char>(bits[unit / 8]) | 0x80u >> unit % 8);
  }
  return bits;
}

}  // namespace

void finish_fonts(QPDF& pdf, const Drawing& drawing, const TypeCase& type, PdfA part) {
  for (auto font : pdf.getAllObjects()) {
    if (!font.isDictionaryOfType("/Font", "/Type0")) continue;
    const std::string given = font.getKey("/BaseFont").getName();  // With its slash.
    for (std::size_t i = 0; i < drawing.faces.size(); ++i) {
      const auto& face = drawing.faces[i];
      if (face.name.empty() || given.find(face.name) == std::string::npos) continue;
      const FontMetrics& metrics = type.faces()[i].metrics;
      const auto name = QPDFObjectHandle::newName(given.substr(0, given.find(',')));
      font.replaceKey("/BaseFont", name);
      font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, to_unicode(face.drawn)));
      auto cid_font = font.getKey("/DescendantFonts").getArrayItem(0);
      cid_font.replaceKey("/BaseFont", name);
      cid_font.replaceKey("/CIDSystemInfo",
                          QPDFObjectHandle::parse("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
      cid_font.replaceKey("/W", pdf.makeIndirectObject(widths(face.drawn, metrics)));
      cid_font.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newStream(&pdf, glyph_map(face.drawn, metrics)));
      auto descriptor = cid_font.getKey("/FontDescriptor");
      descriptor.replaceKey("/FontName", name);
      descriptor.replaceKey("/CapHeight", QPDFObjectHandle::newInteger(metrics.cap_height));
      if (part == PdfA::part_1b)
        descriptor.replaceKey("/CIDSet", QPDFObjectHandle::newStream(&pdf, cid_set(face.drawn)));
      break;
    }
  }
}

}  // namespace assize::render::pdf
