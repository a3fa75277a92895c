// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/dossier/compose.h"
#include "engine/dossier/fill.h"
#include "engine/dossier/requirement_blocks.h"
#include "engine/dossier/speaker.h"
#include "engine/dossier/template_condition.h"
#include "engine/dossier/view_names.h"
#include "engine/input/tree.h"

namespace assize::dossier {

/// Makes one document of one template. Reads the tree from front to back and notes every complaint; the document is
/// sound only when there was none.
class Composer {
 public:
  Composer(const TemplateText& text, const View& view, const Composing& wanted, const input::Tree& tree);
  Document compose(const input::Tree& tree);
  const Speaker& speaker() const { return speaker_; }

  input::Diagnostics found;

 private:
  struct ProseFile {
    const input::Source* source = nullptr;
    bool used = false;
  };
  /// A section that this document has not, and why.
  struct Omission {
    std::string number, title, because;
  };

  // Words.
  std::string words(const input::Tree* map);
  std::string phrase(const std::string& english, const input::Place& place);

  // The document.
  void dress(const input::Tree& tree, Document& document);
  void mark_draft(const input::Tree& tree, Document& document);
  void check_reader(const input::Tree& tree);
  std::vector<const input::Tree*> chapters(const input::Tree& tree);
  void find_narratives(const input::Tree& tree);
  void add_omissions(Document& document);

  // Sections.
  void add_section(const input::Tree& tree, std::vector<Section>& sections);
  Section compose_section(const input::Tree& tree);
  void omit(const input::Tree& section, const char* because);
  void try_section(const input::Tree& section);

  // Blocks.
  void add_block(const input::Tree& block, Section& section);
  void add_block(const input::Member& block, Section& section);
  void add_requirement(const input::Member& block, Section& section);
  void add_text(const input::Tree& said, Section& section);
  const input::Source* prose(const input::Tree& said);
  KeyFacts facts(const input::Tree& list);
  void add_figure(const input::Tree& tree, Section& section);
  void add_other_narratives(Section& section);
  void say_new_blocks(Section& section, std::size_t from);
  const cover::Coverage* requirement(const input::Tree& said);

  // Blocks made of a table of the view: compose_table.cpp.
  void add_table(const input::Tree& tree, Section& section);
  void add_gaps(const input::Tree& tree, Section& section);
  void add_checklist(const input::Tree& tree, Section& section);
  void add_matrix(const input::Tree& tree, Section& section);
  void add_findings(const input::Tree& tree, Section& section);
  TableWish wish_of(const input::Tree& tree, const ViewTable& from, const Section& section);
  std::string column_at(const input::Tree& tree, const char* key, const ViewTable& from);
  bool may_draw(const TableWish& wish, const input::Place& place);
  DrawnTable draw(const ViewTable& from, const TableWish& wish);
  void add_rest(std::size_t shown, std::size_t left_out, Section& section);

  const View& view_;
  const Composing& wanted_;
  Speaker speaker_;
  ViewNames names_;
  TemplateCondition conditions_;
  RequirementBlocks requirements_;
  Values said_values_;  ///< The view's values in the language of the document; what is empty is "not stated" there.
  std::map<std::string, ProseFile> prose_;
  std::set<std::string> ids_, shown_narratives_;
  std::vector<Omission> omissions_;
};

}  // namespace assize::dossier
