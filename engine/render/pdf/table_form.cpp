// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/table_form.h"

#include <algorithm>

#include "engine/render/pdf/column_widths.h"
#include "engine/render/pdf/flow.h"
#include "engine/render/pdf/record_table.h"

namespace assize::render::pdf {
namespace {

constexpr double kRowWhite = 1;          // Around the lines of a row, in lines.
constexpr double kComfortableLines = 7;  // An average row taller than this is a column of crumbs.
constexpr double kWorthTurning = 0.7;    // Of a landscape page.
constexpr double kMuchLess = 0.75;       // Of the paper, to leave the usual form for.

double pages(const ColumnNeeds& needs, double lines, double leading, const Sheet& sheet) {
  return static_cast<double>(needs.rows) * (lines + kRowWhite) * leading / (sheet.text_height() - 40);
}

double pages(const ColumnNeeds& needs, const TableSetting& setting, const Sheet& sheet) {
  return pages(needs, lines_a_row(needs, setting), leading_of(setting.size), sheet);
}

TableShape shape_of(const ColumnNeeds& needs, const TableForm& form) {
  const double upright = pages(needs, form.upright, portrait), across = pages(needs, form.across, landscape);
  const double record = lines_a_record(needs, portrait.text_width() * 0.7, kRecordSize) * 0.85 + kRowWhite;
  const double records = pages(needs, record, leading_of(kRecordSize), portrait);
  const bool crumbs = lines_a_row(needs, form.upright) > kComfortableLines;
  if (!form.upright.squeezed) {
    if (!crumbs || (upright <= across * 1.1 && upright <= records * 1.1)) return TableShape::upright;
    if (across < upright * kMuchLess && across <= records * 1.25 && across >= kWorthTurning) return TableShape::across;
    return records < upright * kMuchLess ? TableShape::records : TableShape::upright;
  }
  const bool good = !form.across.squeezed && lines_a_row(needs, form.across) <= kComfortableLines;
  if (good && across >= kWorthTurning) return TableShape::across;
  if (!form.across.squeezed && across <= records * 0.9) return TableShape::across;
  return TableShape::records;
}

}  // namespace

const TableForm& form_of(Flow& flow, const dossier::Table& table) {
  const auto known = flow.forms.find(&table);
  if (known != flow.forms.end()) return known->second;
  const ColumnNeeds needs = measure_columns(flow, table);
  TableForm form;
  form.upright = set_columns(needs, portrait.text_width());
  form.across = set_columns(needs, landscape.text_width());
  if (!table.rows.empty() && table.columns.size() > 1) form.shape = shape_of(needs, form);
  return flow.forms.emplace(&table, form).first->second;
}

}  // namespace assize::render::pdf
