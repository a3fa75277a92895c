// SPDX-License-Identifier: Apache-2.0
#include "engine/render/document_text.h"

#include <cassert>

#include "engine/render/code_points.h"

namespace assize::render {
namespace {

using namespace dossier;

std::string quoted(std::string_view text) { return "`" + repaired(text) + "`"; }

/// Walks every string of a document; names one only when it is wrong, since there may be a million.
class InvalidText {
 public:
  explicit InvalidText(const Document& document) {
    const auto in = [&](const char* field) { return [field] { return std::string("the document's ") + field; }; };
    check(document.id, in("id"));
    check(document.title, in("title"));
    check(document.subtitle, in("subtitle"));
    check(document.version, in("version"));
    check(document.date, in("date"));
    check(document.language, in("language"));
    check(document.classification, in("classification"));
    check(document.author, in("author"));
    check(document.watermark, in("watermark"));
    check(document.style.logo_text, in("logo's text"));
    check(document.style.header, in("header"));
    check(document.style.footer, in("footer"));
    check(document.style.font, in("font"));
    for (const auto& file : document.attachments) {
      check(file.name, in("attachment's name"));
      check(file.media_type, in("attachment's media type"));
      check(file.description, in("attachment's description"));
    }
    section_ = "the cover";
    block(document.cover);
    for (const auto& part : document.sections) section(part);
  }
  input::Diagnostics found;

 private:
  template <class Where>
  void check(std::string_view text, const Where& where) {
    if (is_utf8(text)) return;
    found.push_back({input::Severity::error,
                     "invalid-utf-8",
                     where() + " is not valid UTF-8: " + quoted(first_units(repaired(text), 40)),
                     {},
                     "save the file that this text comes from as UTF-8"});
  }
  void check_here(std::string_view text, const char* what) {
    check(text, [&] { return std::string(what) + " in " + section_; });
  }
  void spans(const Spans& parts, const char* what) {
    for (const auto& span : parts) {
      check_here(span.text, what);
      check_here(span.link, "a link");
      check_here(span.note, "a note");
    }
  }
  void block(const Paragraph& paragraph) { spans(paragraph.spans, "a paragraph"); }
  void block(const List& list) {
    for (const auto& item : list.items) spans(item.spans, "a list item");
  }
  void block(const Preformatted& preformatted) { check_here(preformatted.text, "a preformatted text"); }
  void block(const GapNote& gap) {
    check_here(gap.id, "the id of a gap");
    check_here(gap.title, "the title of a gap");
    check_here(gap.detail, "the detail of a gap");
  }
  void block(const KeyFacts& facts) {
    for (const auto& fact : facts.facts) {
      check_here(fact.term, "a term");
      spans(fact.value, "a value");
    }
  }
  void block(const Table& table) {
    check_here(table.id, "the id of a table");
    check_here(table.caption, "the caption of a table");
    check_here(table.when_empty, "the note of an empty table");
    for (const auto& column : table.columns) {
      check_here(column.id, "the id of a column");
      check_here(column.title, "the title of a column");
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      assert(table.rows[row].size() == table.columns.size());  // Promised by document.h.
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto& cell = table.rows[row][column];
        for (const auto* text : {&cell.text, &cell.anchor, &cell.link, &cell.source})
          check(*text, [&] { return name_of_cell(table, row, column); });
      }
    }
  }
  void block(const Figure& figure) {
    check_here(figure.id, "the id of a figure");
    check_here(figure.caption, "the caption of a figure");
    check_here(figure.description, "the description of a figure");
    for (const auto& shape : figure.shapes)
      if (const auto* label = std::get_if<Figure::Label>(&shape)) {
        check_here(label->text, "a label of a figure");
        check_here(label->link, "a link of a figure");
      }
  }
  void section(const Section& part) {
    section_ = "section " + quoted(part.id);
    check_here(part.id, "the id");
    check_here(part.number, "the number");
    check_here(part.title, "the title");
    for (const auto& each : part.blocks) std::visit([this](const auto& kind) { block(kind); }, each);
    for (const auto& inner : part.sections) section(inner);
  }

  std::string section_;
};

void collect(const std::vector<Section>& sections, std::vector<const Table*>& tables) {
  for (const auto& section : sections) {
    for (const auto& block : section.blocks)
      if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
    collect(section.sections, tables);
  }
}

}  // namespace

input::Diagnostics find_invalid_text(const Document& document) { return InvalidText(document).found; }

std::vector<const Table*> tables_of(const Document& document) {
  std::vector<const Table*> tables;
  collect(document.sections, tables);
  return tables;
}

std::string name_of_cell(const Table& table, std::size_t row, std::size_t column) {
  return "table " + quoted(table.id) + ", row " + std::to_string(row + 1) + ", column " +
         quoted(table.columns[column].id);
}

std::string plain_text(const Spans& spans) {
  std::string text;
  for (const auto& span : spans) {
    text += span.text;
    if (is_web_link(span.link) && span.link != span.text) text += " <" + span.link + ">";
  }
  return text;
}

bool is_web_link(std::string_view link) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:"})
    if (link.substr(0, scheme.size()) == scheme) return true;
  return false;
}

}  // namespace assize::render
