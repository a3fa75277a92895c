// SPDX-License-Identifier: Apache-2.0
#include "tests/dossier/sample.h"

#include <set>

using namespace sample;

TEST_CASE("every cell of every table can be asked for, and none breaks its promises") {
  REQUIRE(view().tables().size() > 25);
  std::set<std::string> tables;
  for (const auto& table : view().tables()) {
    CAPTURE(table.id);
    CHECK(tables.insert(table.id).second);
    CHECK_FALSE(table.title.empty());
    std::set<std::string> columns;
    for (const auto& column : table.columns) {
      CAPTURE(column.id);
      CHECK(columns.insert(column.id).second);
      CHECK_FALSE(column.title.empty());
      CHECK(column.width > 0);
    }
    bool sound = true;
    for (std::size_t row = 0; row < table.rows; ++row)
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto cell = table.cell(row, column);
        sound = sound && (cell.type == Cell::Type::empty) == cell.text.empty();
        if (cell.type == Cell::Type::integer)
          sound = sound && cell.text == std::to_string(static_cast<int>(cell.number));
        if (cell.type == Cell::Type::date) sound = sound && input::parse_date(cell.text).has_value();
      }
    CHECK(sound);
  }
}

TEST_CASE("the sample fills the tables that templates rely on") {
  for (const auto* id :
       {"risks",          "factors",        "elements",        "flows",        "boundaries",      "people-and-roles",
        "harms",          "assumptions",    "environment",     "misuse",       "lineage",         "metrics",
        "values",         "facts",          "implementations", "evidence",     "requirements",    "controls",
        "gaps",           "packs",          "sources",         "methods",      "method-factors",  "method-bands",
        "method-scales",  "method-classes", "unverified",      "class-counts", "coverage-counts", "classification",
        "open-questions", "provisions",     "presumption"}) {
    CAPTURE(id);
    REQUIRE(view().table(id));
    CHECK(view().table(id)->rows > 0);
  }
  CHECK(view().table("no-such-table") == nullptr);
  CHECK(view().table("risks")->column("no-such-column") == -1);
}

TEST_CASE("counts of the classes add up to the number of risks at each level") {
  const auto& counts = *view().table("class-counts");
  for (std::size_t level = 1; level <= 4; ++level) {
    CAPTURE(counts.columns[level].id);
    double sum = 0;
    for (std::size_t row = 0; row + 1 < counts.rows; ++row) sum += counts.cell(row, level).number;
    CHECK(sum == static_cast<double>(assessed().assessment.risks.size()));
    CHECK(counts.cell(counts.rows - 1, level).number == sum);
  }
}

TEST_CASE("a factor row belongs to the risk it names") {
  const auto& factors = *view().table("factors");
  std::size_t row = 0;
  for (const auto& one : assessed().assessment.risk_register.rows)
    for (std::size_t factor = 0; factor <= one.risk->method->factors.size(); ++factor, ++row) {
      const bool is_intensity = factor == one.risk->method->factors.size();
      const auto& method = *one.risk->method;
      const auto& inherent = one.risk->at(analyse::At::inherent);
      const auto level = is_intensity
                             ? method.intensities[static_cast<std::size_t>(inherent.intensity)].id
                             : method.factors[factor].levels[static_cast<std::size_t>(inherent.ranks[factor])].id;
      if (factors.cell(row, 0).text != one.risk->id || factors.cell(row, 3).text != level) FAIL("row " << row);
    }
  CHECK(row == factors.rows);
}

TEST_CASE("every cell of a method that was not read in the primary record is listed as such") {
  const auto& open = *view().table("unverified");
  const auto mark = static_cast<std::size_t>(open.column("mark"));
  for (std::size_t row = 0; row < open.rows; ++row) CHECK(open.cell(row, mark).text != "P");
  std::size_t levels = 0;
  for (const auto* method : {assessed().project.attack, assessed().project.hazard})
    for (const auto& factor : method->factors)
      for (const auto& level : factor.levels) levels += level.mark != catalogue::Mark::primary ? 1 : 0;
  CHECK(open.rows > levels);
}

TEST_CASE("what is not rated is said to be so") {
  const auto& values = *view().table("values");
  const auto rated = static_cast<std::size_t>(values.column("rated")),
             rating = static_cast<std::size_t>(values.column("rating"));
  int unrated = 0;
  for (std::size_t row = 0; row < values.rows; ++row)
    if (values.cell(row, rated).text == "no") {
      ++unrated;
      CHECK(values.cell(row, rating).text == "not rated");
    }
  CHECK(unrated > 0);
}

TEST_CASE("an excluded control says why, and no other is out") {
  const auto& controls = *view().table("controls");
  const auto column = [&](const char* id) { return static_cast<std::size_t>(controls.column(id)); };
  int out = 0;
  for (std::size_t row = 0; row < controls.rows; ++row)
    if (controls.cell(row, column("applies")).text == "no") {
      ++out;
      CHECK(controls.cell(row, column("id")).text == "iso27001:A.7.4");
      CHECK(controls.cell(row, column("reason")).text == "There are no premises.");
      CHECK(controls.cell(row, column("state")).text == "excluded");
    }
  CHECK(out == 1);
}
