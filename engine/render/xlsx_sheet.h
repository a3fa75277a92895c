// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"
#include "engine/render/tone_rules.h"
#include "engine/render/workbook.h"
#include "engine/render/xlsx_lists.h"
#include "engine/render/xlsx_places.h"

namespace assize::render {

/// What a document loses on its way into cells: told once a kind, not once for each of a hundred thousand cells.
class Losses {
 public:
  enum class Kind { control, cut, link, note };
  void add(Kind kind, const std::string& where);
  /// As warnings, in the order of the kinds.
  input::Diagnostics told() const;

 private:
  struct Count {
    std::size_t cells = 0;
    std::string first;
  };
  std::map<Kind, Count> counts_;
};

/// What stands on each printed page.
struct PageMatter {
  std::string title, classification;  ///< In the head.
  std::string identity;               ///< In the foot.
  std::string page;                   ///< As Labels::page.
  bool landscape = true;
};

/// What the sheets of a workbook share.
struct Surroundings {
  const Anchors& anchors;
  const ChoiceLists& lists;
  std::string lists_sheet;  ///< Name of the sheet that holds them.
  std::string to_edit;      ///< As Labels::to_edit.
};

/// Fills one worksheet. Each call of the library that fails is kept, as the first `error()`.
class Sheet {
 public:
  Sheet(Workbook& book, const std::string& name, Losses& losses);

  /// Header frozen, repeated in print and with a filter; rows typed; tones by rule where `words` has them; values to
  /// choose from. Where a table can be edited, all other columns are locked, without a password.
  void fill(const dossier::Table& table, const std::vector<ToneWords>& words, const Surroundings& around);
  /// The table as text, as `assize import` takes it for the state that was sent out; and nobody else sees it.
  void fill_as_sent(const dossier::Table& table);
  /// A column for each list; hidden.
  void fill_lists(const ChoiceLists& lists);
  void fill_about(const About& about, const Anchors& anchors);
  /// Neutralised text in a cell; `where` names it should something be lost.
  void text(std::size_t row, std::size_t column, const std::string& text, const CellLook& look,
            const std::string& where);
  /// Width in characters.
  void width(std::size_t column, double width);
  void page(const PageMatter& matter);
  lxw_error error() const { return error_; }

 private:
  void header(const dossier::Table& table, std::size_t column, const std::string& to_edit);
  void cell(const dossier::Table& table, std::size_t row, std::size_t column, const ToneWords& words,
            const Anchors& anchors);
  /// Whether the cell is now a link that shows `shown`.
  bool link(std::size_t row, std::size_t column, const std::string& target, const std::string& shown,
            lxw_format* format);
  void note(const dossier::Table& table, std::size_t row, std::size_t column);
  void rules(const dossier::Table& table, std::size_t column, const ToneWords& words);
  void choices(const dossier::Table& table, std::size_t column, const Surroundings& around);
  void protect();
  void check(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  Workbook& book_;
  lxw_worksheet* sheet_;
  Losses& losses_;
  lxw_error error_ = LXW_NO_ERROR;
  std::size_t links_ = 0;
  std::size_t notes_ = 0;
};

}  // namespace assize::render
