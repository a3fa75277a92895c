// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <set>

#include "engine/render/formats.h"
#include "tests/render/docx_reading.h"
#include "tests/render/docx_sample.h"

using namespace assize;
using namespace assize::render;

namespace {

/// Where the second list says an element's children may stand, by ECMA-376 part 1, annex A. What stands in no place is
/// a fault of the table.
const std::map<std::string, Texts> orders = {
    {"w:pPr",
     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:spacing",
      "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"}},
    {"w:rPr",
     {"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:noProof", "w:color", "w:sz", "w:szCs", "w:u",
      "w:vertAlign", "w:lang"}},
    {"w:tblPr",
     {"w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"}},
    {"w:trPr", {"w:cantSplit", "w:tblHeader"}},
    {"w:tcPr", {"w:tcW", "w:gridSpan", "w:shd", "w:vAlign"}},
    {"w:tbl", {"w:tblPr", "w:tblGrid", "w:tr"}},
    {"w:tblBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
    {"w:tblCellMar", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:pBdr", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:sectPr", {"w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"}},
    {"w:style",
     {"w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:pPr",
      "w:rPr", "w:tblPr"}},
    {"w:lvl", {"w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"}},
    {"w:numbering", {"w:abstractNum", "w:num"}},
    {"w:num", {"w:abstractNumId", "w:lvlOverride"}},
    {"w:settings",
     {"w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:updateFields", "w:footnotePr", "w:compat",
      "w:themeFontLang"}},
    {"w:font", {"w:altName", "w:family"}},
    {"w:sdt", {"w:sdtPr", "w:sdtContent"}},
    {"wp:inline", {"wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"}},
    {"wpg:wgp", {"wpg:cNvGrpSpPr", "wpg:grpSpPr", "wps:wsp"}},
    {"wps:wsp", {"wps:cNvPr", "wps:cNvSpPr", "wps:spPr", "wps:txbx", "wps:bodyPr"}},
    {"wps:spPr", {"a:xfrm", "a:custGeom", "a:prstGeom", "a:noFill", "a:solidFill", "a:ln"}},
    {"a:ln", {"a:noFill", "a:solidFill", "a:prstDash", "a:tailEnd"}},
    {"a:custGeom", {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"}},
    {"a:xfrm", {"a:off", "a:ext", "a:chOff", "a:chExt"}},
    {"pic:pic", {"pic:nvPicPr", "pic:blipFill", "pic:spPr"}},
};

/// The faults of order below a node; `met` gets the names of the elements that were looked at.
void check_order(const Node& node, std::set<std::string>& met, Texts& faults) {
  if (const auto rule = orders.find(node.name); rule != orders.end()) {
    met.insert(node.name);
    std::size_t reached = 0;
    for (const auto& child : node.children) {
      const auto place = static_cast<std::size_t>(std::find(rule->second.begin(), rule->second.end(), child.name) -
                                                  rule->second.begin());
      if (place == rule->second.size()) faults.push_back(child.name + " has no place in " + node.name);
      if (place < reached) faults.push_back(child.name + " comes too late in " + node.name);
      reached = std::max(reached, place);
    }
  }
  for (const auto& child : node.children) check_order(child, met, faults);
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

TEST_CASE("every part is well-formed, has a type, and stands in the order of names", "[docx]") {
  const Docx docx(docx_of(full_document()));
  REQUIRE(docx.names.front() == "[Content_Types].xml");
  CHECK(std::is_sorted(docx.names.begin() + 1, docx.names.end()));
  std::set<std::string> typed;
  const auto types = docx.part("[Content_Types].xml");
  for (const auto* one : all(types, "Override")) typed.insert(one->attribute("PartName").substr(1));
  for (const auto& name : docx.names) {
    CAPTURE(name);
    if (name != "[Content_Types].xml" && ends_with(name, ".xml")) CHECK(typed.count(name) == 1);
    if (!ends_with(name, ".png")) docx.part(name);
  }
  for (const auto& name : typed) CHECK(docx.files.count(name) == 1);
}

TEST_CASE("every relationship that a part names exists and leads to a part", "[docx]") {
  const Docx docx(docx_of(full_document()));
  std::size_t asked = 0;
  for (const auto& name : docx.names) {
    if (name.compare(0, 5, "word/") != 0 || name.find("_rels") != std::string::npos || !ends_with(name, ".xml"))
      continue;
    std::set<std::string> ids;
    const auto relations = "word/_rels/" + name.substr(5) + ".rels";
    if (docx.files.count(relations) == 1)
      for (const auto& one : docx.part(relations).children) {
        CHECK(ids.insert(one.attribute("Id")).second);
        if (one.attribute("TargetMode").empty()) CHECK(docx.files.count("word/" + one.attribute("Target")) == 1);
      }
    const auto root = docx.part(name);
    for (const auto* element : {"w:hyperlink", "a:blip", "w:headerReference", "w:footerReference"})
      for (const auto* one : all(root, element))
        for (const auto* key : {"r:id", "r:embed"})
          if (const auto id = one->attribute(key); !id.empty()) {
            CAPTURE(name, element, id);
            CHECK(ids.count(id) == 1);
            ++asked;
          }
  }
  CHECK(asked >= 12);  // Two logos, a link, headers and footers of three stretches of paper.
}

TEST_CASE("children stand in the order that Word takes", "[docx]") {
  const Docx docx(docx_of(full_document()));
  std::set<std::string> met;
  Texts faults;
  for (const auto& name : docx.names)
    if (name.compare(0, 5, "word/") == 0 && ends_with(name, ".xml")) check_order(docx.part(name), met, faults);
  CHECK(faults == Texts{});
  for (const auto& [name, order] : orders) {
    CAPTURE(name);
    CHECK(met.count(name) == 1);  // Else the sample shows nothing of it.
  }
}

TEST_CASE("bookmarks are few enough letters, unique whatever their case, and every inner link finds one", "[docx]") {
  auto document = full_document();
  for (const auto* id : {"a-b", "A_B", "a b", "1", "ü", ""})
    document.sections.push_back({.id = id, .title = "t", .blocks = {dossier::Paragraph{{{.text = "x"}}}}});
  document.sections.push_back({.id = std::string(60, 'x'), .title = "t"});
  document.sections.push_back({.id = std::string(61, 'x'), .title = "t"});
  for (const auto* link : {"#a-b", "#A_B", "#a b", "#1", "#ü"})
    document.sections[0].blocks.emplace_back(dossier::Paragraph{{{.text = link, .link = link}}});
  const auto root = Docx(docx_of(document)).document();
  std::set<std::string> names, exact, ids, ends;
  for (const auto* one : all(root, "w:bookmarkStart")) {
    const auto name = one->attribute("w:name");
    CAPTURE(name);
    CHECK(names.insert(lower(name)).second);
    exact.insert(name);
    CHECK(ids.insert(one->attribute("w:id")).second);
    CHECK(name.size() <= 40);
    CHECK((std::isalpha(static_cast<unsigned char>(name[0])) || name.compare(0, 4, "_Toc") == 0));
    for (const char c : name) CHECK((std::isalnum(static_cast<unsigned char>(c)) || c == '_'));
  }
  for (const auto* one : all(root, "w:bookmarkEnd")) ends.insert(one->attribute("w:id"));
  CHECK(ids == ends);
  std::size_t inner = 0;
  for (const auto* one : all(root, "w:hyperlink"))
    if (const auto to = one->attribute("w:anchor"); !to.empty()) {
      CAPTURE(to);
      CHECK(exact.count(to) == 1);
      ++inner;
    }
  CHECK(inner >= 20);
}

TEST_CASE("dates are the document's own, and equal documents are equal bytes", "[docx]") {
  const auto document = full_document();
  const auto bytes = docx_of(document);
  CHECK(bytes == docx_of(document));
  const auto core = Docx(bytes).part("docProps/core.xml");
  CHECK(words(*core.child("dcterms:created")) == "2026-03-01T00:00:00Z");
  CHECK(words(*core.child("dc:title")) == "Risk register");
  auto undated = document;
  undated.date = "soon";
  CHECK(Docx(docx_of(undated)).part("docProps/core.xml").child("dcterms:created") == nullptr);
}

TEST_CASE("what travels inside other formats is told to be left out", "[docx]") {
  auto document = with_text("x");
  document.attachments = {{.name = "assessment.json", .bytes = "{}"}};
  const auto docx = render_docx(document);
  REQUIRE(docx);
  CHECK(codes(docx.diagnostics()) == Texts{"attachment-left-out"});
}

TEST_CASE("a document with nothing in it is a document", "[docx]") {
  const Docx docx(docx_of({}));
  const auto empty = docx.document();
  CHECK(all(empty, "w:sectPr").size() == 1);
  auto bare = dossier::Document{.title = "T"};
  bare.parts = {.cover = false, .contents = false, .lists = false};
  const auto root = Docx(docx_of(bare)).document();
  CHECK(in_style(root, "ShortTitle") == Texts{"T"});
  CHECK(all(root, "w:titlePg").empty());
}
