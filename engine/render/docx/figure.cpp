// SPDX-License-Identifier: Apache-2.0
#include "engine/render/docx/figure.h"

#include <algorithm>

#include "engine/input/quote.h"
#include "engine/render/docx/shapes.h"
#include "engine/render/docx/table.h"
#include "engine/render/docx/text.h"

namespace assize::render::docx {
namespace {

using dossier::Figure;

constexpr double kLargest = 1.3;
constexpr double kSmallestReadable = 0.7;
constexpr double kTallest = 0.74;  // Of the text's height: leaves room for a heading and the caption.

double scale_on(const Paper& paper, const Figure& figure) {
  return std::min(
      {kLargest, paper.text_width() / 20.0 / figure.width, paper.text_height() / 20.0 * kTallest / figure.height});
}

void write_group(Draft& draft, const Figure& figure, const Frame& frame) {
  auto& xml = draft.xml;
  const auto wide = std::to_string(frame.across(figure.width)), high = std::to_string(frame.down(figure.height));
  const auto id = draft.next_drawing();
  xml.open("w:drawing").open("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
  xml.leaf("wp:extent", {{"cx", wide}, {"cy", high}});
  xml.leaf("wp:effectExtent", {{"l", "0"}, {"t", "0"}, {"r", "0"}, {"b", "0"}});
  xml.leaf("wp:docPr", {{"id", id}, {"name", "Figure " + id}, {"descr", figure.description}});
  xml.leaf("wp:cNvGraphicFramePr");
  xml.open("a:graphic")
      .open("a:graphicData", {{"uri", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"}});
  xml.open("wpg:wgp").leaf("wpg:cNvGrpSpPr").open("wpg:grpSpPr").open("a:xfrm");
  xml.leaf("a:off", {{"x", "0"}, {"y", "0"}}).leaf("a:ext", {{"cx", wide}, {"cy", high}});
  xml.leaf("a:chOff", {{"x", "0"}, {"y", "0"}}).leaf("a:chExt", {{"cx", wide}, {"cy", high}});
  xml.close().close();
  for (const auto& shape : figure.shapes) std::visit([&](const auto& each) { write_shape(draft, frame, each); }, shape);
  xml.close().close().close().close().close();
}

}  // namespace

bool wants_landscape(const Figure& figure) {
  if (!(figure.width > 0) || !(figure.height > 0)) return false;
  return scale_on(kPortrait, figure) < kSmallestReadable &&
         scale_on(kLandscape, figure) > scale_on(kPortrait, figure) * 1.15;
}

void write_figure(Draft& draft, const Figure& figure, const Paper& paper) {
  auto& xml = draft.xml;
  draft.anchored(figure.id, [] {});
  if (!is_drawable(figure)) {
    draft.complain({input::Severity::error, "figure-not-finite",
                    "figure " + input::quote(figure.id) + " has a size or coordinate that cannot be drawn"});
    return;
  }
  const bool captioned = !figure.caption.empty();
  write_paragraph(xml, {.style = "Figure", .keep_next = captioned}, [&] {
    xml.open("w:r").open("mc:AlternateContent").open("mc:Choice", {{"Requires", "wpg"}});
    write_group(draft, figure, {scale_on(paper, figure), figure.width, figure.height});
    xml.close().open("mc:Fallback").open("w:t", {{"xml:space", "preserve"}}).text(figure.description);
    xml.close().close().close().close();
  });
  if (captioned) write_caption(draft, CaptionOf::figure, figure.caption);
}

}  // namespace assize::render::docx
