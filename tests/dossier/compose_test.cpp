// SPDX-License-Identifier: Apache-2.0
#include "tests/dossier/sample.h"

#include <map>
#include <set>

using namespace sample;

/// A template with the given sections, and prose files.
static TemplateText template_with(const std::string& sections,
                                  const std::vector<std::pair<std::string, std::string>>& prose = {}) {
  TemplateText text{{input::FileName("template.yaml"),
                     "format: assize/template/1\nid: try\ntitle: {en: Try}\nsections:\n" + sections},
                    {}};
  for (const auto& [name, words] : prose) text.prose.push_back({input::FileName(name), words});
  return text;
}

TEST_CASE("each fault of a template is found at its place") {
  using Prose = std::vector<std::pair<std::string, std::string>>;
  struct Case {
    const char *says, *sections;
    Prose prose;
    std::vector<std::string> expected;
  };
  const auto one = GENERATE(values<Case>({
      {"a table that is none",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: riks, columns: [id]}}]}\n",
       {},
       {"unknown-table template.yaml:5:51"}},
      {"a column that is none",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [id, clas]}}]}\n",
       {},
       {"unknown-column template.yaml:5:72"}},
      {"a filter on no column",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [id], where: {clas: minor}}}]}\n",
       {},
       {"unknown-column template.yaml:5:81"}},
      {"a sort by no column",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [id], sort: -clas}}]}\n",
       {},
       {"unknown-column template.yaml:5:79"}},
      {"a figure that is none",
       "  - {id: a, title: {en: A}, blocks: [{figure: heatmap}]}\n",
       {},
       {"unknown-figure template.yaml:5:47"}},
      {"a requirement that is none",
       "  - {id: a, title: {en: A}, requirement: Annex V.9}\n",
       {},
       {"unknown-requirement template.yaml:5:42"}},
      {"a narrative to none",
       "  - {id: a, title: {en: A}, blocks: [{narrative: Annex V.9}]}\n",
       {},
       {"unknown-requirement template.yaml:5:50"}},
      {"a value that is none",
       "  - {id: a, title: {en: A}, blocks: [{facts: [[Name, system.nam]]}]}\n",
       {},
       {"unknown-placeholder template.yaml:5:54"}},
      {"a placeholder in a title",
       "  - {id: a, title: {en: \"{{systm.name}}\"}}\n",
       {},
       {"unknown-placeholder template.yaml:5:25"}},
      {"prose that is missing",
       "  - {id: a, title: {en: A}, blocks: [{text: why}]}\n",
       {},
       {"missing-prose template.yaml:5:45"}},
      {"prose in another language alone",
       "  - {id: a, title: {en: A}, blocks: [{text: why}]}\n",
       {{"why.de.md", "Text"}},
       {"missing-prose template.yaml:5:45"}},
      {"prose that nothing shows",
       "  - {id: a, title: {en: A}}\n",
       {{"why.en.md", "Text"}},
       {"unused-prose why.en.md:1:1"}},
      {"a placeholder in prose",
       "  - {id: a, title: {en: A}, blocks: [{text: why}]}\n",
       {{"why.en.md", "One\n\nTwo {{no.such}} three"}},
       {"unknown-placeholder why.en.md:3:5"}},
      {"a section twice",
       "  - {id: a, title: {en: A}}\n  - {id: a, title: {en: B}}\n",
       {},
       {"duplicate-id template.yaml:6:10"}},
      {"a table twice in a section",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [id]}}, {table: {of: risks, columns: "
       "[id]}}]}\n",
       {},
       {"duplicate-id template.yaml:5:83"}},
      {"an unknown block",
       "  - {id: a, title: {en: A}, blocks: [{txt: why}]}\n",
       {},
       {"unknown-key template.yaml:5:39"}},
      {"a block that is two",
       "  - {id: a, title: {en: A}, blocks: [{text: why, figure: heat-map}]}\n",
       {},
       {"several-blocks template.yaml:5:50"}},
      {"a table without columns",
       "  - {id: a, title: {en: A}, blocks: [{table: {of: risks}}]}\n",
       {},
       {"missing-key template.yaml:5:46"}},
      {"two faults at once",
       "  - {id: a, title: {en: A}, blocks: [{figure: x}, {table: {of: y, columns: [id]}}]}\n",
       {},
       {"unknown-figure template.yaml:5:47", "unknown-table template.yaml:5:64"}},
  }));
  CAPTURE(one.says);
  const auto composed = compose(template_with(one.sections, one.prose), view());
  CHECK_FALSE(composed);
  CHECK(faults(composed.diagnostics()) == one.expected);
}

TEST_CASE("a fault near the right word says so") {
  const auto composed =
      compose(template_with("  - {id: a, title: {en: A}, blocks: [{table: {of: riskss, columns: [id]}}]}\n"), view());
  CHECK(composed.diagnostics().at(0).help == "did you mean `risks`?");
}

static Document composed(const std::string& sections,
                         const std::vector<std::pair<std::string, std::string>>& prose = {}) {
  auto result = compose(template_with(sections, prose), view());
  for (const auto& fault : result.diagnostics()) UNSCOPED_INFO(to_text(fault.place) << " " << fault.message);
  REQUIRE(result);
  return std::move(result).value();
}

TEST_CASE("filters keep rows of which all tests hold") {
  const auto count = [](const std::string& filter) {
    const auto document = composed(
        "  - {id: a, title: {en: A}, blocks: [{table: {of: requirements, columns: [id, pack], " + filter + "}}]}\n");
    return blocks_of<Table>(document).at(0)->rows.size();
  };
  const auto all = view().table("requirements")->rows;
  const auto law = count("where: {pack: ai-act}");
  CHECK(law > 0);
  CHECK(law < all);
  CHECK(count("except: {pack: ai-act}") == all - law);
  CHECK(count("where: {pack: [ai-act, iso42001]}") == law + count("where: {pack: iso42001}"));
  CHECK(count("where: {pack: ai-act, kind: no-such-kind}") == 0);
}

TEST_CASE("a cell that lists several things fits with one of them") {
  const auto document = composed(
      "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [objectives], where: {objectives: "
      "integrity}}}]}\n");
  const auto& rows = blocks_of<Table>(document).at(0)->rows;
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) CHECK((", " + row[0].text + ",").find(", integrity,") != std::string::npos);
}

TEST_CASE("rows that are cut off are counted in a sentence") {
  const auto document =
      composed("  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [id], most: 2}}]}\n");
  CHECK(blocks_of<Table>(document).at(0)->rows.size() == 2);
  CHECK(plain(blocks_of<Paragraph>(document).at(0)->spans) ==
        "Shown are the first 2 of " + std::to_string(assessed().assessment.risks.size()) + ".");
}

TEST_CASE("rows are sorted by number, not by text") {
  const auto document = composed(
      "  - {id: a, title: {en: A}, blocks: [{table: {of: risks, columns: [inherent-points], sort: "
      "-inherent-points}}]}\n");
  double last = 1e9;
  for (const auto& row : blocks_of<Table>(document).at(0)->rows) {
    if (row[0].type != Cell::Type::integer) continue;
    CHECK(row[0].number <= last);
    last = row[0].number;
  }
}

TEST_CASE("the provider's words are printed, what is missing or a placeholder leaves a note with the gap's name") {
  const auto document = composed(
      "  - {id: a, title: {en: A}, blocks: [{narrative: \"ai-act:Annex IV.1(a)\"}]}\n"
      "  - {id: b, title: {en: B}, blocks: [{narrative: \"ai-act:Annex IV.2(g)\"}]}\n"
      "  - {id: c, title: {en: C}, blocks: [{narrative: \"ai-act:Annex IV.4\"}]}\n");
  const auto& written = section_of(document, "a")->blocks;
  REQUIRE(written.size() == 4);
  CHECK(plain(std::get<Paragraph>(written[0]).spans).starts_with("The desk sorts tickets by topic"));
  CHECK(std::get<List>(written[1]).items.size() == 2);
  CHECK(std::get<Table>(written[2]).rows.size() == 1);
  CHECK(plain(std::get<Paragraph>(written[3]).spans) == "<script>alert(1)</script> is text here.");
  CHECK(std::get<GapNote>(section_of(document, "b")->blocks.at(0)).id == "narrative-hollow:ai-act:Annex IV.2(g)");
  CHECK(std::get<GapNote>(section_of(document, "c")->blocks.at(0)).id == "narrative-missing:ai-act:Annex IV.4");
  for (const auto* note : blocks_of<GapNote>(document)) {
    const auto known = [&](const auto& gap) { return gap.id() == note->id; };
    CHECK(std::any_of(assessed().assessment.gaps.begin(), assessed().assessment.gaps.end(), known));
  }
}

TEST_CASE("a requirement shows how it stands, and notes each of its gaps once in a document") {
  const auto document = composed(
      "  - {id: a, title: {en: A}, requirement: \"ai-act:Art.9(2)(a)\"}\n"
      "  - {id: b, title: {en: B}, blocks: [{requirement: \"ai-act:Art.9(2)(a)\"}]}\n");
  const auto& first = section_of(document, "a")->blocks;
  const auto& facts = std::get<KeyFacts>(first.at(0)).facts;
  CHECK(facts.at(0).term == "State");
  CHECK(plain(facts.at(0).value) == "Covered, claimed; applies from 2027-12-02");  // By its text alone.
  REQUIRE(std::holds_alternative<GapNote>(first.at(1)));
  CHECK(std::get<GapNote>(first.at(1)).id == "requirement-claimed:ai-act:Art.9(2)(a)");
  CHECK(blocks_of<GapNote>(document).size() == 1);
  const auto& again = std::get<Paragraph>(section_of(document, "b")->blocks.at(1)).spans;
  CHECK(again.at(1).link == "#requirement-claimed:ai-act:Art.9(2)(a)");
}

TEST_CASE("statements that no block shows are printed where the others belong") {
  const auto document = composed(
      "  - {id: a, title: {en: A}, blocks: [{narrative: \"ai-act:Annex IV.1(a)\"}, {narrative: \"ai-act:Annex "
      "IV.2(g)\"}]}\n"
      "  - {id: b, title: {en: B}, blocks: [{narratives: others}]}\n");
  const auto& others = section_of(document, "b")->blocks;
  REQUIRE(others.size() == 2);
  CHECK(plain(std::get<Paragraph>(others[0]).spans).starts_with("ai-act:Art.9(2)(a)"));
  CHECK(plain(std::get<Paragraph>(others[1]).spans).starts_with("Hazards are collected"));
}

TEST_CASE("what looks like markup in a value is printed as it is") {
  const auto document = composed("  - {id: a, title: {en: \"Of {{system.name}}\"}, blocks: [{text: why}]}\n",
                                 {{"why.en.md", "Of **{{system.name}}**."}});
  CHECK(document.sections.at(0).title == "Of Ticket *Desk*");
  CHECK(plain(blocks_of<Paragraph>(document).at(0)->spans) == "Of Ticket *Desk*.");
}

/// All anchors of a document are different, and every link inside it leads to one of them. How many there are.
static std::size_t check_links(const Document& document) {
  std::multiset<std::string> anchors;
  std::set<std::string> links;
  const auto follow = [&](const std::string& link) {
    if (link.starts_with('#')) links.insert(link.substr(1));
  };
  each_section(document.sections, [&](const Section& section) {
    anchors.insert(section.id);
    for (const auto& block : section.blocks) {
      if (const auto* note = std::get_if<GapNote>(&block)) anchors.insert(note->id);
      if (const auto* figure = std::get_if<Figure>(&block)) anchors.insert(figure->id);
      if (const auto* paragraph = std::get_if<Paragraph>(&block))
        for (const auto& span : paragraph->spans) follow(span.link);
      if (const auto* list = std::get_if<List>(&block))
        for (const auto& item : list->items)
          for (const auto& span : item.spans) follow(span.link);
      if (const auto* facts = std::get_if<KeyFacts>(&block))
        for (const auto& fact : facts->facts)
          for (const auto& span : fact.value) follow(span.link);
      if (const auto* table = std::get_if<Table>(&block)) {
        anchors.insert(table->id);
        for (const auto& row : table->rows) {
          if (row.size() != table->columns.size()) FAIL(table->id);
          for (const auto& cell : row) {
            if (!cell.anchor.empty()) anchors.insert(cell.anchor);
            follow(cell.link);
          }
        }
      }
    }
  });
  for (const auto& anchor : anchors)
    if (anchors.count(anchor) > 1) FAIL("twice: " << anchor);
  for (const auto& link : links)
    if (anchors.count(link) == 0) FAIL("leads nowhere: " << link);
  return links.size();
}

static Document shipped(const std::string& name) {
  auto result = compose(shipped_template(name), view());
  for (const auto& fault : result.diagnostics())
    UNSCOPED_INFO(to_text(fault.place) << " " << fault.code << " " << fault.message);
  REQUIRE(result);
  return std::move(result).value();
}

TEST_CASE("the shipped templates compose, with sound links, the same twice") {
  const std::string name =
      GENERATE(as<std::string>{}, "annex-iv", "tvra-report", "declaration", "annex-vi", "annex-vii", "annex-viii",
               "instructions-for-use", "monitoring-plan", "rights-impact", "risk-treatment-plan", "evidence-matrix",
               "gap-report", "management-summary", "ai-risk-management", "impact-assessment", "soa-27001", "soa-42001",
               "cra-annex-vii", "review-report", "deficiency-letter");
  CAPTURE(name);
  const auto first = shipped(name), second = shipped(name);
  const bool of_review = name == "review-report" || name == "deficiency-letter";  // The sample has no review.
  CHECK((check_links(first) > 0) != of_review);
  const auto text = [](const Document& document) {
    std::string all;
    each_section(document.sections, [&](const Section& section) {
      all += section.id + section.number + section.title + "\n";
      for (const auto& block : section.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) all += plain(paragraph->spans) + "\n";
        if (const auto* table = std::get_if<Table>(&block))
          for (const auto& row : table->rows)
            for (const auto& cell : row)
              all += cell.text + "|" + cell.anchor + "|" + cell.link + "|" + cell.source + "\n";
        if (const auto* figure = std::get_if<Figure>(&block))
          for (const auto& shape : figure->shapes)
            if (const auto* line = std::get_if<Figure::Line>(&shape))
              for (const auto& point : line->points)
                all += std::to_string(point.x) + "," + std::to_string(point.y) + " ";
      }
    });
    return all;
  };
  CHECK(text(first) == text(second));
  CHECK(text(first).find("{{") == std::string::npos);
}

TEST_CASE(
    "the technical documentation has the official points of Annex IV in their order, and a note for each unwritten "
    "one") {
  const auto document = shipped("annex-iv");
  std::vector<std::string> shown;
  each_section(document.sections, [&](const Section& section) {
    if (section.id.starts_with("iv-") && !section.number.empty()) shown.push_back("Annex IV." + section.number);
  });
  std::vector<std::string> official;
  for (const auto& requirement : assessed().project.catalogue.requirements)
    if (requirement.numbering == "official" && requirement.id.starts_with("ai-act:Annex IV."))
      official.push_back(requirement.local_id);
  REQUIRE(official.size() > 20);
  CHECK(shown == official);
  std::set<std::string> notes;
  for (const auto* note : blocks_of<GapNote>(document)) notes.insert(note->id);
  for (const auto& gap : assessed().assessment.gaps)
    if (gap.code.starts_with("narrative-") && gap.about.starts_with("ai-act:Annex IV")) {
      CAPTURE(gap.id());
      CHECK(notes.contains(gap.id()));
    }
}

TEST_CASE("every gap stands in the list in front of the technical documentation, or in its section of controls") {
  const auto document = shipped("annex-iv");
  std::size_t listed = 0;
  for (const auto* table : blocks_of<Table>(document))
    if (table->id.starts_with("missing-gaps-")) listed += table->rows.size();
  std::size_t of_controls = 0;
  for (const auto& gap : assessed().assessment.gaps) of_controls += gap.code.starts_with("control-") ? 1 : 0;
  CHECK(listed + of_controls == assessed().assessment.gaps.size());
  const auto* controls = table_of(document, "controls-controls");
  REQUIRE(controls);
  CHECK(controls->rows.size() == of_controls);
}

TEST_CASE("the gap report lists every gap by its id, knows every kind, and puts each in the order of work") {
  const auto document = shipped("gap-report");
  const auto* all = table_of(document, "list-gaps");
  REQUIRE(all);
  CHECK(all->rows.size() == assessed().assessment.gaps.size());
  std::set<std::string> shown;
  for (const auto* table : blocks_of<Table>(document)) {
    if (table->id.starts_with("other-gaps-")) CHECK(table->rows.empty());
    if (table->id == "list-gaps" || table->id.starts_with("summary-")) continue;
    for (const auto& row : table->rows) shown.insert(row[0].text);
  }
  for (const auto& gap : assessed().assessment.gaps)
    if (!shown.contains(gap.about)) FAIL(gap.id());
}

TEST_CASE("a statement of applicability has one row per control of Annex A, each with a reason") {
  const auto [name, controls] = GENERATE(table<std::string, std::size_t>({{"soa-27001", 93}, {"soa-42001", 38}}));
  CAPTURE(name);
  const auto document = shipped(name);
  const auto* statement = table_of(document, "statement-controls");
  REQUIRE(statement);
  CHECK(statement->rows.size() == controls);
  for (const auto& row : statement->rows)
    if (row[3].text.empty()) FAIL(row[0].text);
}

TEST_CASE("the cyber resilience file has the points of Annex VII in their order, each with its state") {
  const auto document = shipped("cra-annex-vii");
  std::vector<std::string> shown;
  each_section(document.sections, [&](const Section& section) {
    if (section.id.starts_with("vii-") && !section.number.empty()) shown.push_back("Annex VII." + section.number);
  });
  std::vector<std::string> official;
  for (const auto& requirement : assessed().project.catalogue.requirements)
    if (requirement.id.starts_with("cra:Annex VII.")) official.push_back(requirement.local_id);
  REQUIRE(official.size() == 15);
  CHECK(shown == official);
}

TEST_CASE("the AI risk management report has the headings of clause 6 that the catalogue has, in their order") {
  const auto document = shipped("ai-risk-management");
  std::vector<std::string> shown, known;
  each_section(document.sections, [&](const Section& section) {
    if (section.id.starts_with("s6-") && !section.number.empty()) shown.push_back(section.number + " " + section.title);
  });
  for (const auto& requirement : assessed().project.catalogue.requirements)
    if (requirement.id.starts_with("iso23894:6.") && requirement.title != "General")
      known.push_back(requirement.local_id + " " + requirement.title);
  REQUIRE(known.size() == 21);
  CHECK(shown == known);
}
