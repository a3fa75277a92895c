// SPDX-License-Identifier: Apache-2.0
// What a template may say beside tables and prose: conditions, readers, drafts, languages, houses, and the blocks that
// are made of a table's rows.
#include "tests/dossier/sample.h"

#include <set>

using namespace sample;

static TemplateText template_with(const std::string& head, const std::string& sections,
                                  const std::vector<std::pair<std::string, std::string>>& prose = {}) {
  TemplateText text{{input::FileName("template.yaml"),
                     "format: assize/template/1\nid: try\ntitle: {en: Try}\n" + head + "sections:\n" + sections},
                    {}};
  for (const auto& [name, words] : prose) text.prose.push_back({input::FileName(name), words});
  return text;
}

static Document composed(const TemplateText& text, const Composing& wanted = {}) {
  auto result = compose(text, view(), wanted);
  for (const auto& fault : result.diagnostics())
    UNSCOPED_INFO(to_text(fault.place) << " " << fault.code << " " << fault.message);
  REQUIRE(result);
  return std::move(result).value();
}

static std::vector<std::string> titles(const Document& document) {
  std::vector<std::string> all;
  for (const auto& section : document.sections) all.push_back(section.title);
  return all;
}

static std::string count_of_risks() { return std::to_string(assessed().assessment.risks.size()); }

TEST_CASE("a condition holds of values, of rows, and of what is made of conditions") {
  const auto risks = count_of_risks();
  struct Case {
    std::string condition;
    bool holds;
  };
  const auto one = GENERATE_COPY(values<Case>({
      {"{value: count.risks, is: \"" + risks + "\"}", true},
      {"{value: count.risks, is: " + risks + "}", true},
      {"{value: count.risks, is: [x, \"" + risks + "\"]}", true},
      {"{value: count.risks, is: x}", false},
      {"{value: count.risks, above: 0}", true},
      {"{value: count.risks, above: " + risks + "}", false},
      {"{value: count.risks, below: " + risks + "}", false},
      {"{value: count.risks, above: 0, below: 100000}", true},
      {"{value: system.name, stated: true}", true},
      {"{value: system.name, stated: false}", false},
      {"{value: provider.authorised-representative, stated: false}", true},
      {"{rows: risks, are: some}", true},
      {"{rows: risks}", true},
      {"{rows: risks, are: none}", false},
      {"{rows: risks, where: {id: no-such}, are: none}", true},
      {"{rows: requirements, where: {pack: ai-act}, except: {pack: ai-act}, are: some}", false},
      {"{not: {rows: risks, are: none}}", true},
      {"{all: [{rows: risks}, {value: count.risks, above: 0}]}", true},
      {"{all: [{rows: risks}, {value: count.risks, is: x}]}", false},
      {"{any: [{value: count.risks, is: x}, {rows: risks}]}", true},
      {"{any: [{value: count.risks, is: x}]}", false},
  }));
  CAPTURE(one.condition);
  const auto document = composed(
      template_with("", "  - {id: a, title: {en: A}}\n  - {id: b, title: {en: B}, when: " + one.condition + "}\n"));
  CHECK(document.sections.at(1).title == (one.holds ? "B" : "What this document leaves out"));
  const auto block = composed(template_with(
      "", "  - {id: a, title: {en: A}, blocks: [{when: " + one.condition + ", facts: [[Name, system.name]]}]}\n"));
  CHECK(block.sections.at(0).blocks.size() == (one.holds ? 1 : 0));
}

TEST_CASE("faults of conditions are found where they stand, shown or not") {
  struct Case {
    const char *says, *sections, *code;
  };
  const auto one = GENERATE(values<Case>({
      {"no kind", "  - {id: a, title: {en: A}, when: {are: none}}\n", "unclear-condition"},
      {"two kinds", "  - {id: a, title: {en: A}, when: {rows: risks, value: count.risks}}\n", "unclear-condition"},
      {"nothing asked of a value", "  - {id: a, title: {en: A}, when: {value: count.risks}}\n", "unclear-condition"},
      {"text above a number", "  - {id: a, title: {en: A}, when: {value: system.name, above: 1}}\n",
       "unclear-condition"},
      {"a value that is none", "  - {id: a, title: {en: A}, when: {value: count.riks, above: 1}}\n",
       "unknown-placeholder"},
      {"a table that is none", "  - {id: a, title: {en: A}, when: {rows: riks}}\n", "unknown-table"},
      {"a column that is none", "  - {id: a, title: {en: A}, when: {rows: risks, where: {clas: x}}}\n",
       "unknown-column"},
      {"a reader that is none", "  - {id: a, title: {en: A}, for: [crowd]}\n", "unknown-reader"},
      {"a fault in a section that is not shown",
       "  - {id: a, title: {en: A}, when: {rows: risks, are: none}, blocks: [{figure: x}]}\n", "unknown-figure"},
      {"a fault in a block that is not shown",
       "  - {id: a, title: {en: A}, blocks: [{when: {rows: risks, are: none}, figure: x}]}\n", "unknown-figure"},
      {"a condition and no block", "  - {id: a, title: {en: A}, blocks: [{when: {rows: risks}}]}\n", "several-blocks"},
      {"a part of `all` is wrong", "  - {id: a, title: {en: A}, when: {all: [{rows: risks, are: none}, {rows: x}]}}\n",
       "unknown-table"},
  }));
  CAPTURE(one.says);
  const auto result = compose(template_with("", one.sections), view());
  CHECK_FALSE(result);
  CHECK(result.diagnostics().at(0).code == one.code);
  CHECK(result.diagnostics().at(0).place.line >= 5);
}

TEST_CASE("what a section says when its condition does not hold stands in its place") {
  const auto document = composed(template_with("",
                                               "  - {id: a, title: {en: A}, when: {rows: risks, are: none}, otherwise: "
                                               "{en: \"There are {{count.risks}}.\"}}\n"));
  CHECK(titles(document) == std::vector<std::string>{"A"});
  CHECK(plain(blocks_of<Paragraph>(document).at(0)->spans) == "There are " + count_of_risks() + ".");
}

TEST_CASE("a reader gets what is for all and what is for him; the rest is named at the end") {
  const auto text = template_with("readers: {board: {en: The board}, buyer: {en: A buyer}}\n",
                                  "  - {id: a, title: {en: All}}\n  - {id: b, title: {en: Board}, for: [board]}\n"
                                  "  - {id: c, title: {en: Buyer}, for: [buyer]}\n");
  using Titles = std::vector<std::string>;
  CHECK(titles(composed(text)) == Titles{"All", "Board", "Buyer"});
  const auto board = composed(text, {.reader = "board"});
  CHECK(titles(board) == Titles{"All", "Board", "What this document leaves out"});
  const auto* left_out = table_of(board, "left-out-sections");
  REQUIRE(left_out);
  CHECK(left_out->rows.at(0).at(1).text == "Buyer");
  CHECK(left_out->rows.at(0).at(2).text == "not for this reader");
  CHECK(plain(board.cover.facts.back().value) == "The board");
  const auto crowd = compose(text, view(), {.reader = "crowd"});
  CHECK_FALSE(crowd);
  CHECK(crowd.diagnostics().at(0).code == "unknown-reader");
}

TEST_CASE("a gap noted in a section that is not shown is noted where it is shown") {
  const auto document = composed(template_with(
      "",
      "  - {id: a, title: {en: A}, when: {rows: risks, are: none}, blocks: [{narrative: \"ai-act:Annex IV.4\"}]}\n"
      "  - {id: b, title: {en: B}, blocks: [{narrative: \"ai-act:Annex IV.4\"}]}\n"));
  REQUIRE(blocks_of<GapNote>(document).size() == 1);
}

TEST_CASE("a draft is marked across each page and on the cover, and refused when a final document is asked for") {
  const auto sections = "  - {id: a, title: {en: A}}\n";
  const auto head = [](const std::string& are) {
    return "draft: {unless: {rows: risks, are: " + are + "}, watermark: {en: DRAFT}, because: {en: risks are open}}\n";
  };
  const auto draft = composed(template_with(head("none"), sections));
  CHECK(draft.watermark == "DRAFT");
  CHECK(plain(draft.cover.facts.at(0).value) == "DRAFT: risks are open");
  CHECK(composed(template_with(head("some"), sections), {.final = true}).watermark.empty());
  const auto refused = compose(template_with(head("none"), sections), view(), {.final = true});
  CHECK_FALSE(refused);
  CHECK(refused.diagnostics().at(0).code == "not-final");
}

TEST_CASE("a house chooses chapters and their order, parts, colours and running lines") {
  const auto text =
      template_with("parts: {contents: false}\n",
                    "  - {id: a, title: {en: A}}\n  - {id: b, title: {en: B}}\n  - {id: c, title: {en: C}}\n");
  const auto house = read_house({input::FileName("style.yaml"),
                                 "format: assize/style/1\naccent: \"#0b5394\"\nheader: \"On {{system.name}}\"\n"
                                 "classification: Secret\nparts: {cover: false}\nchapters: {try: [c, a]}\n"});
  REQUIRE(house);
  const auto document = composed(text, {.house = &house.value()});
  CHECK(titles(document) == std::vector<std::string>{"C", "A", "What this document leaves out"});
  CHECK(table_of(document, "left-out-sections")->rows.at(0).at(2).text == "left out by the style of the house");
  CHECK_FALSE(document.parts.cover);
  CHECK_FALSE(document.parts.contents);
  CHECK(document.parts.lists);
  CHECK(document.style.accent == "#0b5394");
  CHECK(document.style.header == "On Ticket *Desk*");
  CHECK(document.classification == "Secret");

  const auto wrong = read_house({input::FileName("style.yaml"), "format: assize/style/1\nchapters: {try: [c, x]}\n"});
  REQUIRE(wrong);
  const auto refused = compose(text, view(), {.house = &wrong.value()});
  CHECK_FALSE(refused);
  CHECK(refused.diagnostics().at(0).code == "unknown-section");
  CHECK(to_text(refused.diagnostics().at(0).place) == "style.yaml:2:21");
  CHECK_FALSE(read_house({input::FileName("style.yaml"), "format: assize/style/1\naccent: blue\n"}));
}

static Words words_of(const std::string& text) {
  auto words = Words::read("de", {{input::FileName("words.de.yaml"), "format: assize/words/1\nlanguage: de\n" + text}});
  for (const auto& fault : words.diagnostics()) UNSCOPED_INFO(to_text(fault.place) << " " << fault.message);
  REQUIRE(words);
  return std::move(words).value();
}

TEST_CASE("in another language all that the template and the engine say is in it, and tests on rows still hold") {
  const auto words = words_of(
      "complete: true\ndate: \"{dd}.{mm}.{yyyy}\"\n"
      "words: {Try: Versuch, \"On {{as-of}}\": \"Am {{as-of}}\", Name: Bezeichnung, Risk: Risiko, not stated: keine "
      "Angabe,"
      " Representative: Bevollmächtigter, Contents: Inhalt, Objective: Ziel}\n");
  const auto text =
      template_with("cover: [[Name, system.name], [Representative, provider.authorised-representative]]\n",
                    "  - {id: a, title: {en: \"On {{as-of}}\", fr: \"Au {{as-of}}\"}, blocks: [{text: why}, {table: "
                    "{of: risks, columns: [id, "
                    "{column: title, title: {en: Name}}], where: {id: \"" +
                        assessed().assessment.risks.front().id + "\"}, when-empty: {en: Name}}}]}\n",
                    {{"why.en.md", "English"}, {"why.de.md", "Deutsch am {{as-of}}"}});
  const auto document = composed(text, {.words = &words});
  CHECK(document.language == "de");
  CHECK(document.title == "Versuch");
  CHECK(document.labels.contents == "Inhalt");
  CHECK(document.cover.facts.at(0).term == "Bezeichnung");
  CHECK(plain(document.cover.facts.at(1).value) == "keine Angabe");
  CHECK(document.sections.at(0).title.starts_with("Am "));
  CHECK(document.sections.at(0).title.find('-') == std::string::npos);  // The day in the way of the language.
  CHECK(plain(blocks_of<Paragraph>(document).at(0)->spans).starts_with("Deutsch am "));
  const auto& table = *blocks_of<Table>(document).at(0);
  CHECK(table.columns.at(0).title == "Risiko");
  CHECK(table.columns.at(1).title == "Bezeichnung");
  CHECK(table.rows.size() == 1);
}

TEST_CASE("a complete language lacks nothing; another one has English where it lacks something, and tells") {
  const auto text = template_with("", "  - {id: a, title: {en: A}, blocks: [{text: why}]}\n", {{"why.en.md", "Text"}});
  const auto complete = words_of("complete: true\nwords: {Try: Versuch}\n");
  const auto refused = compose(text, view(), {.words = &complete});
  CHECK_FALSE(refused);
  std::vector<std::string> codes;
  for (const auto& fault : refused.diagnostics()) codes.push_back(fault.code);
  CHECK(codes == std::vector<std::string>{"missing-language", "missing-prose"});
  const auto partial = words_of("words: {Try: Versuch}\n");
  std::set<std::string> untranslated;
  const auto document = composed(text, {.words = &partial, .untranslated = &untranslated});
  CHECK(document.title == "Versuch");
  CHECK(document.sections.at(0).title == "A");
  CHECK(plain(blocks_of<Paragraph>(document).at(0)->spans) == "Text");
  CHECK(untranslated.contains("A"));
}

TEST_CASE("a checklist ticks the rows that are done") {
  const auto document = composed(template_with("",
                                               "  - {id: a, title: {en: A}, blocks: [{checklist: {of: requirements, "
                                               "item: id, columns: [state], done: {standing: "
                                               "[evidenced, claimed]}, where: {pack: ai-act}}}]}\n"));
  const auto& table = *blocks_of<Table>(document).at(0);
  std::size_t ticked = 0;
  const auto& from = *view().table("requirements");
  std::map<std::string, std::string> standing;
  for (std::size_t row = 0; row < from.rows; ++row)
    standing[from.cell(row, static_cast<std::size_t>(from.column("id"))).text] =
        from.cell(row, static_cast<std::size_t>(from.column("standing"))).text;
  for (const auto& row : table.rows) {
    const auto& said = standing.at(row.at(1).text);
    const bool done = said == "evidenced" || said == "claimed";
    if (row.at(0).text != (done ? "☑" : "☐")) FAIL(row.at(1).text);
    ticked += done ? 1 : 0;
  }
  CHECK(ticked > 0);
  CHECK(ticked < table.rows.size());
}

TEST_CASE("a matrix counts each row once in its cell, and a wide one goes on in further tables") {
  const auto document = composed(template_with(
      "", "  - {id: a, title: {en: A}, blocks: [{matrix: {of: risks, rows: family, columns: element}}]}\n"));
  const auto tables = blocks_of<Table>(document);
  double counted = 0;
  std::set<std::string> heads;
  for (const auto* table : tables) {
    CHECK(table->columns.size() <= 11);
    for (std::size_t i = 1; i < table->columns.size(); ++i) CHECK(heads.insert(table->columns[i].id).second);
    for (const auto& row : table->rows)
      for (std::size_t i = 1; i < row.size(); ++i) counted += row[i].number;
  }
  CHECK(counted == static_cast<double>(assessed().assessment.risks.size()));
}

TEST_CASE("findings show each row with its facts, and leave out what a row does not say") {
  const auto document = composed(template_with(
      "",
      "  - {id: a, title: {en: A}, blocks: [{findings: {of: gaps, title: says, columns: [about, when, to-do], "
      "when-empty: {en: None.}}}]}\n"));
  CHECK(blocks_of<Paragraph>(document).size() == assessed().assessment.gaps.size());
  for (const auto* facts : blocks_of<KeyFacts>(document))
    for (const auto& fact : facts->facts) CHECK_FALSE(plain(fact.value).empty());
  const auto none = composed(template_with(
      "",
      "  - {id: a, title: {en: A}, blocks: [{findings: {of: gaps, title: says, columns: [about], where: {id: x}, "
      "when-empty: {en: None.}}}]}\n"));
  CHECK(plain(blocks_of<Paragraph>(none).at(0)->spans) == "None.");
}
