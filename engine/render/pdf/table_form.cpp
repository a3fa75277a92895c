// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/table_form.h"

#include <algorithm>

#include "engine/render/pdf/column_widths.h"
#include "engine/render/pdf/flow.h"
#include "engine/render/pdf/record_table.h"

namespace assize::render::pdf {
namespace {

constexpr double kRowWhite = 1;          // Around the lines of a row, in lines.
constexpr double kComfortableLines = 4;  // A taller row makes the eye work: its paper counts for more.
constexpr double kTurning = 0.6;         // Pages that stay empty before and after a turned one.
constexpr double kWorthTurning = 0.6;    // Of a landscape page.
constexpr double kAlternative = 1.12;    // What the usual form may cost more than another before it is left.

double pages(const ColumnNeeds& needs, double lines, double leading, const Sheet& sheet) {
  return static_cast<double>(needs.rows) * (lines + kRowWhite) * leading / (sheet.text_height() - 40);
}

/// Pages that the columns take, and more when they are hard to read: crumbs of text in tall rows, or broken words.
double cost(const ColumnNeeds& needs, const TableSetting& setting, const Sheet& sheet) {
  const double lines = lines_a_row(needs, setting);
  const double trouble =
      1 + 0.08 * std::max(0.0, lines - kComfortableLines) + 0.8 * crumbs(needs, setting) + (setting.squeezed ? 1.5 : 0);
  return pages(needs, lines, leading_of(setting.size), sheet) * trouble;
}

TableShape shape_of(const ColumnNeeds& needs, const TableForm& form) {
  const double upright = cost(needs, form.upright, portrait), across = cost(needs, form.across, landscape) + kTurning;
  const double record = lines_a_record(needs, portrait.text_width() * 0.7, kRecordSize) * 0.85 + kRowWhite;
  const double records = pages(needs, record, leading_of(kRecordSize), portrait) * kAlternative;
  const bool turns =
      pages(needs, lines_a_row(needs, form.across), leading_of(form.across.size), landscape) > kWorthTurning &&
      !form.across.squeezed;
  if (turns && across * kAlternative < upright && across <= records * kAlternative) return TableShape::across;
  return records * kAlternative < upright ? TableShape::records : TableShape::upright;
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
