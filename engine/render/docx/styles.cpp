// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/styles.h"

#include "engine/render/docx/running_matter.h"
#include "engine/render/docx/style_table.h"

namespace assize::render::docx {
namespace {

constexpr int kBodySize = 21;  // Half points.

std::string colour_of(Ink ink, const Look& look) {
  switch (ink) {
    case Ink::as_based:
      return {};
    case Ink::text:
      return hex(pdf::ink::text);
    case Ink::quiet:
      return hex(pdf::ink::quiet);
    case Ink::accent:
      return look.accent;
    case Ink::gap:
      return hex(pdf::ink::gap);
  }
  return {};
}

void write_edge(Xml& xml, std::string_view side, int eighths, int space, std::string_view colour) {
  xml.leaf(side, {{"w:val", "single"},
                  {"w:sz", std::to_string(eighths)},
                  {"w:space", std::to_string(space)},
                  {"w:color", colour}});
}

void write_shade(Xml& xml, std::string_view fill) {
  xml.leaf("w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", fill}});
}

void write_surround(Xml& xml, Surround surround, const Look& look) {
  const auto rule = hex(pdf::ink::rule);
  if (surround == Surround::none) return;
  xml.open("w:pBdr");
  if (surround == Surround::rule_above) write_edge(xml, "w:top", 4, 5, rule);
  if (surround == Surround::gap) {
    write_edge(xml, "w:top", 4, 5, hex(pdf::ink::gap));
    write_edge(xml, "w:left", 36, 6, hex(pdf::ink::gap));
    write_edge(xml, "w:bottom", 4, 5, hex(pdf::ink::gap));
    write_edge(xml, "w:right", 4, 5, hex(pdf::ink::gap));
  }
  if (surround == Surround::code) {
    const auto code = hex(pdf::ink::code_fill);
    for (const auto* side : {"w:top", "w:left", "w:bottom", "w:right"}) write_edge(xml, side, 4, 5, code);
  }
  if (surround == Surround::rule_below) write_edge(xml, "w:bottom", 4, 4, rule);
  if (surround == Surround::accent_below) write_edge(xml, "w:bottom", 8, 6, look.accent);
  xml.close();
  if (surround == Surround::gap) write_shade(xml, hex(pdf::tint_of(dossier::Tone::gap).fill));
  if (surround == Surround::code) write_shade(xml, hex(pdf::ink::code_fill));
}

void write_paragraph_part(Xml& xml, const ParagraphStyle& style, const Look& look) {
  const auto number = [](int value) { return std::to_string(value); };
  xml.open("w:pPr");
  if (style.keep_next) xml.leaf("w:keepNext");
  if (style.keep_lines) xml.leaf("w:keepLines");
  write_surround(xml, style.frame, look);
  if (style.right_tab > 0) {
    xml.open("w:tabs");
    xml.leaf("w:tab", {{"w:val", "right"}, {"w:leader", "dot"}, {"w:pos", number(style.right_tab)}}).close();
  }
  if (style.before >= 0 || style.after >= 0 || style.line > 0)
    xml.leaf("w:spacing", {{"w:before", number(std::max(0, style.before))},
                           {"w:after", number(std::max(0, style.after))},
                           {"w:line", number(style.line > 0 ? style.line : 240)},
                           {"w:lineRule", style.exact ? "exact" : "auto"}});
  if (style.left > 0 || style.right > 0)
    xml.leaf("w:ind", {{"w:left", number(style.left)}, {"w:right", number(style.right)}});
  if (style.close) xml.leaf("w:contextualSpacing");
  if (style.centred) xml.leaf("w:jc", {{"w:val", "center"}});
  if (style.outline != 0) xml.leaf("w:outlineLvl", {{"w:val", number(style.outline > 0 ? style.outline - 1 : 9)}});
  xml.close();
}

void write_fonts(Xml& xml, std::string_view latin, std::string_view east_asian) {
  if (east_asian.empty())
    xml.leaf("w:rFonts", {{"w:ascii", latin}, {"w:hAnsi", latin}, {"w:cs", latin}});
  else
    xml.leaf("w:rFonts", {{"w:ascii", latin}, {"w:hAnsi", latin}, {"w:eastAsia", east_asian}, {"w:cs", latin}});
}

void write_size(Xml& xml, int half_points) {
  const auto size = std::to_string(half_points);
  xml.leaf("w:sz", {{"w:val", size}}).leaf("w:szCs", {{"w:val", size}});
}

void write_run_part(Xml& xml, const ParagraphStyle& style, const Look& look) {
  const auto colour = colour_of(style.ink, look);
  xml.open("w:rPr");
  if (style.mono) write_fonts(xml, kMonoFont, {});
  if (style.bold) xml.leaf("w:b").leaf("w:bCs");
  if (style.italic) xml.leaf("w:i").leaf("w:iCs");
  if (style.mono) xml.leaf("w:noProof");
  if (!colour.empty()) xml.leaf("w:color", {{"w:val", colour}});
  if (style.size > 0) write_size(xml, style.size);
  xml.close();
}

void write_style(Xml& xml, const ParagraphStyle& style, const Look& look) {
  if (style.id == "Normal")
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", style.id}});
  else
    xml.open("w:style", {{"w:type", "paragraph"}, {"w:styleId", style.id}});
  xml.leaf("w:name", {{"w:val", style.name}});
  if (!style.based_on.empty()) xml.leaf("w:basedOn", {{"w:val", style.based_on}});
  if (!style.next.empty()) xml.leaf("w:next", {{"w:val", style.next}});
  if (style.offered) xml.leaf("w:qFormat");
  write_paragraph_part(xml, style, look);
  write_run_part(xml, style, look);
  xml.close();
}

void write_defaults(Xml& xml, const Look& look) {
  xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
  write_fonts(xml, look.font, look.east_asian_font);
  xml.leaf("w:color", {{"w:val", hex(pdf::ink::text)}});
  write_size(xml, kBodySize);
  xml.leaf("w:lang", {{"w:val", look.east_asian ? "en-GB" : look.language},
                      {"w:eastAsia", look.east_asian ? look.language : "zh-CN"},
                      {"w:bidi", "ar-SA"}});
  xml.close().close().open("w:pPrDefault").open("w:pPr");
  xml.leaf("w:spacing", {{"w:before", "0"}, {"w:after", "0"}, {"w:line", "240"}, {"w:lineRule", "auto"}});
  xml.close().close().close();
}

void open_character_style(Xml& xml, std::string_view id, std::string_view name) {
  xml.open("w:style", {{"w:type", "character"}, {"w:styleId", id}}).leaf("w:name", {{"w:val", name}});
  xml.open("w:rPr");
}

void write_character_styles(Xml& xml, const Look& look) {
  open_character_style(xml, "Hyperlink", "Hyperlink");
  xml.leaf("w:color", {{"w:val", look.accent}}).leaf("w:u", {{"w:val", "single"}}).close().close();
  open_character_style(xml, "CrossReference", "Cross reference");
  xml.leaf("w:color", {{"w:val", look.accent}}).close().close();
  open_character_style(xml, "CodeWords", "Code");
  write_fonts(xml, kMonoFont, {});
  xml.leaf("w:noProof");
  write_size(xml, 18);
  xml.close().close();
  open_character_style(xml, "FootnoteReference", "footnote reference");
  xml.leaf("w:vertAlign", {{"w:val", "superscript"}}).close().close();
}

void write_table_style(Xml& xml, std::string_view id, std::string_view name, const Look& look, bool ruled) {
  const auto rule = hex(pdf::ink::rule);
  xml.open("w:style", {{"w:type", "table"}, {"w:styleId", id}}).leaf("w:name", {{"w:val", name}});
  xml.leaf("w:basedOn", {{"w:val", "TableNormal"}}).leaf("w:qFormat").open("w:tblPr").open("w:tblBorders");
  write_edge(xml, "w:top", ruled ? 8 : 4, 0, ruled ? look.accent : rule);
  write_edge(xml, "w:bottom", ruled ? 8 : 4, 0, ruled ? look.accent : rule);
  write_edge(xml, "w:insideH", 4, 0, rule);
  xml.close().open("w:tblCellMar");
  const auto margin = [&](std::string_view side, int width) {
    xml.leaf(side, {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
  };
  margin("w:top", ruled ? 45 : 60);
  margin("w:left", ruled ? 80 : 60);
  margin("w:bottom", ruled ? 45 : 60);
  margin("w:right", ruled ? 80 : 60);
  xml.close().close().close();
}

void write_plain_table_style(Xml& xml) {
  xml.open("w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
  xml.leaf("w:name", {{"w:val", "Normal Table"}}).leaf("w:uiPriority", {{"w:val", "99"}});
  xml.leaf("w:semiHidden").leaf("w:unhideWhenUsed").open("w:tblPr");
  xml.leaf("w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}}).close().close();
}

}  // namespace

std::string styles(const Look& look) {
  Xml xml;
  open_root(xml, "w:styles");
  write_defaults(xml, look);
  for (const auto& style : paragraph_styles()) write_style(xml, style, look);
  write_character_styles(xml, look);
  write_plain_table_style(xml);
  write_table_style(xml, "DossierTable", "Dossier table", look, true);
  write_table_style(xml, "KeyFacts", "Key facts", look, false);
  xml.close();
  return xml.take();
}

}  // namespace assize::render::docx
