// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/cost_benefit.h"
#include "engine/diff.h"
#include "engine/dossier/document.h"
#include "engine/dossier/house.h"
#include "engine/dossier/view.h"
#include "engine/dossier/words.h"
#include "engine/input/result.h"
#include "engine/input/source.h"

namespace assize::dossier {

/// A template's folder as text: template.yaml and the prose files beside it (`validation.en.md`).
struct TemplateText {
  input::Source tree;
  std::vector<input::Source> prose;
};

/// How a document is wanted. What is pointed to must outlive the composing; nothing is kept of it.
struct Composing {
  const Words* words = nullptr;  ///< Nothing: English.
  const House* house = nullptr;
  std::string asset = {};                    ///< The view is that of this element or flow alone; empty: of all.
  std::string reader = {};                   ///< One of the template's readers; empty: for nobody in particular.
  bool final = false;                        ///< A draft is then refused (`not-final`).
  std::set<std::string>* untranslated = {};  ///< Takes what had to stay English, the project's own words among it.
};

/// The document that a template makes of a view. Whatever the template names and the view has not, a hole, an unused
/// prose file, an unknown column, is an error with its place: nothing is left out in silence. Sections that a reader,
/// a house or a condition leaves out are listed at the end.
input::Result<Document> compose(const TemplateText& text, const View& view, const Composing& wanted = {});

/// Who reads a register: all have the same rows and numbers; paper has figures, a spreadsheet a cell for each value.
enum class RegisterFor { paper, terminal, spreadsheet };
/// The risk register: one table `risks`, worst first, and one table `legend` (methods, factors, levels, classes). Where
/// packs overrule others, a column says which risks rest on that, and a table `overrulings` says what. `by`: a view of
/// the catalogue; a column says which of its entries each risk stands under.
Document register_document(const View& view, RegisterFor reader, const catalogue::View* by = nullptr);
/// Requirements and controls not met or not evidenced, evidence that lapses before a date (empty: only what has
/// lapsed).
Document gaps_document(const View& view);
/// What changed between two assessments: risks, levels with both methods' words, classes crossed, gaps.
Document diff_document(const View& before, const View& after, const Difference& difference);
/// TVRA step 9: every term and the result, what is inferred marked so.
Document cost_benefit_document(const View& view, const CostBenefit& analysis);
/// Statement of applicability over the controls of one pack, one line each, in and out, with reasons.
Document soa_document(const View& view, const std::string& pack);

}  // namespace assize::dossier
