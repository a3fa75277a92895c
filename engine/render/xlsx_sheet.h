// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"
#include "engine/render/tone_rules.h"
#include "engine/render/workbook.h"

namespace assize::render {

/// `#ID` of a table or cell of the document -> its place as the library takes it, `internal:'Sheet'!B7`.
using Anchors = std::map<std::string, std::string>;
/// Rows and columns count from 0, the header is row 0.
std::string internal_link(const std::string& sheet, std::size_t row, std::size_t column);

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

/// Fills one worksheet. Each call of the library that fails is kept, as the first `error()`.
class Sheet {
 public:
  Sheet(Workbook& book, const std::string& name, Losses& losses);

  /// Header frozen, repeated in print and with a filter; rows typed; tones by rule where `words` has them.
  void fill(const dossier::Table& table, const std::vector<ToneWords>& words, const Anchors& anchors);
  /// Neutralised text in a cell; `where` names it should something be lost.
  void text(std::size_t row, std::size_t column, const std::string& text, const CellLook& look,
            const std::string& where);
  /// Width in characters.
  void width(std::size_t column, double width);
  void page(const std::string& header, const std::string& footer, bool landscape);
  lxw_error error() const { return error_; }

 private:
  void cell(const dossier::Table& table, std::size_t row, std::size_t column, const ToneWords& words,
            const Anchors& anchors);
  /// Whether the cell is now a link that shows `shown`.
  bool link(std::size_t row, std::size_t column, const std::string& target, const std::string& shown,
            lxw_format* format);
  void note(const dossier::Table& table, std::size_t row, std::size_t column);
  void rules(std::size_t rows, std::size_t column, const ToneWords& words);
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
