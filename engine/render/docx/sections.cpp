// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/sections.h"

#include <algorithm>
#include <string>
#include <variant>

#include "engine/render/docx/figure.h"
#include "engine/render/docx/table.h"
#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

using namespace dossier;

constexpr std::size_t kShortText = 1600, kShortTable = 8;
constexpr int kDeepestList = 8;  // Levels of a list are counted from 0.

bool turns(const Section& section) {
  for (const auto& block : section.blocks) {
    const auto* table = std::get_if<Table>(&block);
    const auto* figure = std::get_if<Figure>(&block);
    if ((table && wants_landscape(*table)) || (figure && wants_landscape(*figure))) return true;
  }
  // A heading with nothing of its own goes where what follows it goes.
  return section.blocks.empty() && !section.sections.empty() && turns(section.sections.front());
}

std::size_t length_of(const Spans& spans) {
  std::size_t length = 0;
  for (const auto& span : spans) length += span.text.size();
  return length;
}

/// About how much a section holds, in characters: enough to tell short from long.
std::size_t weight_of(const Section& section) {
  std::size_t weight = 100;
  for (const auto& block : section.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) weight += length_of(paragraph->spans);
    if (const auto* list = std::get_if<List>(&block))
      for (const auto& item : list->items) weight += 60 + length_of(item.spans);
    if (const auto* code = std::get_if<Preformatted>(&block)) weight += code->text.size() * 2;
    if (const auto* note = std::get_if<GapNote>(&block)) weight += 200 + note->detail.size();
    if (const auto* facts = std::get_if<KeyFacts>(&block)) weight += 80 * facts->facts.size();
    if (const auto* table = std::get_if<Table>(&block))
      weight += table->rows.size() > kShortTable ? kShortText : 200 + table->rows.size() * 100;
    if (std::holds_alternative<Figure>(block)) weight += kShortText;
  }
  for (const auto& below : section.sections) weight += weight_of(below);
  return weight;
}

class Writer {
 public:
  explicit Writer(Draft& draft) : draft_(draft), xml_(draft.xml) {}

  void all() {
    const auto& sections = draft_.document.sections;
    bool break_before = draft_.document.parts.cover || draft_.document.parts.contents;
    for (const auto& part : sections) {
      const bool long_one = weight_of(part) >= kShortText;
      section(part, 1, break_before || (&part != &sections.front() && long_one));
      break_before = long_one;
    }
    paper_end();
  }

 private:
  const Paper& paper() const { return landscape_ ? kLandscape : kPortrait; }

  void section(const Section& part, int level, bool new_page) {
    const bool turned = turns(part) != landscape_;
    if (turned) {
      xml_.open("w:p").open("w:pPr").leaf("w:pStyle", {{"w:val", "SectionEnd"}});
      paper_end();
      xml_.close().close();
      landscape_ = !landscape_;
    }
    heading(part, level, new_page && !turned, turned);
    for (const auto& each : part.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
    for (const auto& below : part.sections) section(below, level + 1, false);
  }

  void heading(const Section& part, int level, bool new_page, bool on_top) {
    const auto style = "Heading" + std::to_string(std::min(level, 6));
    write_paragraph(xml_, {.style = style, .page_break_before = new_page, .on_top = on_top}, [&] {
      draft_.bookmarked(heading_bookmark(draft_.headings++),
                        [&] { draft_.anchored(part.id, [&] { write_run(xml_, heading_text(part)); }); });
    });
  }

  /// The properties of the stretch of paper that ends here.
  void paper_end() {
    const auto& sheet = paper();
    const bool first = !ended_;
    ended_ = true;
    draft_.landscape_used = draft_.landscape_used || landscape_;
    const std::string_view side = landscape_ ? "Landscape" : "Portrait";
    const auto number = [](int value) { return std::to_string(value); };
    xml_.open("w:sectPr");
    if (first && draft_.document.parts.cover)
      xml_.leaf("w:headerReference", {{"w:type", "first"}, {"r:id", "headerFirst"}});
    xml_.leaf("w:headerReference", {{"w:type", "default"}, {"r:id", std::string("header").append(side)}});
    if (first && draft_.document.parts.cover)
      xml_.leaf("w:footerReference", {{"w:type", "first"}, {"r:id", "footerPortrait"}});
    xml_.leaf("w:footerReference", {{"w:type", "default"}, {"r:id", std::string("footer").append(side)}});
    xml_.leaf("w:type", {{"w:val", "nextPage"}});
    if (landscape_)
      xml_.leaf("w:pgSz", {{"w:w", number(sheet.width)}, {"w:h", number(sheet.height)}, {"w:orient", "landscape"}});
    else
      xml_.leaf("w:pgSz", {{"w:w", number(sheet.width)}, {"w:h", number(sheet.height)}});
    xml_.leaf("w:pgMar", {{"w:top", number(sheet.top)},
                          {"w:right", number(sheet.right)},
                          {"w:bottom", number(sheet.bottom)},
                          {"w:left", number(sheet.left)},
                          {"w:header", number(sheet.head)},
                          {"w:footer", number(sheet.foot)},
                          {"w:gutter", "0"}});
    xml_.leaf("w:cols", {{"w:space", "708"}});
    if (first && draft_.document.parts.cover) xml_.leaf("w:titlePg");
    xml_.close();
  }

  void block(const Paragraph& paragraph) {
    if (!paragraph.spans.empty())
      write_paragraph(xml_, {.style = "BodyText"}, [&] { write_spans(draft_, paragraph.spans); });
  }

  void block(const List& list) {
    draft_.lists.push_back(list.numbered);
    const int number = static_cast<int>(draft_.lists.size());
    for (const auto& item : list.items)
      write_paragraph(xml_,
                      {.style = "ListParagraph", .list = number, .level = std::clamp(item.depth, 0, kDeepestList)},
                      [&] { write_spans(draft_, item.spans); });
  }

  void block(const Preformatted& block) {
    std::string_view given = block.text;
    while (!given.empty() && (given.back() == '\n' || given.back() == '\r')) given.remove_suffix(1);
    std::string spaced;
    std::size_t column = 0;  // In bytes: near enough for tabs.
    for (const char c : given) {
      const std::size_t blanks = c == '\t' ? 4 - column % 4 : 0;
      spaced.append(blanks, ' ');
      if (c != '\t') spaced += c;
      column = c == '\n' ? 0 : column + (blanks > 0 ? blanks : 1);
    }
    if (!spaced.empty()) write_paragraph(xml_, {.style = "Preformatted"}, spaced);
  }

  void block(const GapNote& gap) {
    const bool detailed = !gap.detail.empty();
    write_paragraph(xml_, {.style = "GapNote", .keep_next = detailed}, [&] {
      draft_.anchored(gap.id, [&] {
        const auto gap_colour = hex(pdf::ink::gap);
        const auto mark = draft_.document.labels.missing + (gap.id.empty() ? "" : " " + gap.id);
        write_run(xml_, mark + "\xE2\x80\x82", {.bold = true, .colour = gap_colour});
        write_run(xml_, gap.title, {.bold = true});
      });
    });
    if (detailed) write_paragraph(xml_, {.style = "GapNote"}, gap.detail);
  }

  void block(const KeyFacts& facts) { write_key_facts(draft_, facts); }
  void block(const Table& table) { write_table(draft_, table, paper()); }
  void block(const Figure& figure) { write_figure(draft_, figure, paper()); }

  Draft& draft_;
  Xml& xml_;
  bool landscape_ = false;
  bool ended_ = false;  ///< A stretch of paper.
};

}  // namespace

void write_sections(Draft& draft) { Writer(draft).all(); }

}  // namespace assize::render::docx
