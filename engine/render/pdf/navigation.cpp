// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/navigation.h"

#include <qpdf/QPDF.hh>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

namespace assize::render::pdf {
namespace {

using Handle = QPDFObjectHandle;

/// A number with two decimals at most, whatever the locale.
Handle real(double value) {
  const auto hundredths = static_cast<long long>(value * 100 + (value < 0 ? -0.5 : 0.5));
  std::string text = std::to_string(hundredths / 100);
  if (hundredths < 0 && hundredths > -100) text = "-0";
  const long long rest = hundredths < 0 ? -(hundredths % 100) : hundredths % 100;
  if (rest != 0) text += '.' + std::string(1, static_cast<char>('0' + rest / 10)) + static_cast<char>('0' + rest % 10);
  return Handle::newReal(text);
}

Handle numbers(std::initializer_list<double> values) {
  auto array = Handle::newArray();
  for (const double value : values) array.appendItem(real(value));
  return array;
}

/// The upper left of the view, a little above the spot, at the zoom the reader has.
Handle view_of(const Spot& spot, const Draft& draft, const std::vector<Handle>& pages) {
  auto view = Handle::newArray();
  const Sheet& sheet = *draft.pages[spot.page].sheet;
  view.appendItem(pages[spot.page]);
  view.appendItem(Handle::newName("/XYZ"));
  view.appendItem(real(0));
  view.appendItem(real(std::min(sheet.height, sheet.height - spot.y + 12)));
  view.appendItem(Handle::newNull());
  return view;
}

}  // namespace

std::vector<QPDFObjGen> write_links(QPDF& pdf, const Matter& matter, const std::vector<Handle>& pages) {
  std::vector<QPDFObjGen> written;
  for (std::size_t i = 0; i < matter.draft.pages.size(); ++i) {
    const Page& page = matter.draft.pages[i];
    if (page.links.empty()) continue;
    auto annotations = Handle::newArray();
    for (const Link& link : page.links) {
      const Destination& to = matter.destinations[link.target];
      const double top = page.sheet->height - link.y;
      auto annotation = Handle::newDictionary();
      annotation.replaceKey("/Type", Handle::newName("/Annot"));
      annotation.replaceKey("/Subtype", Handle::newName("/Link"));
      annotation.replaceKey("/Rect", numbers({link.x, top - link.height, link.x + link.width, top}));
      annotation.replaceKey("/Border", numbers({0, 0, 0}));
      annotation.replaceKey("/F", Handle::newInteger(4));  // It is printed: PDF/A asks for that.
      if (to.url.empty()) {
        annotation.replaceKey("/Dest", view_of(to.spot, matter.draft, pages));
      } else {
        auto action = Handle::newDictionary();
        action.replaceKey("/S", Handle::newName("/URI"));
        action.replaceKey("/URI", Handle::newString(to.url));
        annotation.replaceKey("/A", action);
      }
      // Its key in the tree of parents: after those of the pages.
      if (link.element != kArtifact)
        annotation.replaceKey("/StructParent",
                              Handle::newInteger(static_cast<long long>(pages.size() + written.size())));
      annotations.appendItem(pdf.makeIndirectObject(annotation));
      written.push_back(annotations.getArrayItem(annotations.getArrayNItems() - 1).getObjGen());
    }
    auto page_dictionary = pages[i];
    page_dictionary.replaceKey("/Annots", annotations);
  }
  return written;
}

/// The tree of headings as bookmarks. A level left out in between counts as one level down.
void write_outline(QPDF& pdf, const Matter& matter, const std::vector<Handle>& pages) {
  if (matter.draft.headings.empty()) return;
  struct Node {
    Handle item;
    int level = 0;
    std::vector<std::size_t> below;
  };
  std::vector<Node> nodes(1);
  nodes[0].item = pdf.makeIndirectObject(Handle::newDictionary());
  nodes[0].item.replaceKey("/Type", Handle::newName("/Outlines"));
  std::vector<std::size_t> open{0};
  for (const auto& heading : matter.draft.headings) {
    while (open.size() > 1 && nodes[open.back()].level >= heading.level) open.pop_back();
    Node node{pdf.makeIndirectObject(Handle::newDictionary()), heading.level, {}};
    const std::string title = heading.number.empty() ? heading.title : heading.number + "  " + heading.title;
    node.item.replaceKey("/Title", Handle::newUnicodeString(title));
    node.item.replaceKey("/Dest", view_of(heading.spot, matter.draft, pages));
    nodes[open.back()].below.push_back(nodes.size());
    open.push_back(nodes.size());
    nodes.push_back(std::move(node));
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    if (node.below.empty()) continue;
    node.item.replaceKey("/First", nodes[node.below.front()].item);
    node.item.replaceKey("/Last", nodes[node.below.back()].item);
    // Below the first level an outline opens closed, which a negative count says.
    const auto count = static_cast<long long>(node.below.size());
    node.item.replaceKey("/Count", Handle::newInteger(i == 0 ? count : -count));
    for (std::size_t k = 0; k < node.below.size(); ++k) {
      auto& item = nodes[node.below[k]].item;
      item.replaceKey("/Parent", node.item);
      if (k > 0) item.replaceKey("/Prev", nodes[node.below[k - 1]].item);
      if (k + 1 < node.below.size()) item.replaceKey("/Next", nodes[node.below[k + 1]].item);
    }
  }
  auto catalog = pdf.getRoot();
  catalog.replaceKey("/Outlines", nodes[0].item);
  catalog.replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

}  // namespace assize::render::pdf
