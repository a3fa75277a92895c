// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/canvas.h"

#include <hpdf.h>
#include <hpdf_fontdef.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/render/pdf/close_composites.h"
#include "engine/render/pdf/content_stream.h"

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
  if (HPDF_Doc_FindFontDef(doc, def->base_font) != nullptr) {  // Fonts are found by name: the first would be drawn.
    HPDF_FontDef_Free(def);
    throw LibharuError{HPDF_FONT_EXISTS, 0};
  }
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

}  // namespace

struct Canvas::Paper {
  const TypeCase& type;
  const Structure& structure;
  std::vector<std::vector<ElementId>> marks;
  HPDF_Doc doc = nullptr;
  std::string failure;
  struct Face {
    HPDF_FontDef def = nullptr;
    HPDF_Font font = nullptr;
    DrawnUnits drawn;
  };
  std::vector<Face> faces;

  const Picture* logo;
  HPDF_Image logo_image = nullptr;

  Paper(const TypeCase& with, const Structure& of, const Picture* sign)
      : type(with), structure(of), faces(with.faces().size()), logo(sign) {}

  void fail(const LibharuError& error) {
    if (error.error == HPDF_FONT_EXISTS)
      failure = "two different fonts have the same name";
    else
      failure = "libharu error " + std::to_string(error.error) + ", detail " + std::to_string(error.detail);
  }

  HPDF_Font font(std::uint8_t index) {
    Face& face = faces[index];
    if (face.font == nullptr) {
      face.def = load_font(doc, type.faces()[index].ttf);
      face.font = HPDF_GetFont(doc, face.def->base_font, "UTF-8");
    }
    return face.font;
  }

  const char* name_of_logo(HPDF_Page page) {
    if (logo_image == nullptr)
      logo_image = HPDF_LoadRawImageFromMem(doc, logo->rgb.data(), logo->width, logo->height, HPDF_CS_DEVICE_RGB, 8);
    return HPDF_Page_GetXObjectName(page, logo_image);
  }

  // The operators are our own text and go to the page's stream in one piece: libharu's calls would measure each string
  // again, write hexadecimal and keep a graphics state that layout has no use for, at three times the cost.
  void draw_page(const Page& from) {
    HPDF_Page page = HPDF_AddPage(doc);
    HPDF_Page_SetWidth(page, static_cast<float>(from.sheet->width));
    HPDF_Page_SetHeight(page, static_cast<float>(from.sheet->height));
    ContentStream content(from.sheet->height, structure.elements());
    std::vector<const char*> names(faces.size(), nullptr);  // Of the fonts among this page's resources.
    for (const Item& item : from.items) {
      content.begin_part(item.element);
      if (item.kind == Item::Kind::logo) {
        if (logo != nullptr) content.picture(item, name_of_logo(page));
        continue;
      }
      if (item.kind != Item::Kind::text) {
        content.shape(item, from.points);
        continue;
      }
      if (names[item.face] == nullptr) names[item.face] = HPDF_Page_GetLocalFontName(page, font(item.face));
      const auto chars = std::u16string_view(from.chars).substr(item.begin, item.count);
      for (const char16_t unit : chars) faces[item.face].drawn.set(unit);
      content.text(item, names[item.face], chars);
    }
    const std::string& written = content.finished();
    marks.push_back(content.marks());
    HPDF_Stream_Write(static_cast<HPDF_PageAttr>(page->attr)->stream,
                      reinterpret_cast<const HPDF_BYTE*>(written.data()), static_cast<HPDF_UINT>(written.size()));
  }

  /// What libharu does for each string drawn by its own calls: a glyph marked here is embedded.
  void mark_drawn(const Face& face, const FontMetrics& metrics) {
    auto* attributes = static_cast<HPDF_TTFontDefAttr>(face.def->attr);
    for (std::size_t unit = 0; unit < face.drawn.size(); ++unit)
      if (face.drawn.test(unit) && metrics.glyph[unit] < attributes->num_glyphs)
        attributes->glyph_tbl.flgs[metrics.glyph[unit]] = 1;
  }

  Drawing save() {
    Drawing drawing;
    for (std::size_t i = 0; i < faces.size(); ++i) {
      Drawing::EmbeddedFace embedded;
      if (faces[i].font != nullptr) {
        mark_drawn(faces[i], type.faces()[i].metrics);
        close_composites(faces[i].def, type.faces()[i].ttf);
        const auto* attributes = static_cast<HPDF_TTFontDefAttr>(faces[i].def->attr);
        embedded.name = attributes->base_font;
        embedded.drawn = faces[i].drawn;
      }
      drawing.faces.push_back(std::move(embedded));
    }
    drawing.marks = std::move(marks);
    HPDF_SaveToStream(doc);
    HPDF_UINT32 size = HPDF_GetStreamSize(doc);
    drawing.pdf.resize(size);
    HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(drawing.pdf.data()), &size);
    drawing.pdf.resize(size);
    return drawing;
  }
};

Canvas::Canvas(const TypeCase& type, const Structure& structure, const Picture* logo)
    : paper_(std::make_unique<Paper>(type, structure, logo)) {
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
