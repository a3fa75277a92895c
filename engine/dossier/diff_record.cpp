// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/records.h"

namespace assize::dossier {
namespace {

Record method_record(const catalogue::Method& method) {
  return Record::Map{{"id", method.id}, {"version", method.version}};
}

Record change_record(const Difference::RiskChange& change, const Assessment& after) {
  const auto &old = *change.before->risk, &now = *change.after->risk;
  Record::List levels;
  for (const auto level : change.levels)
    levels.push_back(Record::Map{
        {"level", name_of(level)}, {"before", level_record(old, level)}, {"after", level_record(now, level)}});
  return Record::Map{
      {"id", now.id},
      {"threat", now.scenario.threat->id},
      {"element", after.facts.name_of(now.scenario.subject)},
      {"methods", Record::Map{{"before", method_record(*old.method)}, {"after", method_record(*now.method)}}},
      {"levels", std::move(levels)},
      {"decision",
       Record::Map{{"before", name_of(change.before->decision)}, {"after", name_of(change.after->decision)}}}};
}

Record class_ids(const catalogue::Method& method) {
  Record::List ids;
  for (const auto& one : method.classes) ids.emplace_back(one.id);
  return ids;
}

Record table_record(const Difference::CrossTable& table) {
  Record::List rows;
  for (const auto& row : table.counts) {
    Record::List cells;
    for (const int count : row) cells.emplace_back(count);
    rows.emplace_back(std::move(cells));
  }
  return Record::Map{
      {"level", name_of(table.level)},
      {"before", Record::Map{{"method", method_record(*table.before)}, {"classes", class_ids(*table.before)}}},
      {"after", Record::Map{{"method", method_record(*table.after)}, {"classes", class_ids(*table.after)}}},
      {"counts", std::move(rows)}};
}

/// The head of one side, without its format.
Record side_record(const Project& project, const Assessment& assessment) {
  auto head = head_record(project, assessment, "");
  head.erase(head.begin());
  return head;
}

Record gaps_record(const std::vector<const cover::Gap*>& gaps) {
  Record::List list;
  for (const auto* gap : gaps) list.push_back(gap_record(*gap));
  return list;
}

Record rows_record(const std::vector<const treat::Row*>& rows, const Project& project, const Assessment& assessment) {
  Record::List list;
  for (const auto* row : rows) list.push_back(risk_record(*row, project, assessment));
  return list;
}

}  // namespace

Record::Map diff_record(const Project& earlier, const Assessment& before, const Project& later, const Assessment& after,
                        const Difference& difference) {
  Record::List changed, tables, gaps_changed;
  for (const auto& one : difference.changed) changed.push_back(change_record(one, after));
  for (const auto& one : difference.tables) tables.push_back(table_record(one));
  for (const auto& one : difference.gaps_changed)
    gaps_changed.push_back(Record::Map{{"id", one.after->id()},
                                       {"before", cover::name_of(one.before->weight)},
                                       {"after", cover::name_of(one.after->weight)}});
  return {{"format", "assize/diff/1"},
          {"before", side_record(earlier, before)},
          {"after", side_record(later, after)},
          {"differs", !difference.is_empty()},
          {"risks", Record::Map{{"added", rows_record(difference.added, later, after)},
                                {"removed", rows_record(difference.removed, earlier, before)},
                                {"changed", std::move(changed)},
                                {"unchanged", difference.unchanged}}},
          {"classes", std::move(tables)},
          {"gaps", Record::Map{{"added", gaps_record(difference.gaps_added)},
                               {"removed", gaps_record(difference.gaps_removed)},
                               {"changed", std::move(gaps_changed)}}}};
}

}  // namespace assize::dossier
