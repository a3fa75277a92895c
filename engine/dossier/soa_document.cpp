// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/dossier/compose.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/frame.h"

namespace assize::dossier {

Document soa_document(const View& view, const std::string& pack) {
  const auto& packs = view.project().catalogue.packs;
  const auto known = std::find_if(packs.begin(), packs.end(), [&](const auto& one) { return one.id == pack; });
  const std::string title = known == packs.end() ? pack : known->title;
  auto document = frame(view, "soa-" + pack, "Statement of applicability", title);
  if (known != packs.end()) document.cover.facts.push_back(fact("Pack", pack + " " + known->version));

  TableWish wish;
  wish.id = "controls";
  wish.caption = "Controls in and out, and why";
  wish.columns = {"number", "title", "applies", "reason", "state", "met-by", "evidence", "risks", "gap"};
  wish.titles = {{"number", "Control"}, {"applies", "In"}};
  wish.where = {{"pack", {pack}}};
  wish.when_empty = "The pack has no controls.";
  wish.anchors = true;
  Section controls{"statement", "", "Controls", {}, {}};
  controls.blocks.emplace_back(draw_table(*view.table("controls"), wish).table);
  document.sections.push_back(std::move(controls));
  settle_links(document);
  return document;
}

}  // namespace assize::dossier
