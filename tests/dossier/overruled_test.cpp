// SPDX-License-Identifier: Apache-2.0
// What a pack overrules in another shows wherever its numbers do, and nothing shows where nothing is overruled.
#include "tests/dossier/sample.h"

#include "engine/dossier/records.h"

using namespace sample;

namespace {

/// The sample, with a pack that sets the first factor of the worst attack to its mildest level.
const Assessed& overruled() {
  static const Assessed* once = [] {
    const auto& rows = assessed().assessment.risk_register.rows;
    const auto worst = std::find_if(rows.begin(), rows.end(),
                                    [](const auto& row) { return row.risk->method == assessed().project.attack; });
    REQUIRE(worst != rows.end());
    const auto& threat = *worst->risk->scenario.threat;
    const auto& factor = worst->risk->method->factors.front();
    auto given = project_text();
    given.packs.push_back(
        {{input::FileName("mine/pack.yaml"),
          "{format: assize/pack/1, id: mine, title: Mine, version: 1.0.0, licence: X, prefix: '', sources: [], "
          "verification: {state: judgement}, files: [a.yaml]}"},
         {{input::FileName("mine/a.yaml"), "format: assize/catalogue/1\noverrules: [{threat: " + threat.id +
                                               ", of: " + threat.pack + ", because: we measured it, set: {rating: {" +
                                               factor.id + ": {level: " + factor.levels.back().id +
                                               ", because: as measured}}}}]\n"}}});
    auto read = read_project(given);
    REQUIRE(read);
    auto* made = new Assessed{std::move(read).value(), {}};
    made->assessment = assess(made->project, *made->project.settings.as_of);
    return made;
  }();
  return *once;
}

int column(const Table& table, const std::string& id) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].id == id) return static_cast<int>(i);
  return -1;
}

}  // namespace

TEST_CASE("each form of the register marks the risks that rest on an overruling, and lists what was overruled") {
  const auto reader = GENERATE(RegisterFor::paper, RegisterFor::terminal, RegisterFor::spreadsheet);
  const View with(overruled().project, overruled().assessment);
  const auto document = register_document(with, reader);
  const auto& threat = overruled().project.catalogue.overrulings.at(0).id;
  const auto& risks = *sample::table_of(document, "risks");
  const int mark = column(risks, "overruled");
  REQUIRE(mark >= 0);
  int marked = 0;
  for (const auto& row : risks.rows) {
    const bool is_of_threat = row[0].text.starts_with(threat + "@");
    const auto& text = row[static_cast<std::size_t>(mark)].text;
    CHECK((text.find("mine: threat " + threat) != text.npos) == is_of_threat);
    marked += is_of_threat ? 1 : 0;
  }
  CHECK(marked > 0);
  const auto* list = sample::table_of(document, "overrulings");
  REQUIRE(list);
  REQUIRE(list->rows.size() == 2);  // The level, and its reason.
  CHECK(list->rows[1][static_cast<std::size_t>(column(*list, "after"))].text == "as measured");
  const auto without = register_document(view(), reader);
  CHECK(column(*sample::table_of(without, "risks"), "overruled") < 0);
  CHECK_FALSE(sample::table_of(without, "overrulings"));
}

TEST_CASE("dossiers have a section of what was overruled, or say that nothing was") {
  const auto* name = GENERATE("annex-iv", "tvra-report");
  const View with(overruled().project, overruled().assessment);
  const auto document = compose(shipped_template(name), with);
  REQUIRE(document);
  const auto* section = section_of(document.value(), "method-overrulings");
  REQUIRE(section);
  const auto& table = std::get<Table>(section->blocks.front());
  CHECK(table.rows.size() == 2);
  CHECK(table.rows[0][static_cast<std::size_t>(column(table, "because"))].text == "we measured it");
  const auto without = compose(shipped_template(name), view());
  REQUIRE(without);
  const auto& empty = std::get<Table>(section_of(without.value(), "method-overrulings")->blocks.front());
  CHECK(empty.rows.empty());
  CHECK_FALSE(empty.when_empty.empty());
}

TEST_CASE("for machines, overrulings stand in the head of every answer") {
  const auto head = head_record(overruled().project, overruled().assessment, "assize/register/1");
  const auto at = std::find_if(head.begin(), head.end(), [](const auto& one) { return one.first == "overrulings"; });
  REQUIRE(at != head.end());
  CHECK(std::get<Record::List>(at->second.value).size() == 1);
}
