// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/compose.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/dossier/cells.h"
#include "engine/dossier/draw_table.h"
#include "engine/dossier/figures.h"
#include "engine/dossier/fill.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/read_prose.h"
#include "engine/dossier/requirement_blocks.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"
#include "engine/input/read_tree.h"

namespace assize::dossier {
namespace {

using input::quote;
using input::Tree;

/// The rows of a list of gaps in front of a document.
const std::vector<std::string> gap_columns = {"about", "says", "to-do", "when"};

struct ProseFile {
  const input::Source* source = nullptr;
  bool used = false;
};

class Composer {
 public:
  Composer(const TemplateText& text, const View& view, const std::string& language)
      : view_(view), language_(language), requirements_(view) {
    for (const auto& source : text.prose) {
      const auto& name = source.name.text();
      const auto slash = name.find_last_of('/');
      prose_.emplace(slash == name.npos ? name : name.substr(slash + 1), ProseFile{&source, false});
    }
  }

  Document compose(const Tree& tree) {
    find_narratives(tree);
    auto document = frame(view_, input::text_at(tree, "id"), words(tree.find("title")), words(tree.find("subtitle")));
    document.language = language_;
    if (const auto* cover = tree.find("cover")) document.cover = facts(*cover);
    for (const auto* section : input::items_at(tree, "sections"))
      document.sections.push_back(compose_section(*section));
    for (const auto& [name, file] : prose_)
      if (!file.used)
        error("unused-prose", "no section of the template shows " + quote(name), {file.source->name, "", 1, 1, 1},
              "name it in a block `text:`, or remove it");
    settle_links(document);
    return document;
  }

  input::Diagnostics found;

 private:
  void error(std::string code, std::string message, const input::Place& place, std::string help = {}) {
    found.push_back({input::Severity::error, std::move(code), std::move(message), place, std::move(help)});
  }

  /// In the language of the document, with its placeholders filled.
  std::string words(const Tree* map) {
    if (!map) return {};
    const auto* said = map->find(language_);
    if (!said) {
      error("missing-language", "there are no words in language " + quote(language_) + " here", map->place);
      return {};
    }
    for (auto& wrong : check_placeholders(said->text, said->place, view_.values())) found.push_back(std::move(wrong));
    return fill(said->text, view_.values());
  }

  /// Narratives that some block shows, so that `others` are known before they are asked for.
  void find_narratives(const Tree& tree) {
    if (const auto* said = tree.find("narrative"); said && said->shape == Tree::Shape::text)
      shown_narratives_.insert(view_.project().catalogue.qualified(said->text));
    for (const auto& item : tree.items) find_narratives(item);
    for (const auto& member : tree.members) find_narratives(member.value);
  }

  Section compose_section(const Tree& tree) {
    Section section;
    section.id = input::text_at(tree, "id");
    section.number = input::text_at(tree, "number");
    section.title = words(tree.find("title"));
    if (!ids_.insert(section.id).second)
      error("duplicate-id", "section " + quote(section.id) + " stands in the template twice", tree.find("id")->place);
    if (const auto* asked = tree.find("requirement"))
      if (const auto* coverage = requirement(*asked)) requirements_.status(*coverage, section.blocks);
    for (const auto* block : input::items_at(tree, "blocks")) add_block(block->members.front(), section);
    for (const auto* inner : input::items_at(tree, "sections")) section.sections.push_back(compose_section(*inner));
    return section;
  }

  void add_block(const input::Member& block, Section& section) {
    const auto& [kind, place, value] = block;
    if (kind == "text") return add_text(value, section);
    if (kind == "facts") return section.blocks.emplace_back(facts(value)), void();
    if (kind == "table") return add_table(value, section);
    if (kind == "gaps") return add_gaps(value, section);
    if (kind == "figure") return add_figure(value, section);
    if (kind == "narratives") return add_other_narratives(section);
    const auto* coverage = requirement(value);
    if (!coverage) return;
    if (kind == "requirement") requirements_.status(*coverage, section.blocks);
    if (kind == "narrative") requirements_.narrative(*coverage, section.id, section.blocks);
  }

  const cover::Coverage* requirement(const Tree& said) {
    if (const auto* coverage = requirements_.coverage(said.text)) return coverage;
    std::vector<std::string> known;
    for (const auto& one : view_.assessment().coverage) known.push_back(one.id);
    error("unknown-requirement", quote(said.text) + " is no requirement or control of the catalogues", said.place,
          input::did_you_mean(said.text, known));
    return nullptr;
  }

  void add_text(const Tree& said, Section& section) {
    bool exists = false;
    for (auto& [file, prose] : prose_)  // In other languages too: used is used.
      if (file.starts_with(said.text + ".") && file.find('.') == said.text.size()) {
        prose.used = true;
        exists = exists || file == said.text + "." + language_ + ".md";
      }
    if (!exists) {
      std::vector<std::string> known;
      for (const auto& [file, prose] : prose_) known.push_back(file.substr(0, file.find('.')));
      error("missing-prose", "there is no file " + quote(said.text + "." + language_ + ".md") + " beside the template",
            said.place, input::did_you_mean(said.text, known));
      return;
    }
    const auto& source = *prose_.at(said.text + "." + language_ + ".md").source;
    auto wrong = input::check_text(source);
    for (auto& hole : check_placeholders(source, view_.values())) wrong.push_back(std::move(hole));
    found.insert(found.end(), wrong.begin(), wrong.end());
    if (!wrong.empty()) return;
    auto text = source.text;
    if (const auto end = text.find("-->"); text.starts_with("<!--") && end != text.npos)
      text.erase(0, end + 3);  // The licence.
    auto blocks = read_prose(text, section.id + "-" + said.text);
    fill(blocks, view_.values());
    section.blocks.insert(section.blocks.end(), std::make_move_iterator(blocks.begin()),
                          std::make_move_iterator(blocks.end()));
  }

  KeyFacts facts(const Tree& list) {
    KeyFacts all;
    for (const auto& pair : list.items) {
      const auto& name = pair.items[1];
      const auto value = view_.values().find(name.text);
      if (value != view_.values().end()) {
        all.facts.push_back(fact(pair.items[0].text, value->second));
        continue;
      }
      std::vector<std::string> known;
      for (const auto& [one, text] : view_.values()) known.push_back(one);
      error("unknown-placeholder", "there is no value called " + quote(name.text), name.place,
            input::did_you_mean(name.text, known));
    }
    return all;
  }

  /// The column, or nothing after a complaint.
  bool is_column(const ViewTable& table, const std::string& id, const input::Place& place) {
    if (table.column(id) >= 0) return true;
    std::vector<std::string> known;
    for (const auto& column : table.columns) known.push_back(column.id);
    auto help = input::did_you_mean(id, known);
    error("unknown-column", "table " + quote(table.id) + " has no column " + quote(id), place,
          help.empty() ? "it has: " + join(known) : help);
    return false;
  }

  std::vector<TableWish::Test> tests(const ViewTable& table, const Tree* map) {
    std::vector<TableWish::Test> all;
    if (!map) return all;
    for (const auto& member : map->members)
      if (is_column(table, member.key, member.key_place))
        all.push_back({member.key, input::texts_at(*map, member.key)});
    return all;
  }

  const ViewTable* table_named(const Tree& said) {
    if (const auto* table = view_.table(said.text)) return table;
    std::vector<std::string> known;
    for (const auto& table : view_.tables()) known.push_back(table.id);
    error("unknown-table", "there is no table " + quote(said.text), said.place, input::did_you_mean(said.text, known));
    return nullptr;
  }

  void add_table(const Tree& tree, Section& section) {
    const auto* from = table_named(*tree.find("of"));
    if (!from) return;
    TableWish wish;
    wish.id = input::text_at(tree, "id");
    if (wish.id.empty()) wish.id = section.id + "-" + from->id;
    for (const auto* column : input::items_at(tree, "columns")) {
      const auto* name = column->shape == Tree::Shape::map ? column->find("column") : column;
      if (!is_column(*from, name->text, name->place)) continue;
      wish.columns.push_back(name->text);
      if (name != column) wish.titles.emplace_back(name->text, words(column->find("title")));
    }
    wish.where = tests(*from, tree.find("where"));
    wish.except = tests(*from, tree.find("except"));
    if (const auto* sort = tree.find("sort"))
      if (is_column(*from, sort->text.substr(sort->text.starts_with('-') ? 1 : 0), sort->place)) wish.sort = sort->text;
    if (const auto* most = tree.find("most")) wish.most = static_cast<std::size_t>(most->integer);
    wish.anchors = input::true_at(tree, "anchors");
    wish.caption = words(tree.find("caption"));
    wish.when_empty = words(tree.find("when-empty"));
    draw(*from, wish, tree.place, section);
  }

  void draw(const ViewTable& from, const TableWish& wish, const input::Place& place, Section& section) {
    if (!ids_.insert(wish.id).second)
      error("duplicate-id", "two tables of the template are called " + quote(wish.id), place,
            "give one of them an `id:`");
    if (input::has_errors(found)) return;  // The wish may not be sound; the document is lost anyhow.
    auto drawn = draw_table(from, wish);
    const auto shown = drawn.table.rows.size();
    section.blocks.emplace_back(std::move(drawn.table));
    if (drawn.left_out == 0) return;
    Span rest;
    rest.text = "Shown are the first " + std::to_string(shown) + " of " + std::to_string(shown + drawn.left_out) + ".";
    rest.italic = true;
    section.blocks.emplace_back(Paragraph{{std::move(rest)}});
  }

  void add_gaps(const Tree& tree, Section& section) {
    const auto& gaps = *view_.table("gaps");
    TableWish wish;
    wish.id = section.id + "-gaps-" + std::to_string(section.blocks.size());
    wish.columns = gap_columns;
    wish.where = tests(gaps, tree.find("where"));
    wish.except = tests(gaps, tree.find("except"));
    wish.caption = words(tree.find("caption"));
    wish.when_empty = words(tree.find("when-empty"));
    draw(gaps, wish, tree.place, section);
  }

  void add_figure(const Tree& tree, Section& section) {
    const auto& said = tree.shape == Tree::Shape::map ? *tree.find("of") : tree;
    const auto* kind = figure_kind(said.text);
    if (!kind) {
      std::vector<std::string> known;
      for (const auto& one : figure_kinds) known.emplace_back(one.id);
      error("unknown-figure", "there is no figure " + quote(said.text), said.place, "it is one of: " + join(known));
      return;
    }
    const auto* captioned = &said == &tree ? nullptr : tree.find("caption");
    const auto caption = captioned ? words(captioned) : kind->caption;
    for (auto& figure : figures_of(*kind, view_, section.id + "-" + said.text, caption)) {
      if (!ids_.insert(figure.id).second)
        error("duplicate-id", "section " + quote(section.id) + " shows figure " + quote(said.text) + " twice",
              said.place);
      section.blocks.emplace_back(std::move(figure));
    }
  }

  void add_other_narratives(Section& section) {
    const auto before = section.blocks.size();
    for (const auto& narrative : view_.project().narratives) {
      if (shown_narratives_.contains(narrative.requirement)) continue;
      const auto* coverage = requirements_.coverage(narrative.requirement);
      if (!coverage) continue;  // read_project has refused it.
      Span heading;
      heading.text = coverage->id + " " + coverage->title;
      heading.bold = true;
      section.blocks.emplace_back(Paragraph{{std::move(heading)}});
      requirements_.narrative(*coverage, section.id + "-" + std::to_string(section.blocks.size()), section.blocks);
    }
    if (section.blocks.size() > before) return;
    Span none;
    none.text = "There are none.";
    section.blocks.emplace_back(Paragraph{{std::move(none)}});
  }

  const View& view_;
  const std::string& language_;
  RequirementBlocks requirements_;
  std::map<std::string, ProseFile> prose_;
  std::set<std::string> ids_, shown_narratives_;
};

}  // namespace

input::Result<Document> compose(const TemplateText& text, const View& view, const std::string& language) {
  const auto tree = input::read_tree(text.tree);
  if (!tree) return tree.diagnostics();
  auto faults = input::schema("template").check(tree.value());
  if (input::has_errors(faults)) return faults;
  Composer composer(text, view, language);
  auto document = composer.compose(tree.value());
  if (input::has_errors(composer.found)) return std::move(composer.found);
  return document;
}

}  // namespace assize::dossier
