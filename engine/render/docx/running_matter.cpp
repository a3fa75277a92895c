// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/running_matter.h"

#include <algorithm>
#include <cmath>

#include "engine/render/docx/logo.h"
#include "engine/render/docx/text.h"
#include "engine/render/docx/text_width.h"

namespace assize::render::docx {
namespace {

constexpr double kRunningSize = 8;  // Points.

/// The shape type that Word keeps for text along a path.
void write_text_path_type(Xml& xml) {
  xml.open("v:shapetype", {{"id", "_x0000_t136"},
                           {"coordsize", "21600,21600"},
                           {"o:spt", "136"},
                           {"adj", "10800"},
                           {"path", "m@7,l@8,m@5,21600l@6,21600e"}});
  xml.open("v:formulas");
  for (const std::string_view formula :
       {"sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0",
        "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7",
        "sum @6 0 @5"})
    xml.leaf("v:f", {{"eqn", formula}});
  xml.close();
  xml.leaf("v:path", {{"textpathok", "t"},
                      {"o:connecttype", "custom"},
                      {"o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"},
                      {"o:connectangles", "270,180,90,0"}});
  xml.leaf("v:textpath", {{"on", "t"}, {"fitshape", "t"}});
  xml.open("v:handles").leaf("v:h", {{"position", "#0,bottomRight"}, {"xrange", "6629,14971"}}).close();
  xml.leaf("o:lock", {{"v:ext", "edit"}, {"text", "t"}, {"shapetype", "t"}}).close();
}

/// Words across the page, behind its text, the way Word itself makes them.
void write_watermark(Draft& draft, Xml& xml, const std::string& shape) {
  const auto& words = draft.document.watermark;
  if (words.empty()) return;
  const double ems = std::max(1.0, width_in_ems(words));
  const double wide = std::min(430.0, ems * 120), high = wide / ems * 1.1;
  const auto points = [](double value) { return std::to_string(std::lround(value)) + "pt"; };
  const auto style = "position:absolute;margin-left:0;margin-top:0;width:" + points(wide) + ";height:" + points(high) +
                     ";rotation:315;z-index:-251658752;mso-position-horizontal:center;"
                     "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
                     "mso-position-vertical-relative:margin";
  xml.open("w:r").open("w:rPr").leaf("w:noProof").close().open("w:pict");
  write_text_path_type(xml);
  xml.open("v:shape", {{"id", "PowerPlusWaterMarkObject" + shape},
                       {"o:spid", "_x0000_s" + shape},
                       {"type", "#_x0000_t136"},
                       {"alt", words},
                       {"style", style},
                       {"o:allowincell", "f"},
                       {"fillcolor", "silver"},
                       {"stroked", "f"}});
  xml.leaf("v:fill", {{"opacity", ".5"}});
  xml.leaf("v:textpath", {{"style", "font-family:\"" + draft.look.font + "\";font-size:1pt"}, {"string", words}});
  xml.leaf("w10:wrap", {{"anchorx", "margin"}, {"anchory", "margin"}});
  xml.close().close().close();
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string text;
  for (const auto& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  return text;
}

}  // namespace

void open_root(Xml& xml, std::string_view name) {
  const auto& n = kNamespaces;
  xml.open(name, {n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]});
}

std::string first_header(Draft& draft) {
  Xml xml;
  open_root(xml, "w:hdr");
  write_paragraph(xml, {.style = "FirstHeader"}, [&] { write_watermark(draft, xml, "2049"); });
  xml.close();
  return xml.take(draft.replaced);
}

std::string header(Draft& draft, const Paper& paper) {
  const auto& document = draft.document;
  const auto words = joined({document.style.header, document.title});
  const auto& marking = document.classification;
  const RunLook bold{.bold = true, .colour = draft.look.accent};
  const double logo = has_logo(draft) ? 100 : 0;
  // Where both do not fit side by side, the marking stands above.
  const bool stacked =
      (width_in_ems(words) + width_in_ems(marking)) * kRunningSize + 20 + logo > paper.text_width() / 20.0;
  Xml xml;
  open_root(xml, "w:hdr");
  if (stacked && !marking.empty()) write_paragraph(xml, {.style = "HeaderAbove", .align = Align::right}, marking, bold);
  write_paragraph(xml, {.style = "Header", .right_tab = paper.text_width()}, [&] {
    write_watermark(draft, xml, paper.width > paper.height ? "2051" : "2050");
    write_logo(draft, xml, Logo::in_head);
    write_run(xml, (has_logo(draft) ? "\xE2\x80\x82" : "") + words);
    if (!stacked && !marking.empty()) write_run(xml, "\t" + marking, bold);
  });
  xml.close();
  return xml.take(draft.replaced);
}

std::string footer(Draft& draft, const Paper& paper) {
  const auto& document = draft.document;
  const auto& labels = document.labels;
  const auto identity =
      joined({document.id, document.version.empty() ? "" : filled(labels.version_of, "version", document.version),
              document.date});
  Xml xml;
  open_root(xml, "w:ftr");
  write_paragraph(xml, {.style = "Footer", .right_tab = paper.text_width()}, [&] {
    write_run(xml, identity + "\t");
    write_pattern(
        labels.page,
        {{"page", [&] { write_field(xml, " PAGE ", "1"); }}, {"pages", [&] { write_field(xml, " NUMPAGES ", "1"); }}},
        [&](std::string_view around) { write_run(xml, around); });
  });
  if (!document.style.footer.empty()) write_paragraph(xml, {.style = "FooterBelow"}, document.style.footer);
  xml.close();
  return xml.take(draft.replaced);
}

}  // namespace assize::render::docx
