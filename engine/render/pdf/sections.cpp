// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/sections.h"

#include <algorithm>
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

void place(Flow& flow, const dossier::Paragraph& block) { place_paragraph(flow, block); }
void place(Flow& flow, const dossier::List& block) { place_list(flow, block); }
void place(Flow& flow, const dossier::Preformatted& block) { place_preformatted(flow, block); }
void place(Flow& flow, const dossier::GapNote& block) { place_gap_note(flow, block); }
void place(Flow&, const dossier::KeyFacts&) {}  // Placed with what follows in mind.
void place(Flow& flow, const dossier::Table& block) { place_table(flow, block); }
void place(Flow& flow, const dossier::Figure& block) { place_figure(flow, block); }

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

/// What of the block must stand on the page where the one before it ends.
double kept_after(Flow& flow, const Section& section, std::size_t next) {
  if (next >= section.blocks.size()) return 0;
  const auto* note = std::get_if<dossier::GapNote>(&section.blocks[next]);
  return note != nullptr ? least_height(flow, *note) : 0;
}

void place_blocks(Flow& flow, const Section& section) {
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    if (const auto* facts = std::get_if<dossier::KeyFacts>(&section.blocks[i]))
      place_key_facts(flow, *facts, kept_after(flow, section, i + 1));
    else
      std::visit([&](const auto& each) { place(flow, each); }, section.blocks[i]);
  }
}

/// Whether a section goes on the sheet it wants, or stays on the one that is there.
enum class Sheets { as_wanted, as_they_are };

void place_section(Flow& flow, const Section& section, int level, Sheets sheets);

/// Tries to set the whole section on what is left of the page. False: nothing was done.
bool fits_on_the_rest(Flow& flow, const Section& section, int level) {
  if (flow.headings_wait() || weight_of(section) >= kShortText) return false;
  const Flow::Mark before = flow.mark();
  place_section(flow, section, level, Sheets::as_they_are);
  if (flow.draft.pages.size() == before.pages) return true;
  flow.back_to(before);
  return false;
}

void place_section(Flow& flow, const Section& section, int level, Sheets sheets) {
  const Sheet& wanted = sheet_for(flow, section);
  if (&wanted != &flow.sheet() && sheets == Sheets::as_wanted) {
    if (&wanted == &portrait && flow.room() > flow.sheet().text_height() * kWorthTrying &&
        fits_on_the_rest(flow, section, level))
      return;
    if (flow.headings_wait()) flow.claim(0);  // A parent's heading that stays behind has text of its own.
    flow.start_page(wanted);
  }
  const Within part(flow, Tag::sect);
  flow.wait(level, section);
  place_blocks(flow, section);
  for (const auto& below : section.sections) place_section(flow, below, level + 1, sheets);
  if (flow.headings_wait()) flow.claim(kBodyLeading);  // Nothing stands under it.
}

void place_outer(Flow& flow, const Section& section) {
  const Sheet& sheet = sheet_for(flow, section);
  if (flow.draft.pages.empty()) {
    flow.start_page(sheet);
  } else if (!flow.at_top() || &flow.sheet() != &sheet) {
    const double room = flow.room() / flow.sheet().text_height();
    if (room > kWorthTrying && fits_on_the_rest(flow, section, 1)) return;
    if (&flow.sheet() != &sheet || room < kShareable) flow.start_page(sheet);
  }
  place_section(flow, section, 1, Sheets::as_wanted);
}

}  // namespace

void place_sections(Flow& flow, const std::vector<Section>& sections) {
  for (const Section& section : sections) place_outer(flow, section);
}

}  // namespace assize::render::pdf
