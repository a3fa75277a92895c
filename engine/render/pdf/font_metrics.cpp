// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/font_metrics.h"

#include <cstddef>
#include <map>
#include <string>

namespace assize::render::pdf {
namespace {

struct Bytes {
  std::string_view all;
  bool hold(std::size_t offset, std::size_t count) const {
    return offset <= all.size() && count <= all.size() - offset;
  }
  unsigned u8(std::size_t at) const { return static_cast<unsigned char>(all[at]); }
  unsigned u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
  std::size_t u32(std::size_t at) const { return std::size_t{u16(at)} << 16 | u16(at + 2); }
};

std::optional<std::map<std::string, std::string_view>> tables_of(std::string_view ttf) {
  const Bytes file{ttf};
  if (!file.hold(0, 12) || (file.u32(0) != 0x00010000 && file.u32(0) != 0x74727565)) return std::nullopt;
  const unsigned count = file.u16(4);
  if (!file.hold(12, std::size_t{count} * 16)) return std::nullopt;
  std::map<std::string, std::string_view> tables;
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t entry = 12 + std::size_t{i} * 16;
    const std::size_t offset = file.u32(entry + 8), length = file.u32(entry + 12);
    if (!file.hold(offset, length)) return std::nullopt;
    tables[std::string(ttf.substr(entry, 4))] = ttf.substr(offset, length);
  }
  return tables;
}

/// The segments of a format 4 subtable, the only one for the basic plane that libharu reads.
bool read_segments(Bytes cmap, std::size_t at, unsigned glyph_count, std::vector<std::uint16_t>& glyph) {
  if (!cmap.hold(at, 14) || cmap.u16(at) != 4) return false;
  const std::size_t length = cmap.u16(at + 2), segments = cmap.u16(at + 6) / 2;
  if (!cmap.hold(at, length) || length < 16 + segments * 8) return false;
  const std::size_t ends = at + 14, starts = ends + segments * 2 + 2, deltas = starts + segments * 2;
  const std::size_t offsets = deltas + segments * 2;
  for (std::size_t i = 0; i < segments; ++i) {
    const unsigned first = cmap.u16(starts + i * 2), last = cmap.u16(ends + i * 2);
    const unsigned delta = cmap.u16(deltas + i * 2), offset = cmap.u16(offsets + i * 2);
    for (unsigned unit = first; unit <= last && unit < 0xFFFF; ++unit) {
      unsigned id = unit;
      if (offset != 0) {
        const std::size_t where = offsets + i * 2 + offset + std::size_t{unit - first} * 2;
        if (where + 2 > at + length) return false;
        id = cmap.u16(where);
        if (id == 0) continue;
      }
      id = (id + delta) & 0xFFFF;
      if (id < glyph_count) glyph[unit] = static_cast<std::uint16_t>(id);
    }
  }
  return true;
}

bool outlines_lie_inside(Bytes loca, std::size_t glyf_length, unsigned glyph_count, bool long_offsets) {
  const std::size_t width = long_offsets ? 4 : 2;
  if (!loca.hold(0, (std::size_t{glyph_count} + 1) * width)) return false;
  std::size_t previous = 0;
  for (std::size_t i = 0; i <= glyph_count; ++i) {
    const std::size_t offset = long_offsets ? loca.u32(i * 4) : std::size_t{loca.u16(i * 2)} * 2;
    if (offset < previous || offset > glyf_length) return false;
    previous = offset;
  }
  return true;
}

bool names_lie_inside(Bytes name) {
  if (!name.hold(0, 6)) return false;
  const unsigned count = name.u16(2);
  const std::size_t strings = name.u16(4);
  if (!name.hold(6, std::size_t{count} * 12)) return false;
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t record = 6 + std::size_t{i} * 12;
    if (!name.hold(strings + name.u16(record + 10), name.u16(record + 8))) return false;
  }
  return true;
}

}  // namespace

std::optional<FontMetrics> read_font_metrics(std::string_view ttf) {
  const auto found = tables_of(ttf);
  if (!found) return std::nullopt;
  const auto table = [&](const char* tag, std::size_t least) -> std::optional<Bytes> {
    const auto at = found->find(tag);
    if (at == found->end() || at->second.size() < least) return std::nullopt;
    return Bytes{at->second};
  };
  const auto head = table("head", 54), maxp = table("maxp", 6), hhea = table("hhea", 36), hmtx = table("hmtx", 4);
  const auto cmap = table("cmap", 4), loca = table("loca", 2), glyf = table("glyf", 1), name = table("name", 6);
  const auto os2 = table("OS/2", 78);
  if (!head || !maxp || !hhea || !hmtx || !cmap || !loca || !glyf || !name || !os2) return std::nullopt;

  const unsigned em = head->u16(18), glyph_count = maxp->u16(4), metric_count = hhea->u16(34);
  if (em == 0 || glyph_count == 0 || metric_count == 0 || metric_count > glyph_count) return std::nullopt;
  if (!hmtx->hold(0, std::size_t{metric_count} * 4 + std::size_t{glyph_count - metric_count} * 2)) return std::nullopt;
  if (!outlines_lie_inside(*loca, glyf->all.size(), glyph_count, head->u16(50) != 0)) return std::nullopt;
  if (!names_lie_inside(*name)) return std::nullopt;

  FontMetrics metrics;
  metrics.glyph.assign(0x10000, 0);
  bool mapped = false;
  const unsigned encodings = cmap->u16(2);
  if (!cmap->hold(4, std::size_t{encodings} * 8)) return std::nullopt;
  for (unsigned i = 0; i < encodings && !mapped; ++i) {
    const std::size_t record = 4 + std::size_t{i} * 8;
    if (cmap->u16(record) == 3 && cmap->u16(record + 2) == 1)  // Windows, Unicode basic plane.
      mapped = read_segments(*cmap, cmap->u32(record + 4), glyph_count, metrics.glyph);
  }
  if (!mapped) return std::nullopt;

  metrics.advance.assign(0x10000, 0);
  for (std::size_t unit = 0; unit < 0x10000; ++unit) {
    const unsigned id = metrics.glyph[unit];
    const unsigned width = hmtx->u16(std::size_t{id < metric_count ? id : metric_count - 1} * 4);
    metrics.advance[unit] = static_cast<std::uint16_t>(width * 1000 / em);
  }
  const bool has_cap_height = os2->u16(0) >= 2 && os2->all.size() >= 90;
  metrics.cap_height = has_cap_height ? static_cast<int>(os2->u16(88) * 1000 / em) : 700;
  return metrics;
}

}  // namespace assize::render::pdf
