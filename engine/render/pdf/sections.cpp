// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/sections.h"

#include <string>
#include <variant>

#include "engine/render/pdf/figure.h"
#include "engine/render/pdf/gap_note.h"
#include "engine/render/pdf/key_facts.h"
#include "engine/render/pdf/prose.h"
#include "engine/render/pdf/table.h"

namespace assize::render::pdf {
namespace {

using dossier::Section;

/// A section of the first level begins on the page where the one before it ended when this much of it is left, or when
/// all of a short one fits on a smaller rest.
constexpr double kShareable = 0.45, kWorthTrying = 0.2;
constexpr std::size_t kShortText = 1600, kShortTable = 8;
/// A text of so many characters may lead to a table on a landscape page; a longer one stands upright.
constexpr std::size_t kLeadIn = 700;

void place(Flow& flow, const dossier::Paragraph& block) { place_paragraph(flow, block); }
void place(Flow& flow, const dossier::List& block) { place_list(flow, block); }
void place(Flow& flow, const dossier::Preformatted& block) { place_preformatted(flow, block); }
void place(Flow& flow, const dossier::GapNote& block) { place_gap_note(flow, block); }
void place(Flow&, const dossier::KeyFacts&) {}  // Placed with what follows in mind.
void place(Flow& flow, const dossier::Table& block) { place_table(flow, block); }
void place(Flow& flow, const dossier::Figure& block) { place_figure(flow, block); }

std::string name_of(const Section& section) {
  return section.number.empty() ? section.title : section.number + ' ' + section.title;
}

std::size_t length_of(const dossier::Spans& spans) {
  std::size_t length = 0;
  for (const auto& span : spans) length += span.text.size();
  return length;
}

/// A guess from above how much a block holds, in characters; enough to tell short from long.
std::size_t weight_of(const dossier::Block& block) {
  if (const auto* paragraph = std::get_if<dossier::Paragraph>(&block)) return length_of(paragraph->spans);
  if (const auto* code = std::get_if<dossier::Preformatted>(&block)) return code->text.size() * 2;
  if (const auto* note = std::get_if<dossier::GapNote>(&block)) return 200 + note->detail.size();
  if (const auto* facts = std::get_if<dossier::KeyFacts>(&block)) return 80 * facts->facts.size();
  if (const auto* table = std::get_if<dossier::Table>(&block))
    return table->rows.size() > kShortTable ? kShortText : 200 + table->rows.size() * 100;
  std::size_t weight = 0;
  if (const auto* list = std::get_if<dossier::List>(&block))
    for (const auto& item : list->items) weight += 60 + length_of(item.spans);
  return std::holds_alternative<dossier::Figure>(block) ? kShortText : weight;
}

std::size_t weight_of(const Section& section) {
  std::size_t weight = 100;
  for (const auto& block : section.blocks) weight += weight_of(block);
  for (const auto& below : section.sections) weight += weight_of(below);
  return weight;
}

const Sheet& sheet_for(Flow& flow, const dossier::Block& block) {
  const auto* table = std::get_if<dossier::Table>(&block);
  const auto* figure = std::get_if<dossier::Figure>(&block);
  const bool turned = table != nullptr    ? wants_landscape(flow, *table)
                      : figure != nullptr ? wants_landscape(*figure)
                                          : false;
  return turned ? landscape : portrait;
}

/// Where the section begins: a heading, and a short text below it, go where what they lead to goes.
const Sheet& sheet_for(Flow& flow, const Section& section) {
  std::size_t weight = 0;
  for (const auto& block : section.blocks) {
    if (&sheet_for(flow, block) == &landscape) return landscape;
    weight += weight_of(block);
    if (weight > kLeadIn) return portrait;
  }
  if (section.blocks.empty() && !section.sections.empty()) return sheet_for(flow, section.sections.front());
  return portrait;
}

/// What of the block must stand on the page where the one before it ends.
double kept_after(Flow& flow, const Section& section, std::size_t next) {
  if (next >= section.blocks.size()) return 0;
  const auto* note = std::get_if<dossier::GapNote>(&section.blocks[next]);
  return note != nullptr ? least_height(flow, *note) : 0;
}

void place_block(Flow& flow, const Section& section, std::size_t index) {
  if (const auto* facts = std::get_if<dossier::KeyFacts>(&section.blocks[index]))
    place_key_facts(flow, *facts, kept_after(flow, section, index + 1));
  else
    std::visit([&](const auto& each) { place(flow, each); }, section.blocks[index]);
}

/// Whether things go on the sheets they want, or stay on the one that is there.
enum class Sheets { as_wanted, as_they_are };

/// Tries to set something short on what is left of the page. False: nothing was done.
template <class Place>
bool fits_on_the_rest(Flow& flow, std::size_t weight, Place place_it) {
  if (flow.headings_wait() || weight >= kShortText || flow.room() < flow.sheet().text_height() * kWorthTrying)
    return false;
  const Flow::Mark before = flow.mark();
  place_it();
  if (flow.draft.pages.size() == before.pages) return true;
  flow.back_to(before);
  return false;
}

void turn_to(Flow& flow, const Sheet& wanted) {
  if (&wanted != &flow.sheet()) flow.start_page(wanted);
}

void place_blocks(Flow& flow, const Section& section, Sheets sheets) {
  bool leads_in = &flow.sheet() == &landscape && &sheet_for(flow, section) == &landscape;
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    const Sheet& wanted = sheet_for(flow, section.blocks[i]);
    leads_in = leads_in && &wanted != &landscape;
    const bool stays = sheets == Sheets::as_they_are || &wanted == &flow.sheet() || flow.headings_wait() || leads_in;
    if (!stays) {
      const bool back = &wanted == &portrait;
      if (back && fits_on_the_rest(flow, weight_of(section.blocks[i]), [&] { place_block(flow, section, i); }))
        continue;
      turn_to(flow, wanted);
    }
    place_block(flow, section, i);
  }
}

void place_section(Flow& flow, const Section& section, int level, Sheets sheets) {
  flow.type.now_in(name_of(section));
  const Sheet& wanted = sheet_for(flow, section);
  if (&wanted != &flow.sheet() && sheets == Sheets::as_wanted) {
    const auto as_it_is = [&] { place_section(flow, section, level, Sheets::as_they_are); };
    if (&wanted == &portrait && fits_on_the_rest(flow, weight_of(section), as_it_is)) return;
    if (flow.headings_wait()) flow.claim(0);  // A parent's heading that stays behind has text of its own.
    turn_to(flow, wanted);
  }
  const Within part(flow, Tag::sect);
  flow.wait(level, section);
  place_blocks(flow, section, sheets);
  for (const auto& below : section.sections) place_section(flow, below, level + 1, sheets);
  if (flow.headings_wait()) flow.claim(kBodyLeading);  // Nothing stands under it.
}

void place_outer(Flow& flow, const Section& section) {
  flow.type.now_in(name_of(section));
  const Sheet& sheet = sheet_for(flow, section);
  if (flow.draft.pages.empty()) {
    flow.start_page(sheet);
  } else if (!flow.at_top() || &flow.sheet() != &sheet) {
    const auto as_it_is = [&] { place_section(flow, section, 1, Sheets::as_they_are); };
    if (fits_on_the_rest(flow, weight_of(section), as_it_is)) return;
    if (&flow.sheet() != &sheet || flow.room() < flow.sheet().text_height() * kShareable) flow.start_page(sheet);
  }
  place_section(flow, section, 1, Sheets::as_wanted);
}

}  // namespace

void place_sections(Flow& flow, const std::vector<Section>& sections) {
  for (const Section& section : sections) place_outer(flow, section);
  flow.type.now_in("");
}

}  // namespace assize::render::pdf
