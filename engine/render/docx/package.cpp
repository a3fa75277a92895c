// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/package.h"

#include <algorithm>
#include <string>

#include "engine/render/docx/logo.h"
#include "engine/render/docx/properties.h"
#include "engine/render/docx/running_matter.h"
#include "engine/render/docx/styles.h"
#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships/";
constexpr std::string_view kWordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part of the document: what it is called, how the document knows it, what it holds.
struct Part {
  std::string id, kind, file, bytes;
};

void open_relations(Xml& xml) {
  xml.open("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
}

void write_relation(Xml& xml, std::string_view id, std::string_view kind, std::string_view target) {
  xml.leaf("Relationship", {{"Id", id}, {"Type", std::string(kOffice).append(kind)}, {"Target", target}});
}

std::string package_relations() {
  Xml xml;
  open_relations(xml);
  write_relation(xml, "document", "officeDocument", "word/document.xml");
  xml.leaf("Relationship", {{"Id", "core"},
                            {"Type", std::string(kPackage).append("metadata/core-properties")},
                            {"Target", "docProps/core.xml"}});
  write_relation(xml, "application", "extended-properties", "docProps/app.xml");
  xml.close();
  return xml.take();
}

std::string document_relations(const Draft& draft, const std::vector<Part>& parts) {
  Xml xml;
  open_relations(xml);
  for (const auto& part : parts) write_relation(xml, part.id, part.kind, part.file);
  if (has_logo(draft)) write_relation(xml, "logo", "image", "media/logo.png");
  for (std::size_t i = 0; i < draft.urls().size(); ++i)
    xml.leaf("Relationship", {{"Id", "link" + std::to_string(i + 1)},
                              {"Type", std::string(kOffice).append("hyperlink")},
                              {"Target", draft.urls()[i]},
                              {"TargetMode", "External"}});
  xml.close();
  return xml.take();
}

std::string logo_relations() {
  Xml xml;
  open_relations(xml);
  write_relation(xml, "logo", "image", "media/logo.png");
  xml.close();
  return xml.take();
}

std::string content_types(const std::vector<Part>& parts) {
  Xml xml;
  const auto fixed = [&](std::string_view name, std::string_view type) {
    xml.leaf("Override", {{"PartName", name}, {"ContentType", type}});
  };
  xml.open("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
  xml.leaf("Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
  xml.leaf("Default",
           {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  xml.leaf("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  fixed("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  fixed("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  fixed("/word/document.xml", std::string(kWordType).append("document.main+xml"));
  for (const auto& part : parts) fixed("/word/" + part.file, std::string(kWordType).append(part.kind).append("+xml"));
  xml.close();
  return xml.take();
}

std::string document_part(Draft& draft) {
  Xml xml;
  open_root(xml, "w:document");
  xml.open("w:body").append(draft.xml.take(draft.replaced)).close().close();
  return xml.take();
}

std::vector<Part> parts_of(Draft& draft) {
  std::vector<Part> parts;
  parts.push_back({"fontTable", "fontTable", "fontTable.xml", font_table(draft.look)});
  parts.push_back({"footerPortrait", "footer", "footer1.xml", footer(draft, kPortrait)});
  if (draft.landscape_used) parts.push_back({"footerLandscape", "footer", "footer2.xml", footer(draft, kLandscape)});
  parts.push_back({"footnotes", "footnotes", "footnotes.xml", footnotes(draft)});
  parts.push_back({"headerPortrait", "header", "header1.xml", header(draft, kPortrait)});
  if (draft.landscape_used) parts.push_back({"headerLandscape", "header", "header2.xml", header(draft, kLandscape)});
  if (draft.document.parts.cover) parts.push_back({"headerFirst", "header", "header3.xml", first_header(draft)});
  parts.push_back({"numbering", "numbering", "numbering.xml", numbering(draft.look, draft.lists)});
  parts.push_back({"settings", "settings", "settings.xml", settings(draft.look)});
  parts.push_back({"styles", "styles", "styles.xml", styles(draft.look)});
  return parts;
}

}  // namespace

std::vector<archive::File> package_of(Draft& draft) {
  auto parts = parts_of(draft);
  std::vector<archive::File> files;
  files.push_back({"[Content_Types].xml", content_types(parts)});
  files.push_back({"_rels/.rels", package_relations()});
  files.push_back({"docProps/app.xml", application_properties(draft.document)});
  files.push_back({"docProps/core.xml", core_properties(draft.document)});
  files.push_back({"word/_rels/document.xml.rels", document_relations(draft, parts)});
  files.push_back({"word/document.xml", document_part(draft)});
  for (auto& part : parts) {
    if (has_logo(draft) && part.kind == "header")
      files.push_back({"word/_rels/" + part.file + ".rels", logo_relations()});
    files.push_back({"word/" + part.file, std::move(part.bytes)});
  }
  if (has_logo(draft)) files.push_back({"word/media/logo.png", draft.document.style.logo});
  std::sort(files.begin() + 1, files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

}  // namespace assize::render::docx
