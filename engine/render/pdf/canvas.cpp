// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/canvas.h"

#include <hpdf.h>
#include <hpdf_fontdef.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/render/pdf/close_composites.h"

namespace assize::render::pdf {
namespace {

struct LibharuError {
  HPDF_STATUS error, detail;
};

[[noreturn]] void throw_error(HPDF_STATUS error, HPDF_STATUS detail, void*) { throw LibharuError{error, detail}; }

/// libharu 2.3 has no public call that takes a font from memory; this is what its call for files does behind the file.
HPDF_FontDef load_font(HPDF_Doc doc, std::string_view ttf) {
  HPDF_Stream stream = HPDF_MemStream_New(doc->mmgr, 1u << 16);
  HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(ttf.data()), static_cast<HPDF_UINT>(ttf.size()));
  stream->seek_fn(stream, 0, HPDF_SEEK_SET);
  HPDF_FontDef def = HPDF_TTFontDef_Load(doc->mmgr, stream, HPDF_TRUE);  // Owns the stream.
  if (HPDF_List_Add(doc->fontdef_list, def) != HPDF_OK) throw LibharuError{HPDF_FAILD_TO_ALLOC_MEM, 0};
  auto& tag = doc->ttfont_tag;
  if (tag[0] == 0) {
    std::copy_n("HPDFAA", 6, tag);
  } else {
    for (int i = 5; i >= 0; --i) {
      if (++tag[i] <= 'Z') break;
      tag[i] = 'A';
    }
  }
  HPDF_TTFontDef_SetTagName(def, reinterpret_cast<char*>(tag));
  return def;
}

/// Everything drawn has at most two decimals: smaller files, and far finer than any printer.
float rounded(double value) {
  if (!std::isfinite(value)) return 0;  // libharu would write garbage.
  return static_cast<float>(std::round(std::clamp(value, -16000.0, 16000.0) * 100) / 100);
}

void append_utf8(std::string& to, char16_t unit) {
  if (unit < 0x80) {
    to += static_cast<char>(unit);
  } else if (unit < 0x800) {
    to += static_cast<char>(0xC0 | unit >> 6);
    to += static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    to += static_cast<char>(0xE0 | unit >> 12);
    to += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

void trace_box(HPDF_Page page, float x, float y, float width, float height, float radius) {
  if (radius <= 0) {
    HPDF_Page_Rectangle(page, x, y, width, height);
    return;
  }
  const float k = radius * 0.4477f;  // From the corner to a control point of a Bezier quarter circle.
  const float right = x + width, top = y + height;
  HPDF_Page_MoveTo(page, x + radius, y);
  HPDF_Page_LineTo(page, right - radius, y);
  HPDF_Page_CurveTo(page, right - k, y, right, y + k, right, y + radius);
  HPDF_Page_LineTo(page, right, top - radius);
  HPDF_Page_CurveTo(page, right, top - k, right - k, top, right - radius, top);
  HPDF_Page_LineTo(page, x + radius, top);
  HPDF_Page_CurveTo(page, x + k, top, x, top - k, x, top - radius);
  HPDF_Page_LineTo(page, x, y + radius);
  HPDF_Page_CurveTo(page, x, y + k, x + k, y, x + radius, y);
  HPDF_Page_ClosePath(page);
}

}  // namespace

struct Canvas::Paper {
  const TypeCase& type;
  HPDF_Doc doc = nullptr;
  std::string failure;
  struct Face {
    HPDF_FontDef def = nullptr;
    HPDF_Font font = nullptr;
    DrawnUnits drawn;
  };
  std::vector<Face> faces;

  explicit Paper(const TypeCase& with) : type(with), faces(with.faces().size()) {}

  // State of the page being drawn; what is set already is not set again.
  HPDF_Page page = nullptr;
  double height = 0;
  bool in_text = false;
  Rgb fill, stroke;
  int font_set = -1;
  float size_set = 0, line_set = 1;
  Dash dash_set = Dash::solid;
  std::string utf8;

  void fail(const LibharuError& error) {
    failure = "libharu error " + std::to_string(error.error) + ", detail " + std::to_string(error.detail);
  }

  float flipped(double y) const { return rounded(height - y); }

  void leave_text() {
    if (in_text) HPDF_Page_EndText(page);
    in_text = false;
  }

  void use_fill(Rgb colour) {
    if (colour == fill) return;
    HPDF_Page_SetRGBFill(page, rounded(colour.red / 255.0), rounded(colour.green / 255.0),
                         rounded(colour.blue / 255.0));
    fill = colour;
  }

  void use_stroke(const Item& item) {
    if (!(item.stroke == stroke)) {
      HPDF_Page_SetRGBStroke(page, rounded(item.stroke.red / 255.0), rounded(item.stroke.green / 255.0),
                             rounded(item.stroke.blue / 255.0));
      stroke = item.stroke;
    }
    if (line_set != item.size) HPDF_Page_SetLineWidth(page, rounded(item.size));
    line_set = item.size;
    if (dash_set == item.dash) return;
    dash_set = item.dash;
    const HPDF_UINT16 dashes[] = {4, 3}, dots[] = {1, 3};  // libharu takes whole points only.
    if (item.dash == Dash::solid)
      HPDF_Page_SetDash(page, nullptr, 0, 0);
    else
      HPDF_Page_SetDash(page, item.dash == Dash::dashed ? dashes : dots, 2, 0);
  }

  HPDF_Font font(std::uint8_t index) {
    Face& face = faces[index];
    if (face.font == nullptr) {
      face.def = load_font(doc, type.faces()[index].ttf);
      face.font = HPDF_GetFont(doc, face.def->base_font, "UTF-8");
    }
    return face.font;
  }

  void draw_text(const Item& item, std::u16string_view chars) {
    utf8.clear();
    const HPDF_Font with = font(item.face);
    for (const char16_t unit : chars) {
      append_utf8(utf8, unit);
      faces[item.face].drawn.set(unit);
    }
    if (!in_text) HPDF_Page_BeginText(page);
    in_text = true;
    use_fill(item.fill);
    if (font_set != item.face || size_set != item.size) HPDF_Page_SetFontAndSize(page, with, rounded(item.size));
    font_set = item.face;
    size_set = item.size;
    HPDF_Page_TextOut(page, rounded(item.x), flipped(item.y), utf8.c_str());
  }

  void paint(const Item& item) {
    if (item.filled && item.stroked)
      HPDF_Page_FillStroke(page);
    else if (item.filled)
      HPDF_Page_Fill(page);
    else
      HPDF_Page_Stroke(page);
  }

  void draw_shape(const Item& item, const Page& from) {
    leave_text();
    if (item.filled) use_fill(item.fill);
    if (item.stroked) use_stroke(item);
    switch (item.kind) {
      case Item::Kind::text:
        return;
      case Item::Kind::box:
        trace_box(page, rounded(item.x), flipped(double{item.y} + item.height), rounded(item.width),
                  rounded(item.height), rounded(item.radius));
        break;
      case Item::Kind::ellipse:
        HPDF_Page_Ellipse(page, rounded(item.x + item.width / 2), flipped(double{item.y} + item.height / 2),
                          std::max(0.01f, rounded(item.width / 2)), std::max(0.01f, rounded(item.height / 2)));
        break;
      case Item::Kind::polyline:
      case Item::Kind::polygon: {
        const Point* points = from.points.data() + item.begin;
        HPDF_Page_MoveTo(page, rounded(points[0].x), flipped(points[0].y));
        for (std::uint32_t i = 1; i < item.count; ++i)
          HPDF_Page_LineTo(page, rounded(points[i].x), flipped(points[i].y));
        if (item.kind == Item::Kind::polygon) HPDF_Page_ClosePath(page);
        break;
      }
    }
    paint(item);
  }

  void draw_page(const Page& from) {
    page = HPDF_AddPage(doc);
    height = from.sheet->height;
    HPDF_Page_SetWidth(page, static_cast<float>(from.sheet->width));
    HPDF_Page_SetHeight(page, static_cast<float>(from.sheet->height));
    in_text = false;
    fill = stroke = Rgb{};  // Black, as a page begins.
    font_set = -1;
    line_set = 1;
    dash_set = Dash::solid;
    for (const Item& item : from.items) {
      if (item.kind == Item::Kind::text)
        draw_text(item, std::u16string_view(from.chars).substr(item.begin, item.count));
      else
        draw_shape(item, from);
    }
    leave_text();
  }

  Drawing save() {
    Drawing drawing;
    for (std::size_t i = 0; i < faces.size(); ++i) {
      Drawing::EmbeddedFace embedded;
      if (faces[i].font != nullptr) {
        close_composites(faces[i].def, type.faces()[i].ttf);
        const auto* attributes = static_cast<HPDF_TTFontDefAttr>(faces[i].def->attr);
        embedded.name = attributes->base_font;
        embedded.drawn = faces[i].drawn;
      }
      drawing.faces.push_back(std::move(embedded));
    }
    HPDF_SaveToStream(doc);
    HPDF_UINT32 size = HPDF_GetStreamSize(doc);
    drawing.pdf.resize(size);
    HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(drawing.pdf.data()), &size);
    drawing.pdf.resize(size);
    return drawing;
  }
};

Canvas::Canvas(const TypeCase& type) : paper_(std::make_unique<Paper>(type)) {
  try {
    paper_->doc = HPDF_New(throw_error, nullptr);
    if (paper_->doc == nullptr) throw LibharuError{HPDF_FAILD_TO_ALLOC_MEM, 0};
    HPDF_UseUTFEncodings(paper_->doc);
    HPDF_SetCompressionMode(paper_->doc, HPDF_COMP_ALL);
  } catch (const LibharuError& error) {
    paper_->fail(error);
  }
}

Canvas::~Canvas() {
  if (paper_->doc != nullptr) HPDF_Free(paper_->doc);
}

bool Canvas::draw(const Page& page) {
  if (!paper_->failure.empty()) return false;
  try {
    paper_->draw_page(page);
    return true;
  } catch (const LibharuError& error) {
    paper_->fail(error);
    return false;
  }
}

Drawing Canvas::save() {
  if (!paper_->failure.empty()) return {};
  try {
    return paper_->save();
  } catch (const LibharuError& error) {
    paper_->fail(error);
    return {};
  }
}

const std::string& Canvas::failure() const { return paper_->failure; }

}  // namespace assize::render::pdf
