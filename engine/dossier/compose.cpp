// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/compose.h"

#include <algorithm>
#include <iterator>

#include "engine/dossier/cells.h"
#include "engine/dossier/composer.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/read_prose.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"
#include "engine/input/read_tree.h"

namespace assize::dossier {

using input::quote;
using input::Tree;

Composer::Composer(const TemplateText& text, const View& view, const Composing& wanted, const Tree& tree)
    : view_(view),
      wanted_(wanted),
      speaker_(wanted.words),
      names_(view, found),
      conditions_(names_, wanted.reader, tree.find("readers")),
      requirements_(view) {
  for (const auto& [name, value] : view.values())
    said_values_[name] = speaker_.say(value.empty() ? "not stated" : value);
  for (const auto& source : text.prose) {
    const auto& name = source.name.text();
    const auto slash = name.find_last_of('/');
    prose_.emplace(slash == name.npos ? name : name.substr(slash + 1), ProseFile{&source, false});
  }
}

Document Composer::compose(const Tree& tree) {
  check_reader(tree);
  find_narratives(tree);
  auto document = frame(view_, input::text_at(tree, "id"), words(tree.find("title")), words(tree.find("subtitle")));
  speaker_.say(document.cover);
  document.language = speaker_.language().id;
  speaker_.say(document.labels);
  if (const auto* cover = tree.find("cover")) document.cover = facts(*cover);
  dress(tree, document);
  mark_draft(tree, document);
  for (const auto* section : chapters(tree)) add_section(*section, document.sections);
  for (const auto& [name, file] : prose_)
    if (!file.used)
      names_.error("unused-prose", "no section of the template shows " + quote(name), {file.source->name, "", 1, 1, 1},
                   "name it in a block `text:`, or remove it");
  add_omissions(document);
  settle_links(document);
  return document;
}

/// In the language of the document: as the template says it, else as the words have it.
std::string Composer::words(const Tree* map) {
  if (!map) return {};
  const auto* english = map->find("en");
  const auto* said = map->find(speaker_.language().id);
  const auto& shown = said ? *said : *english;
  for (auto& wrong : check_placeholders(shown.text, shown.place, view_.values())) found.push_back(std::move(wrong));
  return fill(said ? said->text : phrase(english->text, english->place), said_values_);
}

std::string Composer::phrase(const std::string& english, const input::Place& place) {
  if (speaker_.is_english()) return english;
  if (const auto* exact = wanted_.words->exactly(english)) return *exact;
  const auto& language = speaker_.language();
  if (language.complete)
    names_.error("missing-language", quote(english) + " has no words in language " + quote(language.id), place,
                 "add it to words." + language.id + ".yaml beside the template");
  speaker_.miss(english);
  return english;
}

void Composer::check_reader(const Tree& tree) {
  if (wanted_.reader.empty()) return;
  const auto* readers = tree.find("readers");
  if (readers && readers->find(wanted_.reader)) return;
  std::vector<std::string> known;
  if (readers)
    for (const auto& one : readers->members) known.push_back(one.key);
  names_.error("unknown-reader", "the template is not made for a reader " + quote(wanted_.reader), tree.place,
               known.empty() ? "it has no `readers:`" : input::suggest(wanted_.reader, known));
}

void Composer::dress(const Tree& tree, Document& document) {
  const auto* parts = tree.find("parts");
  const auto choose = [&](bool& part, const char* name, std::optional<bool> house) {
    if (parts && parts->find(name)) part = input::true_at(*parts, name);
    if (house) part = *house;
  };
  const House nobody;
  const auto& house = wanted_.house ? *wanted_.house : nobody;
  choose(document.parts.cover, "cover", house.cover);
  choose(document.parts.contents, "contents", house.contents);
  choose(document.parts.lists, "lists", house.lists);
  choose(document.parts.identifiers, "identifiers", house.identifiers);
  document.style = house.style;
  document.style.header = fill(house.style.header, said_values_);
  document.style.footer = fill(house.style.footer, said_values_);
  if (!house.classification.empty()) document.classification = house.classification;
  if (!wanted_.asset.empty())
    document.cover.facts.push_back(fact(speaker_.say("Risks of this asset alone"), wanted_.asset));
  if (const auto* readers = tree.find("readers"); readers && !wanted_.reader.empty())
    if (const auto* title = readers->find(wanted_.reader))
      document.cover.facts.push_back(fact(speaker_.say("Made for"), words(title)));
}

void Composer::mark_draft(const Tree& tree, Document& document) {
  const auto* draft = tree.find("draft");
  if (!draft || conditions_.holds(*draft->find("unless"))) return;
  document.watermark = words(draft->find("watermark"));
  auto because = fact(speaker_.say("State"), document.watermark + ": " + words(draft->find("because")));
  because.tone = Tone::gap;
  document.cover.facts.insert(document.cover.facts.begin(), because);
  if (wanted_.final)
    names_.error("not-final", words(draft->find("because")), draft->place,
                 "without --final it is made with " + quote(document.watermark) + " across each page");
}

/// Sections of the first level, as the house orders them.
std::vector<const Tree*> Composer::chapters(const Tree& tree) {
  auto all = input::items_at(tree, "sections");
  if (!wanted_.house) return all;
  const auto choice = wanted_.house->chapters.find(input::text_at(tree, "id"));
  if (choice == wanted_.house->chapters.end()) return all;
  std::vector<const Tree*> chosen;
  std::vector<std::string> known;
  for (const auto* one : all) known.push_back(input::text_at(*one, "id"));
  for (const auto& wish : choice->second) {
    const auto at = std::find(known.begin(), known.end(), wish.value);
    if (at == known.end())
      names_.error("unknown-section", quote(wish.value) + " is no section of the first level of this template",
                   wish.place, input::suggest(wish.value, known));
    else
      chosen.push_back(all[static_cast<std::size_t>(at - known.begin())]);
  }
  for (const auto* one : all)
    if (std::find(chosen.begin(), chosen.end(), one) == chosen.end()) omit(*one, "left out by the style of the house");
  return chosen;
}

/// Narratives that some block shows, so that `others` are known before they are asked for.
void Composer::find_narratives(const Tree& tree) {
  if (const auto* said = tree.find("narrative"); said && said->shape == Tree::Shape::text)
    shown_narratives_.insert(view_.project().catalogue.qualified(said->text));
  for (const auto& item : tree.items) find_narratives(item);
  for (const auto& member : tree.members) find_narratives(member.value);
}

void Composer::omit(const Tree& section, const char* because) {
  try_section(section);
  omissions_.push_back({input::text_at(section, "number"), words(section.find("title")), speaker_.say(because)});
}

/// A section that is not shown: its faults are faults all the same, but nothing of it is remembered as shown.
void Composer::try_section(const Tree& section) {
  const auto ids = ids_;
  const auto omissions = omissions_;
  const auto noted = requirements_.noted();
  (void)compose_section(section);
  ids_ = ids;
  omissions_ = omissions;
  requirements_.set_noted(noted);
}

void Composer::add_omissions(Document& document) {
  if (omissions_.empty()) return;
  Table table;
  table.id = "left-out-sections";
  table.caption = speaker_.say("Sections that this document leaves out");
  table.columns = {{"number", speaker_.say("Number"), 1},
                   {"section", speaker_.say("Section"), 4},
                   {"because", speaker_.say("Because"), 3}};
  for (const auto& one : omissions_)
    table.rows.push_back({text_cell(one.number), text_cell(one.title), text_cell(one.because)});
  Section section{"left-out", "", speaker_.say("What this document leaves out"), {}, {}};
  section.blocks.emplace_back(std::move(table));
  document.sections.push_back(std::move(section));
}

void Composer::add_section(const Tree& tree, std::vector<Section>& sections) {
  if (const auto* readers = tree.find("for"); readers && !conditions_.is_for(*readers))
    return omit(tree, "not for this reader");
  if (const auto* when = tree.find("when"); when && !conditions_.holds(*when)) {
    const auto* otherwise = tree.find("otherwise");
    if (!otherwise) return omit(tree, "its condition does not hold");
    try_section(tree);
    Section section{input::text_at(tree, "id"), input::text_at(tree, "number"), words(tree.find("title")), {}, {}};
    Span says;
    says.text = words(otherwise);
    section.blocks.emplace_back(Paragraph{{std::move(says)}});
    return sections.push_back(std::move(section));
  }
  sections.push_back(compose_section(tree));
}

Section Composer::compose_section(const Tree& tree) {
  Section section;
  section.id = input::text_at(tree, "id");
  section.number = input::text_at(tree, "number");
  section.title = words(tree.find("title"));
  if (!ids_.insert(section.id).second)
    names_.error("duplicate-id", "section " + quote(section.id) + " stands in the template twice",
                 tree.find("id")->place);
  if (const auto* asked = tree.find("requirement"))
    if (const auto* coverage = requirement(*asked)) {
      requirements_.status(*coverage, section.blocks);
      say_new_blocks(section, 0);
    }
  for (const auto* block : input::items_at(tree, "blocks")) add_block(*block, section);
  for (const auto* inner : input::items_at(tree, "sections")) add_section(*inner, section.sections);
  return section;
}

void Composer::say_new_blocks(Section& section, std::size_t from) {
  for (auto i = from; i < section.blocks.size(); ++i) speaker_.say(section.blocks[i]);
}

void Composer::add_block(const Tree& block, Section& section) {
  const input::Member* shown = nullptr;
  for (const auto& member : block.members) {
    if (member.key == "when") continue;
    if (shown)
      names_.error("several-blocks", "a block is one thing, this is " + quote(shown->key) + " and " + quote(member.key),
                   member.key_place, "make a block of each");
    shown = &member;
  }
  if (!shown)
    return names_.error("several-blocks", "a block has a condition and nothing that it shows", block.place,
                        "add what it shows, such as `table:` or `text:`");
  const auto* when = block.find("when");
  if (!when || conditions_.holds(*when)) return add_block(*shown, section);
  Section nowhere{section.id, {}, {}, {}, {}};  // Its faults are faults all the same.
  const auto ids = ids_;
  const auto noted = requirements_.noted();
  add_block(*shown, nowhere);
  ids_ = ids;
  requirements_.set_noted(noted);
}

void Composer::add_block(const input::Member& block, Section& section) {
  const auto& [kind, place, value] = block;
  if (kind == "text") return add_text(value, section);
  if (kind == "facts") return section.blocks.emplace_back(facts(value)), void();
  if (kind == "table") return add_table(value, section);
  if (kind == "gaps") return add_gaps(value, section);
  if (kind == "checklist") return add_checklist(value, section);
  if (kind == "matrix") return add_matrix(value, section);
  if (kind == "findings") return add_findings(value, section);
  if (kind == "figure") return add_figure(value, section);
  if (kind == "narratives") return add_other_narratives(section);
  add_requirement(block, section);
}

void Composer::add_requirement(const input::Member& block, Section& section) {
  const auto* coverage = requirement(block.value);
  if (!coverage) return;
  const auto from = section.blocks.size();
  const bool own_words = block.key == "narrative" && requirements_.narrative(*coverage, section.id, section.blocks);
  if (block.key == "requirement") requirements_.status(*coverage, section.blocks);
  if (!own_words) say_new_blocks(section, from);
}

const cover::Coverage* Composer::requirement(const Tree& said) {
  if (const auto* coverage = requirements_.coverage(said.text)) return coverage;
  std::vector<std::string> known;
  for (const auto& one : view_.assessment().coverage) known.push_back(one.id);
  names_.error("unknown-requirement", quote(said.text) + " is no requirement or control of the catalogues", said.place,
               input::did_you_mean(said.text, known));
  return nullptr;
}

/// The prose in the language of the document; in a language that is not complete, the English where it has none.
const input::Source* Composer::prose(const Tree& said) {
  const auto& language = speaker_.language();
  for (auto& [file, one] : prose_)  // In other languages too: used is used.
    if (file.starts_with(said.text + ".") && file.find('.') == said.text.size()) one.used = true;
  const auto in = [&](const std::string& id) { return prose_.find(said.text + "." + id + ".md"); };
  if (const auto own = in(language.id); own != prose_.end()) return own->second.source;
  if (const auto english = in("en"); english != prose_.end() && !language.complete) return english->second.source;
  std::vector<std::string> known;
  for (const auto& [file, one] : prose_) known.push_back(file.substr(0, file.find('.')));
  names_.error("missing-prose",
               "there is no file " + quote(said.text + "." + language.id + ".md") + " beside the template", said.place,
               input::did_you_mean(said.text, known));
  return nullptr;
}

void Composer::add_text(const Tree& said, Section& section) {
  const auto* source = prose(said);
  if (!source) return;
  auto wrong = input::check_text(*source);
  for (auto& hole : check_placeholders(*source, view_.values())) wrong.push_back(std::move(hole));
  found.insert(found.end(), wrong.begin(), wrong.end());
  if (!wrong.empty()) return;
  auto text = source->text;
  if (const auto end = text.find("-->"); text.starts_with("<!--") && end != text.npos)
    text.erase(0, end + 3);  // The licence.
  auto blocks = read_prose(text, section.id + "-" + said.text);
  fill(blocks, said_values_);
  section.blocks.insert(section.blocks.end(), std::make_move_iterator(blocks.begin()),
                        std::make_move_iterator(blocks.end()));
}

KeyFacts Composer::facts(const Tree& list) {
  KeyFacts all;
  for (const auto& pair : list.items) {
    const auto& [term, name] = std::pair<const Tree&, const Tree&>(pair.items[0], pair.items[1]);
    const auto* value = names_.value(name);
    if (!value) continue;
    auto shown = fact(phrase(term.text, term.place), *value);
    shown.value.front().text = said_values_.at(name.text);
    all.facts.push_back(std::move(shown));
  }
  return all;
}

void Composer::add_figure(const Tree& tree, Section& section) {
  const auto& said = tree.shape == Tree::Shape::map ? *tree.find("of") : tree;
  const auto* kind = figure_kind(said.text);
  if (!kind) {
    std::vector<std::string> known;
    for (const auto& one : figure_kinds) known.emplace_back(one.id);
    return names_.error("unknown-figure", "there is no figure " + quote(said.text), said.place,
                        "it is one of: " + join(known));
  }
  auto figures = kind->draw(view_);
  for (auto& figure : figures) speaker_.say(figure);
  const auto* own = &said == &tree ? nullptr : tree.find("caption");
  name_figures(figures, section.id + "-" + said.text, own ? words(own) : speaker_.say(kind->caption));
  for (auto& figure : figures) {
    if (!ids_.insert(figure.id).second)
      names_.error("duplicate-id", "section " + quote(section.id) + " shows figure " + quote(said.text) + " twice",
                   said.place);
    section.blocks.emplace_back(std::move(figure));
  }
}

void Composer::add_other_narratives(Section& section) {
  const auto before = section.blocks.size();
  for (const auto& narrative : view_.project().narratives) {
    if (shown_narratives_.contains(narrative.requirement)) continue;
    const auto* coverage = requirements_.coverage(narrative.requirement);
    if (!coverage) continue;  // read_project has refused it.
    Span heading;
    heading.text = coverage->id + " " + speaker_.say(coverage->title);
    heading.bold = true;
    section.blocks.emplace_back(Paragraph{{std::move(heading)}});
    const auto from = section.blocks.size();
    if (!requirements_.narrative(*coverage, section.id + "-" + std::to_string(from), section.blocks))
      say_new_blocks(section, from);
  }
  if (section.blocks.size() > before) return;
  Span none;
  none.text = speaker_.say("There are none.");
  section.blocks.emplace_back(Paragraph{{std::move(none)}});
}

input::Result<Document> compose(const TemplateText& text, const View& view, const Composing& wanted) {
  const auto tree = input::read_tree(text.tree);
  if (!tree) return tree.diagnostics();
  auto faults = input::schema("template").check(tree.value());
  if (input::has_errors(faults)) return faults;
  Composer composer(text, view, wanted, tree.value());
  auto document = composer.compose(tree.value());
  if (wanted.untranslated)
    wanted.untranslated->insert(composer.speaker().missed().begin(), composer.speaker().missed().end());
  if (input::has_errors(composer.found)) return std::move(composer.found);
  return document;
}

}  // namespace assize::dossier
