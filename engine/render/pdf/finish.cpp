// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/finish.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/render/pdf/attachments.h"
#include "engine/render/pdf/finish_fonts.h"
#include "engine/render/pdf/metadata.h"
#include "engine/render/pdf/navigation.h"
#include "engine/render/pdf/structure_tree.h"
#include "engine/render/pdf/written_file.h"

namespace assize::render::pdf {
namespace {

using Handle = QPDFObjectHandle;

/// Says that there is a structure tree, and where its parts find themselves in it; the tree itself follows when the
/// numbers of all objects are known.
Handle announce_structure(QPDF& pdf, std::vector<Handle>& pages, PdfA part) {
  const auto root = pdf.makeIndirectObject(Handle::newDictionary());
  auto catalog = pdf.getRoot();
  catalog.replaceKey("/StructTreeRoot", root);
  catalog.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].replaceKey("/StructParents", Handle::newInteger(static_cast<long long>(i)));
    // The key is younger than part 1.
    if (part != PdfA::part_1b) pages[i].replaceKey("/Tabs", Handle::newName("/S"));
  }
  return root;
}

void set_up(QPDFWriter& writer, PdfA part) {
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setNewlineBeforeEndstream(true);
  if (part == PdfA::part_1b)
    writer.forcePDFVersion("1.4");
  else
    writer.setMinimumPDFVersion("1.7");
  writer.setObjectStreamMode(part == PdfA::part_1b ? qpdf_o_disable : qpdf_o_generate);
}

std::string finish_file(const Drawing& drawing, const TypeCase& type, const Matter& matter) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("drawing", drawing.pdf.data(), drawing.pdf.size());
  std::vector<Handle> pages = pdf.getAllPages();
  if (pages.size() != matter.draft.pages.size()) throw std::runtime_error("the drawn file has lost pages");
  finish_fonts(pdf, drawing, type, matter.part);
  const auto links = write_links(pdf, matter, pages);
  write_outline(pdf, matter, pages);
  write_metadata(pdf, matter.document, matter.srgb_profile, matter.part);
  if (matter.part != PdfA::part_1b) write_attachments(pdf, matter.document);
  const auto root = announce_structure(pdf, pages, matter.part);

  QPDFWriter writer(pdf);
  set_up(writer, matter.part);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  WrittenFile file(writer, {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()},
                   matter.part != PdfA::part_1b);
  const auto number_of = [&](QPDFObjGen object) { return writer.getRenumberedObjGen(object).getObj(); };
  Tagged tagged{matter.draft, drawing.marks, {}, {}, number_of(root.getObjGen())};
  for (const Handle& page : pages) tagged.pages.push_back(number_of(page.getObjGen()));
  for (const auto& link : links) tagged.links.push_back(number_of(link));
  write_structure_tree(file, tagged);
  return file.finished();
}

}  // namespace

input::Result<std::string> finish(Drawing drawing, const TypeCase& type, const Matter& matter) {
  try {
    return finish_file(drawing, type, matter);
  } catch (const std::exception& wrong) {
    return input::Diagnostics{
        {input::Severity::error, "pdf-unfinished", std::string("the PDF could not be finished: ") + wrong.what()}};
  }
}

}  // namespace assize::render::pdf
