// SPDX-License-Identifier: Apache-2.0
#define POINTERHOLDER_TRANSITION 4
#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

struct File {
  explicit File(std::string pdf) : bytes(std::move(pdf)) { file.processMemoryFile("test", bytes.data(), bytes.size()); }
  std::string bytes;
  QPDF file;
  QPDFObjectHandle catalog() { return file.getRoot(); }
  std::string text_of(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }
};

Document sample() {
  Document document = document_with(paragraph("some words"));
  document.attachments = {{"assessment.json", "application/json", "For machines", "{\"risks\": 2}\n"},
                          {"rows.csv", "text/csv", "", "a,b\n"}};
  return document;
}

File rendered(const Document& document, PdfA part) {
  const auto made = render_pdf(document, fonts(), part);
  for (const auto& each : made.diagnostics()) UNSCOPED_INFO(each.message);
  REQUIRE(made);
  return File(made.value());
}

}  // namespace

TEST_CASE("a PDF is built to part 3 of PDF/A and says so, or to part 1") {
  const auto [part, number, header] = GENERATE(
      table<PdfA, std::string, std::string>({{PdfA::part_3b, "3", "%PDF-1.7\n"}, {PdfA::part_1b, "1", "%PDF-1.4\n"}}));
  File file = rendered(sample(), part);
  CHECK(file.bytes.substr(0, 9) == header);
  auto metadata = file.catalog().getKey("/Metadata");
  CHECK_FALSE(metadata.getDict().hasKey("/Filter"));
  const std::string packet = file.text_of(metadata);
  CHECK(packet.find("<pdfaid:part>" + number + "</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>") !=
        std::string::npos);
  CHECK(packet.find("pdfuaid") == std::string::npos);
  auto intent = file.catalog().getKey("/OutputIntents").getArrayItem(0);
  CHECK(intent.getKey("/S").getName() == "/GTS_PDFA1");
  CHECK(file.text_of(intent.getKey("/DestOutputProfile")) == fonts().srgb_profile);
  CHECK(run_on(file.bytes, "qpdf", "--check", "").find("No syntax or stream encoding errors") != std::string::npos);
  // In one piece, not with an update at its end.
  CHECK(file.bytes.find("%%EOF") == file.bytes.size() - 6);
  CHECK_FALSE(file.file.getTrailer().hasKey("/Prev"));
  CHECK((file.bytes.find("/ObjStm") != std::string::npos) == (part == PdfA::part_3b));
}

TEST_CASE("a set of characters belongs to each font in part 1, and to none in part 3") {
  const PdfA part = GENERATE(PdfA::part_3b, PdfA::part_1b);
  File file = rendered(sample(), part);
  int descriptors = 0;
  for (auto object : file.file.getAllObjects()) {
    if (!object.isDictionaryOfType("/FontDescriptor")) continue;
    ++descriptors;
    CHECK(object.hasKey("/FontFile2"));
    CHECK(object.hasKey("/CIDSet") == (part == PdfA::part_1b));
    if (!object.hasKey("/CIDSet")) continue;
    const std::string set = file.text_of(object.getKey("/CIDSet"));
    const auto has = [&](unsigned unit) {
      return unit / 8 < set.size() && (static_cast<unsigned char>(set[unit / 8]) & 0x80u >> unit % 8) != 0;
    };
    CHECK(has(0));
    CHECK(has('e'));
    CHECK_FALSE(has(0x0416));
  }
  CHECK(descriptors >= 2);
}

TEST_CASE("attachments are associated files with their day, size and digest") {
  File file = rendered(sample(), PdfA::part_3b);
  auto associated = file.catalog().getKey("/AF");
  REQUIRE(associated.getArrayNItems() == 2);
  auto names = file.catalog().getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names");
  REQUIRE(names.getArrayNItems() == 4);
  const auto all = sample().attachments;
  for (int i = 0; i < 2; ++i) {
    const auto& given = all[static_cast<std::size_t>(i)];
    auto one = associated.getArrayItem(i);
    CHECK(names.getArrayItem(2 * i).getUTF8Value() == given.name);
    CHECK(names.getArrayItem(2 * i + 1).getObjGen() == one.getObjGen());
    CHECK(one.getKey("/F").getUTF8Value() == given.name);
    CHECK(one.getKey("/UF").getUTF8Value() == given.name);
    CHECK(one.hasKey("/Desc") == !given.description.empty());
    CHECK(one.getKey("/AFRelationship").getName() == (i == 0 ? "/Source" : "/Data"));
    auto stream = one.getKey("/EF").getKey("/F");
    CHECK(stream.getDict().getKey("/Subtype").getName() == "/" + given.media_type);
    auto about = stream.getDict().getKey("/Params");
    CHECK(about.getKey("/Size").getIntValueAsInt() == static_cast<int>(given.bytes.size()));
    CHECK(about.getKey("/ModDate").getStringValue() == "D:20260115000000Z");
    CHECK(about.getKey("/CheckSum").getStringValue().size() == 16);
    CHECK(file.text_of(stream) == given.bytes);
  }
}

TEST_CASE("part 1 leaves attachments out and says so") {
  const auto made = render_pdf(sample(), fonts(), PdfA::part_1b);
  REQUIRE(made);
  CHECK(has_code(made.diagnostics(), "attachment-left-out", "assessment.json"));
  File file(made.value());
  CHECK_FALSE(file.catalog().hasKey("/AF"));
  CHECK(file.bytes.find("/EmbeddedFile") == std::string::npos);
  Document without = sample();
  without.attachments.clear();
  CHECK(render_pdf(without, fonts(), PdfA::part_1b).diagnostics().empty());
}

TEST_CASE("an attachment has the name of a file, and each its own") {
  const std::string name = GENERATE("", ".", "..", "a/b", "a\\b", "C:x", "a\nb", "rows.csv", "\xFF.txt");
  Document document = sample();
  document.attachments[0].name = name;
  const auto made = render_pdf(document, fonts());
  CHECK_FALSE(made);
  CHECK(has_code(made.diagnostics(), "attachment-name"));
}

TEST_CASE("without a colour profile a file is no archive file, and a warning says so") {
  Fonts plain = fonts();
  plain.srgb_profile.clear();
  const auto made = render_pdf(sample(), plain);
  REQUIRE(made);
  CHECK(has_code(made.diagnostics(), "pdf-not-archival"));
  CHECK(made.value().find("pdfaid:part") == std::string::npos);
}

TEST_CASE("both places say the same, whatever a title holds") {
  const std::string title = GENERATE("plain", "a\tb\nc", "tag <b> & \"quote\"", "\xEF\xBF\xBEnon\xEF\xBF\xBF-character",
                                     "controls \x01\x7F\xC2\x85 gone", "中文 Ελληνικά Български");
  Document document = sample();
  document.title = title;
  File file = rendered(document, PdfA::part_3b);
  std::string packet = file.text_of(file.catalog().getKey("/Metadata"));
  std::string told = file.file.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value();
  for (const auto& [plain, escaped] :
       std::vector<std::pair<std::string, std::string>>{{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}})
    for (auto at = told.find(plain); at != std::string::npos; at = told.find(plain, at + escaped.size()))
      told.replace(at, 1, escaped);
  CHECK(packet.find("\"x-default\">" + told + "</rdf:li>") != std::string::npos);
}

TEST_CASE("the identity of a file changes with what is in it, also with what only its structure says") {
  Figure figure{"fig", "Caption", "One text.", 100, 40, {Figure::Label{5, 20, "label"}}};
  const auto id_of = [&](const std::string& says) {
    figure.description = says;
    File file(pdf_of(document_with(figure)));
    return file.file.getTrailer().getKey("/ID").getArrayItem(0).getStringValue();
  };
  CHECK(id_of("One text.") == id_of("One text."));
  CHECK(id_of("One text.") != id_of("Another one."));
}
