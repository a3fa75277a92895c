// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/properties.h"

#include "engine/input/date.h"
#include "engine/render/docx/running_matter.h"
#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

void write_property(Xml& xml, std::string_view name, std::string_view value) {
  if (!value.empty()) xml.open(name).text(value).close();
}

void write_moment(Xml& xml, std::string_view name, const std::string& iso_date) {
  if (input::parse_date(iso_date))
    xml.open(name, {{"xsi:type", "dcterms:W3CDTF"}}).text(iso_date + "T00:00:00Z").close();
}

void write_separator(Xml& xml, std::string_view type, std::string_view id, std::string_view line) {
  xml.open("w:footnote", {{"w:type", type}, {"w:id", id}}).open("w:p").open("w:r").leaf(line).close().close().close();
}

}  // namespace

std::string core_properties(const dossier::Document& document) {
  Xml xml;
  xml.open("cp:coreProperties",
           {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
            {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
            {"xmlns:dcterms", "http://purl.org/dc/terms/"},
            {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
  write_property(xml, "dc:title", document.title);
  write_property(xml, "dc:subject", document.subtitle);
  write_property(xml, "dc:creator", document.author);
  write_property(xml, "cp:lastModifiedBy", document.author);
  write_property(xml, "dc:identifier", document.id);
  write_property(xml, "dc:language", document.language);
  write_property(xml, "cp:version", document.version);
  write_property(xml, "cp:category", document.classification);
  write_property(xml, "cp:contentStatus", document.watermark);
  write_moment(xml, "dcterms:created", document.date);
  write_moment(xml, "dcterms:modified", document.date);
  xml.close();
  return xml.take();
}

std::string application_properties(const dossier::Document& document) {
  Xml xml;
  xml.open("Properties", {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
  write_property(xml, "Application", "assize");
  write_property(xml, "Company", document.author);
  xml.close();
  return xml.take();
}

std::string settings(const Look& look) {
  Xml xml;
  open_root(xml, "w:settings");
  xml.leaf("w:zoom", {{"w:percent", "100"}});
  xml.leaf("w:defaultTabStop", {{"w:val", "720"}});
  xml.leaf("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
  // Page numbers of the contents are Word's to find out: it asks its reader once whether it may, and keeps them from
  // then on. Not to ask would leave the contents without numbers until somebody thinks of F9.
  xml.leaf("w:updateFields", {{"w:val", "true"}});
  xml.open("w:footnotePr").leaf("w:footnote", {{"w:id", "-1"}}).leaf("w:footnote", {{"w:id", "0"}}).close();
  xml.open("w:compat");
  xml.leaf("w:compatSetting",
           {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
  xml.close();
  if (look.east_asian)
    xml.leaf("w:themeFontLang", {{"w:val", "en-GB"}, {"w:eastAsia", look.language}});
  else
    xml.leaf("w:themeFontLang", {{"w:val", look.language}});
  xml.close();
  return xml.take();
}

std::string font_table(const Look& look) {
  Xml xml;
  open_root(xml, "w:fonts");
  const auto font = [&](std::string_view name, std::string_view otherwise, std::string_view family) {
    xml.open("w:font", {{"w:name", name}});
    if (!otherwise.empty()) xml.leaf("w:altName", {{"w:val", otherwise}});
    xml.leaf("w:family", {{"w:val", family}}).close();
  };
  font(look.font, look.font == "Calibri" ? "Carlito" : "", "swiss");
  font(kMonoFont, "Courier New", "modern");
  xml.close();
  return xml.take();
}

std::string footnotes(Draft& draft) {
  Xml xml;
  open_root(xml, "w:footnotes");
  write_separator(xml, "separator", "-1", "w:separator");
  write_separator(xml, "continuationSeparator", "0", "w:continuationSeparator");
  for (std::size_t i = 0; i < draft.notes.size(); ++i) {
    xml.open("w:footnote", {{"w:id", std::to_string(i + 1)}});
    write_paragraph(xml, {.style = "FootnoteText"}, [&] {
      xml.open("w:r");
      write_run_look(xml, {.style = "FootnoteReference"});
      xml.leaf("w:footnoteRef").close();
      write_run(xml, " " + draft.notes[i]);
    });
    xml.close();
  }
  xml.close();
  return xml.take(draft.replaced);
}

}  // namespace assize::render::docx
