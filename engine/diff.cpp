// SPDX-License-Identifier: Apache-2.0
#include "engine/diff.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace assize {
namespace {

using analyse::At;
using analyse::Level;
using catalogue::Method;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// By the words of the method, not by ranks: two packs may list the levels of a factor in another way.
bool is_same_level(const Method& one_method, const Level& one, const Method& other_method, const Level& other) {
  if (one.points != other.points || one.likelihood != other.likelihood || one.impact != other.impact ||
      one.risk != other.risk ||
      one_method.classes[at(one.risk_class)].id != other_method.classes[at(other.risk_class)].id)
    return false;
  if (one_method.intensities[at(one.intensity)].id != other_method.intensities[at(other.intensity)].id) return false;
  if (one_method.factors.size() != other_method.factors.size()) return false;
  for (std::size_t i = 0; i < one_method.factors.size(); ++i) {
    const auto &factor = one_method.factors[i], &other_factor = other_method.factors[i];
    if (factor.id != other_factor.id ||
        factor.levels[at(one.ranks[i])].id != other_factor.levels[at(other.ranks[i])].id)
      return false;
  }
  return true;
}

std::vector<At> levels_that_differ(const analyse::Risk& before, const analyse::Risk& after) {
  std::vector<At> levels;
  for (const auto level : analyse::all_levels)
    if (!is_same_method(*before.method, *after.method) ||
        !is_same_level(*before.method, before.at(level), *after.method, after.at(level)))
      levels.push_back(level);
  return levels;
}

/// The tables of one level, a pair of methods each, in the order in which the later register first has them.
class Tables {
 public:
  explicit Tables(At level) : level_(level) {}

  void count(const analyse::Risk& before, const analyse::Risk& after) {
    auto found = std::find_if(tables_.begin(), tables_.end(), [&](const auto& table) {
      return table.before == before.method && table.after == after.method;
    });
    if (found == tables_.end()) {
      const std::vector<int> row(after.method->classes.size(), 0);
      tables_.push_back(
          {level_, before.method, after.method, std::vector<std::vector<int>>(before.method->classes.size(), row)});
      found = tables_.end() - 1;
    }
    ++found->counts[at(before.at(level_).risk_class)][at(after.at(level_).risk_class)];
  }

  void append_telling(std::vector<Difference::CrossTable>& to) {
    for (auto& table : tables_)
      if (!is_same_method(*table.before, *table.after) || some_moved(table)) to.push_back(std::move(table));
  }

 private:
  static bool some_moved(const Difference::CrossTable& table) {
    for (std::size_t row = 0; row < table.counts.size(); ++row)
      for (std::size_t column = 0; column < table.counts[row].size(); ++column)
        if (table.counts[row][column] > 0 && table.before->classes[row].id != table.after->classes[column].id)
          return true;
    return false;
  }

  At level_;
  std::vector<Difference::CrossTable> tables_;
};

void compare_gaps(const std::vector<cover::Gap>& before, const std::vector<cover::Gap>& after, Difference& made) {
  std::map<std::string, const cover::Gap*> earlier, later;
  for (const auto& gap : before) earlier.emplace(gap.id(), &gap);
  for (const auto& gap : after) {
    if (!later.emplace(gap.id(), &gap).second) continue;
    const auto known = earlier.find(gap.id());
    if (known == earlier.end())
      made.gaps_added.push_back(&gap);
    else if (known->second->weight != gap.weight)
      made.gaps_changed.push_back({known->second, &gap});
  }
  for (const auto& gap : before)
    if (!later.contains(gap.id()) && earlier.at(gap.id()) == &gap) made.gaps_removed.push_back(&gap);
}

}  // namespace

bool is_same_method(const Method& one, const Method& other) {
  return std::tie(one.id, one.version) == std::tie(other.id, other.version);
}

bool Difference::is_empty() const {
  return added.empty() && removed.empty() && changed.empty() && gaps_added.empty() && gaps_removed.empty() &&
         gaps_changed.empty();
}

Difference diff(const Assessment& before, const Assessment& after) {
  Difference made;
  std::map<std::string, const treat::Row*> earlier, later;
  for (const auto& row : before.risk_register.rows) earlier.emplace(row.risk->id, &row);
  std::vector<Tables> tables(analyse::all_levels.begin(), analyse::all_levels.end());
  for (const auto& row : after.risk_register.rows) {
    later.emplace(row.risk->id, &row);
    const auto known = earlier.find(row.risk->id);
    if (known == earlier.end()) {
      made.added.push_back(&row);
      continue;
    }
    const auto& old = *known->second;
    Difference::RiskChange change{&old, &row, levels_that_differ(*old.risk, *row.risk), old.decision != row.decision};
    for (auto& table : tables) table.count(*old.risk, *row.risk);
    if (change.levels.empty() && !change.decision)
      ++made.unchanged;
    else
      made.changed.push_back(std::move(change));
  }
  for (const auto& row : before.risk_register.rows)
    if (!later.contains(row.risk->id)) made.removed.push_back(&row);
  for (auto& table : tables) table.append_telling(made.tables);
  compare_gaps(before.gaps, after.gaps, made);
  return made;
}

}  // namespace assize
