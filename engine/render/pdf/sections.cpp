// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/sections.h"

#include <algorithm>
#include <string>
#include <variant>

#include "engine/render/pdf/figure.h"
#include "engine/render/pdf/prose.h"
#include "engine/render/pdf/table.h"

namespace assize::render::pdf {
namespace {

using dossier::Section;

/// A section of the first level that may share a page leaves at least this much of it to itself.
constexpr double kShareable = 0.45;
constexpr std::size_t kShortText = 1600, kShortTable = 8;

void place(Flow& flow, const dossier::Paragraph& block) { place_paragraph(flow, block); }
void place(Flow& flow, const dossier::List& block) { place_list(flow, block); }
void place(Flow& flow, const dossier::Preformatted& block) { place_preformatted(flow, block); }
void place(Flow& flow, const dossier::GapNote& block) { place_gap_note(flow, block); }
void place(Flow& flow, const dossier::KeyFacts& block) { place_key_facts(flow, block); }
void place(Flow& flow, const dossier::Table& block) { place_table(flow, block); }
void place(Flow& flow, const dossier::Figure& block) { place_figure(flow, block); }

std::string name_of(const Section& section) {
  return section.number.empty() ? section.title : section.number + ' ' + section.title;
}

const Sheet& sheet_for(Flow& flow, const Section& section) {
  for (const auto& block : section.blocks) {
    if (const auto* table = std::get_if<dossier::Table>(&block))
      if (wants_landscape(flow, *table)) return landscape;
    if (const auto* figure = std::get_if<dossier::Figure>(&block))
      if (wants_landscape(*figure)) return landscape;
  }
  // A heading with nothing of its own goes where what follows it goes.
  if (section.blocks.empty() && !section.sections.empty()) return sheet_for(flow, section.sections.front());
  return portrait;
}

std::size_t length_of(const dossier::Spans& spans) {
  std::size_t length = 0;
  for (const auto& span : spans) length += span.text.size();
  return length;
}

/// A guess from above how much a section holds, in characters; enough to tell short from long.
std::size_t weight_of(const Section& section) {
  std::size_t weight = 100;
  for (const auto& block : section.blocks) {
    if (const auto* paragraph = std::get_if<dossier::Paragraph>(&block)) weight += length_of(paragraph->spans);
    if (const auto* list = std::get_if<dossier::List>(&block))
      for (const auto& item : list->items) weight += 60 + length_of(item.spans);
    if (const auto* code = std::get_if<dossier::Preformatted>(&block)) weight += code->text.size() * 2;
    if (const auto* note = std::get_if<dossier::GapNote>(&block)) weight += 200 + note->detail.size();
    if (const auto* facts = std::get_if<dossier::KeyFacts>(&block)) weight += 80 * facts->facts.size();
    if (const auto* table = std::get_if<dossier::Table>(&block))
      weight += table->rows.size() > kShortTable ? kShortText : 200 + table->rows.size() * 100;
    if (std::holds_alternative<dossier::Figure>(block)) weight += kShortText;
  }
  for (const auto& below : section.sections) weight += weight_of(below);
  return weight;
}

void place_section(Flow& flow, const Section& section, int level) {
  flow.type.now_in(name_of(section));
  const Sheet& wanted = sheet_for(flow, section);
  if (&wanted != &flow.sheet()) {
    if (flow.headings_wait()) flow.claim(0);  // A parent's heading that stays behind has text of its own.
    flow.start_page(wanted);
  }
  const Within part(flow, Tag::sect);
  flow.wait(level, section);
  for (const auto& block : section.blocks) std::visit([&](const auto& each) { place(flow, each); }, block);
  for (const auto& below : section.sections) place_section(flow, below, level + 1);
  if (flow.headings_wait()) flow.claim(kBodyLeading);  // Nothing stands under it.
}

}  // namespace

void place_sections(Flow& flow, const std::vector<Section>& sections) {
  for (const Section& section : sections) {
    flow.type.now_in(name_of(section));
    const Sheet& sheet = sheet_for(flow, section);
    if (flow.draft.pages.empty()) {
      flow.start_page(sheet);
    } else {
      const bool roomy = &flow.sheet() == &sheet && flow.room() > flow.sheet().text_height() * kShareable;
      if (roomy && weight_of(section) < kShortText) {
        const Flow::Mark before = flow.mark();
        place_section(flow, section, 1);
        if (flow.draft.pages.size() == before.pages) continue;
        flow.back_to(before);
      }
      flow.start_page(sheet);
    }
    place_section(flow, section, 1);
  }
  flow.type.now_in("");
}

}  // namespace assize::render::pdf
