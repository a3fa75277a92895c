// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/style_table.h"

namespace assize::render::docx {
namespace {

constexpr int kWide = kPortrait.text_width();

// clang-format off
// Normal and what prose is made of.
const ParagraphStyle kProse[] = {
  {.id = "Normal", .name = "Normal", .offered = true},
  {.id = "BodyText", .name = "Body Text", .based_on = "Normal", .after = 120, .line = 276, .offered = true},
  {.id = "ListParagraph", .name = "List Paragraph", .based_on = "Normal", .after = 50, .line = 264, .offered = true},
  {.id = "Preformatted", .name = "Preformatted", .based_on = "Normal", .next = "BodyText", .size = 17, .before = 120, .after = 200,
   .left = 113, .right = 113, .mono = true, .frame = Surround::code, .offered = true},
  {.id = "GapNote", .name = "Gap note", .based_on = "Normal", .before = 160, .after = 160, .line = 264, .left = 170, .right = 113,
   .keep_lines = true, .close = true, .frame = Surround::gap, .offered = true},
  {.id = "FootnoteText", .name = "footnote text", .based_on = "Normal", .size = 17, .after = 20},
};

const ParagraphStyle kHeads[] = {
  {.id = "Heading1", .name = "heading 1", .based_on = "Normal", .next = "BodyText", .size = 38, .bold = true, .ink = Ink::accent,
   .before = 480, .after = 240, .keep_next = true, .keep_lines = true, .outline = 1, .frame = Surround::accent_below, .offered = true},
  {.id = "Heading2", .name = "heading 2", .based_on = "Normal", .next = "BodyText", .size = 28, .bold = true, .ink = Ink::accent,
   .before = 360, .after = 120, .keep_next = true, .keep_lines = true, .outline = 2, .offered = true},
  {.id = "Heading3", .name = "heading 3", .based_on = "Normal", .next = "BodyText", .size = 24, .bold = true, .ink = Ink::accent,
   .before = 300, .after = 80, .keep_next = true, .keep_lines = true, .outline = 3, .offered = true},
  {.id = "Heading4", .name = "heading 4", .based_on = "Normal", .next = "BodyText", .size = 22, .bold = true, .ink = Ink::accent,
   .before = 240, .after = 60, .keep_next = true, .keep_lines = true, .outline = 4, .offered = true},
  {.id = "Heading5", .name = "heading 5", .based_on = "Normal", .next = "BodyText", .size = 21, .bold = true, .ink = Ink::text,
   .before = 220, .after = 60, .keep_next = true, .keep_lines = true, .outline = 5, .offered = true},
  {.id = "Heading6", .name = "heading 6", .based_on = "Normal", .next = "BodyText", .size = 21, .italic = true, .ink = Ink::text,
   .before = 200, .after = 60, .keep_next = true, .keep_lines = true, .outline = 6, .offered = true},
  {.id = "CoverHead", .name = "Cover head", .based_on = "Normal", .bold = true, .ink = Ink::accent, .after = 120},
  {.id = "Title", .name = "Title", .based_on = "Normal", .next = "Subtitle", .size = 60, .bold = true, .ink = Ink::accent,
   .before = 2400, .after = 160, .keep_lines = true, .offered = true},
  {.id = "ShortTitle", .name = "Title without cover", .based_on = "Title", .next = "Subtitle", .size = 44, .before = 120},
  {.id = "Subtitle", .name = "Subtitle", .based_on = "Normal", .next = "BodyText", .size = 28, .ink = Ink::quiet,
   .after = 480, .frame = Surround::accent_below, .offered = true},
};

const ParagraphStyle kFront[] = {
  {.id = "TOCHeading", .name = "TOC Heading", .based_on = "Heading1", .next = "BodyText", .outline = -1},
  {.id = "ListTitle", .name = "Title of a list", .based_on = "Heading2", .next = "BodyText", .outline = -1},
  {.id = "TOC1", .name = "toc 1", .based_on = "Normal", .next = "Normal", .bold = true, .ink = Ink::accent,
   .before = 120, .after = 20, .left = 0, .right_tab = kWide},
  {.id = "TOC2", .name = "toc 2", .based_on = "Normal", .next = "Normal", .size = 20, .after = 20, .left = 280, .right_tab = kWide},
  {.id = "TOC3", .name = "toc 3", .based_on = "Normal", .next = "Normal", .size = 20, .after = 20, .left = 560, .right_tab = kWide},
  {.id = "TableofFigures", .name = "table of figures", .based_on = "Normal", .next = "Normal", .size = 20, .after = 20,
   .left = 0, .right_tab = kWide},
};

const ParagraphStyle kTables[] = {
  {.id = "Caption", .name = "caption", .based_on = "Normal", .next = "BodyText", .size = 19, .before = 240, .after = 80,
   .keep_lines = true, .offered = true},
  {.id = "FigureCaption", .name = "Caption of a figure", .based_on = "Caption", .before = 100, .after = 320},
  {.id = "TableText", .name = "Table text", .based_on = "Normal", .size = 18, .offered = true},
  {.id = "TableTextSmall", .name = "Table text small", .based_on = "TableText", .size = 17},
  {.id = "TableTextSmaller", .name = "Table text smaller", .based_on = "TableText", .size = 16},
  {.id = "TableTextSmallest", .name = "Table text smallest", .based_on = "TableText", .size = 14},
  {.id = "FactTerm", .name = "Fact term", .based_on = "Normal", .size = 20, .bold = true, .ink = Ink::quiet},
  {.id = "FactValue", .name = "Fact value", .based_on = "Normal", .size = 20},
  {.id = "AfterTable", .name = "After a table", .based_on = "Normal", .next = "BodyText", .size = 8, .line = 200, .exact = true},
  {.id = "SectionEnd", .name = "End of a section", .based_on = "Normal", .next = "BodyText", .size = 2, .line = 20, .exact = true},
  {.id = "Figure", .name = "Figure", .based_on = "Normal", .next = "Caption", .before = 160, .after = 0, .centred = true},
  {.id = "FigureLabel", .name = "Figure label", .based_on = "Normal", .size = 16},
};

const ParagraphStyle kRunning[] = {
  {.id = "Header", .name = "header", .based_on = "Normal", .size = 16, .ink = Ink::quiet, .frame = Surround::rule_below},
  {.id = "HeaderAbove", .name = "Header above", .based_on = "Normal", .size = 16},
  {.id = "FirstHeader", .name = "Header of the cover", .based_on = "Normal", .size = 16},
  {.id = "Footer", .name = "footer", .based_on = "Normal", .size = 16, .ink = Ink::quiet, .frame = Surround::rule_above},
  {.id = "FooterBelow", .name = "Footer below", .based_on = "Normal", .size = 16, .ink = Ink::quiet},
};
// clang-format on

}  // namespace

const std::vector<ParagraphStyle>& paragraph_styles() {
  static const auto all = [] {
    std::vector<ParagraphStyle> styles;
    for (const auto& one : kProse) styles.push_back(one);
    for (const auto& one : kHeads) styles.push_back(one);
    for (const auto& one : kFront) styles.push_back(one);
    for (const auto& one : kTables) styles.push_back(one);
    for (const auto& one : kRunning) styles.push_back(one);
    return styles;
  }();
  return all;
}

}  // namespace assize::render::docx
