// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/text.h"

#include <algorithm>

namespace assize::render::docx {
namespace {

void write_words(Xml& xml, std::string_view words) {
  if (words.empty()) return;
  xml.open("w:t", {{"xml:space", "preserve"}}).text(words).close();
}

void write_field_mark(Xml& xml, std::string_view kind) {
  xml.open("w:r").leaf("w:fldChar", {{"w:fldCharType", kind}}).close();
}

}  // namespace

void write_run_look(Xml& xml, const RunLook& look) {
  if (look.style.empty() && !look.bold && !look.italic && look.colour.empty() && look.half_points == 0) return;
  xml.open("w:rPr");
  if (!look.style.empty()) xml.leaf("w:rStyle", {{"w:val", look.style}});
  if (look.bold) xml.leaf("w:b");
  if (look.italic) xml.leaf("w:i");
  if (!look.colour.empty()) xml.leaf("w:color", {{"w:val", look.colour}});
  if (look.half_points > 0) {
    const auto size = std::to_string(look.half_points);
    xml.leaf("w:sz", {{"w:val", size}}).leaf("w:szCs", {{"w:val", size}});
  }
  xml.close();
}

void write_paragraph_look(Xml& xml, const ParagraphLook& look) {
  xml.open("w:pPr");
  if (!look.style.empty()) xml.leaf("w:pStyle", {{"w:val", look.style}});
  if (look.keep_next) xml.leaf("w:keepNext");
  if (look.page_break_before) xml.leaf("w:pageBreakBefore");
  if (look.list > 0)
    xml.open("w:numPr")
        .leaf("w:ilvl", {{"w:val", std::to_string(look.level)}})
        .leaf("w:numId", {{"w:val", std::to_string(look.list)}})
        .close();
  if (look.right_tab > 0)
    xml.open("w:tabs").leaf("w:tab", {{"w:val", "right"}, {"w:pos", std::to_string(look.right_tab)}}).close();
  if (look.page_break_before || look.on_top) xml.leaf("w:spacing", {{"w:before", "0"}});
  if (look.align != Align::as_styled)
    xml.leaf("w:jc", {{"w:val", look.align == Align::left ? "left" : look.align == Align::right ? "right" : "center"}});
  xml.close();
}

void write_run(Xml& xml, std::string_view text, const RunLook& look) {
  if (text.empty()) return;
  xml.open("w:r");
  write_run_look(xml, look);
  while (true) {
    const auto end = text.find_first_of("\n\r\t");
    write_words(xml, text.substr(0, end));
    if (end == text.npos) break;
    if (text[end] != '\r') xml.leaf(text[end] == '\t' ? "w:tab" : "w:br");
    if (text[end] == '\r' && text.substr(end + 1, 1) != "\n") xml.leaf("w:br");
    text.remove_prefix(end + 1);
  }
  xml.close();
}

void open_field(Xml& xml, std::string_view instruction) {
  write_field_mark(xml, "begin");
  xml.open("w:r").open("w:instrText", {{"xml:space", "preserve"}}).text(instruction).close().close();
  write_field_mark(xml, "separate");
}

void close_field(Xml& xml) { write_field_mark(xml, "end"); }

void write_field(Xml& xml, std::string_view instruction, std::string_view shown, const RunLook& look) {
  open_field(xml, instruction);
  write_run(xml, shown, look);
  close_field(xml);
}

void write_paragraph(Xml& xml, const ParagraphLook& look, const std::function<void()>& inside) {
  xml.open("w:p");
  write_paragraph_look(xml, look);
  inside();
  xml.close();
}

void write_paragraph(Xml& xml, const ParagraphLook& look, std::string_view text, const RunLook& run) {
  write_paragraph(xml, look, [&] { write_run(xml, text, run); });
}

void write_link(Draft& draft, const std::string& link, std::string_view text, RunLook look) {
  const auto target = text.empty() ? Draft::Target{} : draft.target_of(link);
  if (!target) return write_run(draft.xml, text, look);
  if (look.style.empty() && look.colour.empty()) look.style = target.relation.empty() ? "CrossReference" : "Hyperlink";
  if (target.relation.empty())
    draft.xml.open("w:hyperlink", {{"w:anchor", target.bookmark}, {"w:history", "1"}});
  else
    draft.xml.open("w:hyperlink", {{"r:id", target.relation}, {"w:history", "1"}});
  write_run(draft.xml, text, look);
  draft.xml.close();
}

void write_spans(Draft& draft, const dossier::Spans& spans, const RunLook& look) {
  for (const auto& span : spans) {
    RunLook own = look;
    own.bold = look.bold || span.bold;
    own.italic = look.italic || span.italic;
    if (span.code && span.link.empty()) own.style = "CodeWords";
    write_link(draft, span.link, span.text, own);
    if (span.note.empty()) continue;
    draft.notes.push_back(span.note);
    draft.xml.open("w:r");
    write_run_look(draft.xml, {.style = "FootnoteReference"});
    draft.xml.leaf("w:footnoteReference", {{"w:id", std::to_string(draft.notes.size())}}).close();
  }
}

void write_pattern(std::string_view pattern, const std::vector<Hole>& holes,
                   const std::function<void(std::string_view)>& words) {
  while (!pattern.empty()) {
    const auto open = pattern.find('{'), close = pattern.find('}', open);
    const auto name = close == pattern.npos ? std::string_view() : pattern.substr(open + 1, close - open - 1);
    const auto hole = std::find_if(holes.begin(), holes.end(), [&](const auto& one) { return one.name == name; });
    const auto before =
        hole == holes.end() ? pattern.substr(0, close == pattern.npos ? close : close + 1) : pattern.substr(0, open);
    if (!before.empty()) words(before);
    if (hole != holes.end()) hole->write();
    if (close == pattern.npos) return;
    pattern.remove_prefix(close + 1);
  }
}

std::string filled(std::string_view pattern, std::string_view name, std::string_view value) {
  const auto hole = std::string("{").append(name).append("}");
  std::string text(pattern);
  if (const auto at = text.find(hole); at != text.npos) text.replace(at, hole.size(), value);
  return text;
}

}  // namespace assize::render::docx
