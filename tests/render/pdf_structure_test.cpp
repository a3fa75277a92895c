// SPDX-License-Identifier: Apache-2.0
#define POINTERHOLDER_TRANSITION 4
#include <catch2/catch.hpp>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

struct Opened {
  explicit Opened(std::string pdf) : bytes(std::move(pdf)) {
    file.processMemoryFile("test", bytes.data(), bytes.size());
    pages = file.getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) index[pages[i].getObjGen()] = i;
  }
  std::size_t page_of(QPDFObjectHandle destination) { return index.at(destination.getArrayItem(0).getObjGen()); }
  std::string bytes;
  QPDF file;
  std::vector<QPDFObjectHandle> pages;
  std::map<QPDFObjGen, std::size_t> index;
};

Document linked() {
  Table table{"tab", "Tabulated", {{"a", "A"}, {"b", "B"}}, {}, ""};
  for (int i = 0; i < 120; ++i) {
    Cell first = cell("row " + std::to_string(i)), second = cell("to gap");
    first.anchor = "cell-" + std::to_string(i);
    second.link = "#GAP-001";
    table.rows.push_back({first, second});
  }
  Figure figure{"fig", "Drawn", "",
                200,   60,      {Figure::Label{10, 20, "to table", 8, Figure::Align::left, false, 0, "#tab"}}};
  Section start{"start", "1", "Links", {}, {}};
  for (const char* name : {"start", "end", "tab", "fig", "GAP-001", "cell-100"})
    start.blocks.push_back(paragraph(std::string("to ") + name, std::string("#") + name));
  start.blocks.push_back(paragraph("out", "https://example.org/a?b=c"));
  for (int i = 0; i < 12; ++i) start.blocks.push_back(paragraph("filler"));  // No other section fits below.
  Section tables{"tables", "2", "Tables here", {table}, {{"deep", "2.1", "Deep", {figure}, {}}}};
  Section end{"end", "3", "End", {GapNote{"GAP-001", "Missing", "Add it."}}, {}};
  return document_with({start, tables, end});
}

}  // namespace

TEST_CASE("every link leads to the page of what it names") {
  Opened pdf(pdf_of(linked()));
  const auto pages = pages_of(pdf.bytes);
  std::map<std::size_t, int> reached;
  int outside = 0, from_first = 0;
  const std::size_t first = page_with(pages, "to start");
  for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
    auto links = pdf.pages[i].getKey("/Annots");
    for (int k = 0; links.isArray() && k < links.getArrayNItems(); ++k) {
      auto link = links.getArrayItem(k);
      CHECK(link.getKey("/F").getIntValue() == 4);
      if (link.hasKey("/A")) {
        ++outside;
        CHECK(link.getKey("/A").getKey("/URI").getStringValue() == "https://example.org/a?b=c");
        continue;
      }
      CHECK(link.getKey("/Dest").getArrayItem(4).isNull());
      if (i == first) ++from_first;
      if (i >= first) ++reached[pdf.page_of(link.getKey("/Dest"))];
    }
  }
  CHECK(outside == 1);
  CHECK(from_first == 6);
  CHECK(reached[first] == 1);
  CHECK(reached[page_with(pages, "Missing")] == 122);  // #end, #GAP-001, 120 cells.
  CHECK(reached[page_with(pages, "Table 1", first)] == 2);
  CHECK(reached[page_with(pages, "row 100")] >= 1);
  CHECK(reached[page_with(pages, "Figure 1", first)] >= 1);
}

TEST_CASE("a link to nothing is an error that names it") {
  const std::string link = GENERATE("#nowhere", "#cell-999");
  Document document = linked();
  document.sections[0].blocks.push_back(paragraph("lost", link));
  const auto rendered = render_pdf(document, fonts());
  CHECK_FALSE(rendered);
  CHECK(has_code(rendered.diagnostics(), "dangling-link", link));
}

TEST_CASE("a link that runs something stays text") {
  const std::string link = GENERATE("javascript:alert(1)", "file:///etc/passwd", "evidence/a.pdf", "#");
  const auto rendered = render_pdf(document_with(paragraph("word", link)), fonts());
  REQUIRE(rendered);
  CHECK(has_code(rendered.diagnostics(), "link-inactive", link));
  CHECK(rendered.value().find("javascript") == std::string::npos);
}

TEST_CASE("the bookmarks are the headings") {
  Opened pdf(pdf_of(linked()));
  const auto pages = pages_of(pdf.bytes);
  std::vector<std::string> titles;
  auto root = pdf.file.getRoot().getKey("/Outlines");
  CHECK(root.getKey("/Count").getIntValue() == 3);
  for (auto item = root.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
    titles.push_back(item.getKey("/Title").getUTF8Value());
    for (auto below = item.getKey("/First"); below.isDictionary(); below = below.getKey("/Next")) {
      titles.push_back("> " + below.getKey("/Title").getUTF8Value());
      CHECK(pdf.page_of(below.getKey("/Dest")) == page_with(pages, "Figure 1", 2));
    }
  }
  CHECK(titles == std::vector<std::string>{"1  Links", "2  Tables here", "> 2.1  Deep", "3  End"});
}

TEST_CASE("the file says what it is, in both places, and takes its date from the document") {
  Document document = linked();
  document.title = "Größe & <Maß>";
  document.language = "de";
  Opened pdf(pdf_of(document));
  auto info = pdf.file.getTrailer().getKey("/Info");
  CHECK(info.getKey("/Title").getUTF8Value() == document.title);
  CHECK(info.getKey("/Author").getUTF8Value() == "Provider");
  CHECK(info.getKey("/Subject").getUTF8Value() == document.subtitle);
  CHECK(info.getKey("/CreationDate").getStringValue() == "D:20260115000000Z");
  auto catalog = pdf.file.getRoot();
  CHECK(catalog.getKey("/Lang").getStringValue() == "de");
  CHECK(catalog.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  const auto packet = catalog.getKey("/Metadata").getStreamData();
  const std::string xmp(reinterpret_cast<const char*>(packet->getBuffer()), packet->getSize());
  CHECK(xmp.find("Größe &amp; &lt;Maß&gt;") != std::string::npos);
  CHECK(xmp.find("2026-01-15T00:00:00Z") != std::string::npos);
  CHECK(catalog.getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile").isStream());
  CHECK(pdf.file.getTrailer().getKey("/ID").isArray());

  Fonts without = fonts();
  without.srgb_profile.clear();
  const auto plain = render_pdf(document, without);
  REQUIRE(plain);
  CHECK_FALSE(Opened(plain.value()).file.getRoot().hasKey("/OutputIntents"));
}

namespace {

unsigned u16(const std::string& bytes, std::size_t at) {
  return at + 1 < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[at]) << 8 |
                                                       static_cast<unsigned char>(bytes[at + 1]))
                               : 0;
}

/// The outlines of a TrueType file: the bytes of a glyph, empty for one without.
struct Outlines {
  explicit Outlines(std::string ttf) : bytes(std::move(ttf)) {
    for (unsigned i = 0; i < u16(bytes, 4); ++i) {
      const std::size_t entry = 12 + std::size_t{i} * 16;
      tables[bytes.substr(entry, 4)] = std::size_t{u16(bytes, entry + 8)} << 16 | u16(bytes, entry + 10);
    }
    long_offsets = u16(bytes, tables.at("head") + 50) != 0;
  }
  std::size_t offset(unsigned glyph) const {
    const std::size_t loca = tables.at("loca");
    return long_offsets ? std::size_t{u16(bytes, loca + glyph * 4)} << 16 | u16(bytes, loca + glyph * 4 + 2)
                        : std::size_t{u16(bytes, loca + glyph * 2)} * 2;
  }
  std::string of(unsigned glyph) const {
    return bytes.substr(tables.at("glyf") + offset(glyph), offset(glyph + 1) - offset(glyph));
  }
  std::string bytes;
  std::map<std::string, std::size_t> tables;
  bool long_offsets = false;
};

std::set<unsigned> parts_of(const Outlines& face, unsigned glyph) {
  std::set<unsigned> all{glyph};
  const std::string outline = face.of(glyph);
  if (outline.empty() || u16(outline, 0) < 0x8000) return all;
  unsigned flags = 0x20;
  for (std::size_t at = 10; (flags & 0x20) != 0;) {
    flags = u16(outline, at);
    all.merge(parts_of(face, u16(outline, at + 2)));
    at += 4 + ((flags & 1) != 0 ? 4u : 2u) +
          ((flags & 8) != 0     ? 2u
           : (flags & 64) != 0  ? 4u
           : (flags & 128) != 0 ? 8u
                                : 0u);
  }
  return all;
}

}  // namespace

TEST_CASE("a letter made of parts is embedded with all of them, in every face") {
  const auto [letter, code] = GENERATE(table<std::string, unsigned>(
      {{"š", 0x161}, {"é", 0xE9}, {"½", 0xBD}, {"ǖ", 0x1D6}, {"ế", 0x1EBF}, {"Ǻ", 0x1FA}, {"i", 'i'}}));
  CAPTURE(letter);
  const std::string dejavu_bold = first_found({"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"});
  for (const std::string& source :
       {fonts().regular, fonts().bold, fonts().italic, fonts().mono, fonts().fallbacks[0], dejavu_bold}) {
    Document document;
    document.sections = {{"", "", "", {paragraph(letter)}, {}}};
    const auto rendered = render_pdf(document, {source, source, source, source, {}, ""});
    REQUIRE(rendered);
    Opened pdf(rendered.value());
    bool seen = false;
    for (auto object : pdf.file.getAllObjects()) {
      if (!object.isDictionaryOfType("/Font", "/Type0")) continue;
      auto descendant = object.getKey("/DescendantFonts").getArrayItem(0);
      const auto text = [](QPDFObjectHandle stream) {
        const auto data = stream.getStreamData(qpdf_dl_all);
        return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
      };
      const Outlines embedded(text(descendant.getKey("/FontDescriptor").getKey("/FontFile2"))), whole(source);
      const unsigned glyph = u16(text(descendant.getKey("/CIDToGIDMap")), code * 2);
      if (glyph == 0) continue;
      seen = true;
      for (const unsigned part : parts_of(whole, glyph)) {
        CAPTURE(part);
        CHECK(embedded.of(part).empty() == whole.of(part).empty());
      }
    }
    CHECK((seen || has_code(rendered.diagnostics(), "missing-glyph")));
  }
}
