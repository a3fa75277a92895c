// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/compose.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/frame.h"

namespace assize::dossier {

Document gaps_document(const View& view) {
  const auto& values = view.values();
  auto document = frame(view, "gaps", "Gaps", values.at("project.title"));
  for (const auto& weight : {"blocking", "open", "remark"})
    document.cover.facts.push_back(fact(weight, values.at(std::string("count.gaps.") + weight)));

  TableWish gaps;
  gaps.id = "gaps";
  gaps.caption = "What falls short, blocking first";
  gaps.columns = {"id", "weight", "about", "says", "to-do", "when", "place"};
  gaps.when_empty = "Nothing falls short on " + values.at("as-of") + ".";
  gaps.anchors = true;
  Section found{"gap-list", "", "Gaps", {}, {}};
  found.blocks.emplace_back(draw_table(*view.table("gaps"), gaps).table);
  document.sections.push_back(std::move(found));

  TableWish evidence;
  evidence.id = "evidence";
  evidence.caption = "Evidence by the day until which it counts";
  evidence.columns = {"id", "title", "made", "last-day", "validity", "owner"};
  evidence.sort = "last-day";
  evidence.when_empty = "The project registers no evidence.";
  Section lapses{"evidence-lapses", "", "When evidence lapses", {}, {}};
  lapses.blocks.emplace_back(draw_table(*view.table("evidence"), evidence).table);
  document.sections.push_back(std::move(lapses));
  settle_links(document);
  return document;
}

}  // namespace assize::dossier
