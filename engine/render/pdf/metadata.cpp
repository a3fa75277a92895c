// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/metadata.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <string_view>

#include "engine/render/code_points.h"

namespace assize::render::pdf {
namespace {

constexpr const char* kProducer = "assize";

bool is_iso_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  const auto digits = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return digits(date.substr(0, 4)) && digits(date.substr(5, 2)) && digits(date.substr(8, 2));
}

/// What both places can spell, so that they say the same: on one line, without controls and non-characters.
std::string spelt(std::string_view text) {
  std::string spelt;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = decode(text, at);
    const std::size_t bytes = code ? code->bytes : 1;
    if (code && (code->value == '\n' || code->value == '\t' || code->value == '\r'))
      spelt += ' ';
    else if (code && !is_unprintable(code->value))
      spelt += text.substr(at, bytes);
    at += bytes;
  }
  return spelt;
}

std::string xml(std::string_view text) {
  std::string escaped;
  for (const char c : spelt(text)) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped;
}

/// BCP 47 in the characters that both places allow; anything else is no language.
std::string language_of(const dossier::Document& document) {
  const bool plain = std::all_of(document.language.begin(), document.language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  return plain && !document.language.empty() ? document.language : "en";
}

/// Properties of the predefined schemas only: nothing here needs a schema of its own.
std::string packet(const dossier::Document& document, std::string_view part) {
  std::string about = "<dc:format>application/pdf</dc:format>";
  about += "<dc:language><rdf:Bag><rdf:li>" + language_of(document) + "</rdf:li></rdf:Bag></dc:language>";
  if (!document.title.empty())
    about +=
        R"(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)" + xml(document.title) + "</rdf:li></rdf:Alt></dc:title>";
  if (!document.author.empty())
    about += "<dc:creator><rdf:Seq><rdf:li>" + xml(document.author) + "</rdf:li></rdf:Seq></dc:creator>";
  if (!document.subtitle.empty())
    about += R"(<dc:description><rdf:Alt><rdf:li xml:lang="x-default">)" + xml(document.subtitle) +
             "</rdf:li></rdf:Alt></dc:description>";
  if (!document.id.empty()) about += "<dc:identifier>" + xml(document.id) + "</dc:identifier>";
  if (is_iso_date(document.date)) {
    const std::string moment = document.date + "T00:00:00Z";
    about += "<xmp:CreateDate>" + moment + "</xmp:CreateDate><xmp:ModifyDate>" + moment + "</xmp:ModifyDate>";
  }
  about += std::string("<pdf:Producer>") + kProducer + "</pdf:Producer>";
  if (!part.empty())
    about.append("<pdfaid:part>").append(part).append("</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">" +
         about + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

void write_output_intent(QPDF& pdf, QPDFObjectHandle catalog, const std::string& profile) {
  auto stream = QPDFObjectHandle::newStream(&pdf, profile);
  stream.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
  auto intent = QPDFObjectHandle::newDictionary();
  intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
  intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFA1"));
  intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB"));
  intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB"));
  intent.replaceKey("/DestOutputProfile", stream);
  auto intents = QPDFObjectHandle::newArray();
  intents.appendItem(pdf.makeIndirectObject(intent));
  catalog.replaceKey("/OutputIntents", intents);
}

}  // namespace

std::string pdf_moment(const std::string& day) {
  if (!is_iso_date(day)) return {};
  std::string moment = "D:";
  for (const char c : day)
    if (c != '-') moment += c;
  return moment + "000000Z";
}

void write_metadata(QPDF& pdf, const dossier::Document& document, const std::string& srgb_profile, PdfA part) {
  auto info = QPDFObjectHandle::newDictionary();
  const auto say = [&](const char* key, const std::string& value) {
    if (!value.empty()) info.replaceKey(key, QPDFObjectHandle::newUnicodeString(spelt(value)));
  };
  say("/Title", document.title);
  say("/Author", document.author);
  say("/Subject", document.subtitle);
  say("/Producer", kProducer);
  if (const std::string moment = pdf_moment(document.date); !moment.empty()) {
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(moment));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(moment));
  }
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

  auto catalog = pdf.getRoot();
  auto metadata = QPDFObjectHandle::newStream(&pdf, packet(document, srgb_profile.empty()    ? ""
                                                                     : part == PdfA::part_1b ? "1"
                                                                                             : "3"));
  metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  catalog.replaceKey("/Metadata", metadata);
  catalog.replaceKey("/Lang", QPDFObjectHandle::newString(language_of(document)));
  catalog.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
  if (!srgb_profile.empty()) write_output_intent(pdf, catalog, srgb_profile);
}

}  // namespace assize::render::pdf
