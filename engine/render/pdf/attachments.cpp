// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/attachments.h"

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <set>
#include <string>

#include "engine/render/code_points.h"
#include "engine/render/pdf/clean_text.h"
#include "engine/render/pdf/metadata.h"

namespace assize::render::pdf {
namespace {

constexpr std::string_view kSource = "assessment.json";

/// One that no reader could take for a path.
bool is_file_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && is_utf8(name) &&
         std::none_of(name.begin(), name.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '\\' || c == ':'; });
}

}  // namespace

input::Diagnostics check_attachments(const dossier::Document& document) {
  input::Diagnostics found;
  std::set<std::string_view> names;
  for (const auto& each : document.attachments) {
    const bool twice = !names.insert(each.name).second;
    if (!twice && is_file_name(each.name)) continue;
    found.push_back({input::Severity::error, "attachment-name",
                     in_backticks(each.name) + (twice ? " is the name of two attachments" : " is no name of a file")});
  }
  return found;
}

void write_attachments(QPDF& pdf, const dossier::Document& document) {
  if (document.attachments.empty()) return;
  const std::string moment = pdf_moment(document.date);
  auto associated = QPDFObjectHandle::newArray();
  QPDFEmbeddedFileDocumentHelper files(pdf);
  for (const auto& each : document.attachments) {
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, each.bytes);
    stream.setSubtype(each.media_type.empty() ? "application/octet-stream" : each.media_type);
    if (!moment.empty()) stream.setCreationDate(moment).setModDate(moment);
    auto specification = QPDFFileSpecObjectHelper::createFileSpec(pdf, each.name, stream);
    if (!each.description.empty()) specification.setDescription(each.description);
    auto dictionary = specification.getObjectHandle();
    dictionary.replaceKey("/AFRelationship", QPDFObjectHandle::newName(each.name == kSource ? "/Source" : "/Data"));
    files.replaceEmbeddedFile(each.name, specification);
    associated.appendItem(dictionary);
  }
  pdf.getRoot().replaceKey("/AF", associated);
}

}  // namespace assize::render::pdf
