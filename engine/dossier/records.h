// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/assessment.h"
#include "engine/cost_benefit.h"
#include "engine/diff.h"
#include "engine/dossier/record.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

// What other programs build on: stable, every field always written, unknown is null.

/// Head of every answer: format, system, date, methods and packs with versions and digests.
Record::Map head_record(const Project& project, const Assessment& assessment, const char* format);
/// One risk: id, threat, element, method, objectives, reasons and levels.{inherent,claimed,evidenced,planned}; which
/// entries of the view `by` it stands under; which overrulings it rests on.
Record risk_record(const treat::Row& row, const Project& project, const Assessment& assessment,
                   const catalogue::View* by = nullptr);
/// Factors, points, rating, likelihood, impact, risk and class at one level, by their ids.
Record level_record(const analyse::Risk& risk, analyse::At at);
/// Number of risks per level and class.
Record counts_record(const Assessment& assessment);
Record gap_record(const cover::Gap& gap);
Record coverage_record(const cover::Coverage& coverage);
/// Every entry that a pack overrules in another, with what was there, what is there now, and why.
Record overrulings_record(const catalogue::Catalogue& catalogue);
/// `differs`, and what is added, removed, changed and unchanged, of risks and of gaps; after the heads of both sides.
Record::Map diff_record(const Project& earlier, const Assessment& before, const Project& later, const Assessment& after,
                        const Difference& difference);
/// The terms and the result of each countermeasure and of all planned ones together.
Record::Map cost_benefit_record(const Project& project, const Assessment& assessment, const CostBenefit& analysis);
/// All that a template sees: values, tables with a place for each cell that was said somewhere, names of figures. Its
/// schema is schemas/view.schema.json.
Record::Map view_record(const View& view);
Record place_record(const input::Place& place);

}  // namespace assize::dossier
