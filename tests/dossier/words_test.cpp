// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/dossier/speaker.h"
#include "engine/dossier/words.h"

using namespace assize;
using namespace assize::dossier;

static input::Source file(const std::string& text, const std::string& head = "language: de\n") {
  return {input::FileName("words.de.yaml"), "format: assize/words/1\n" + head + text};
}

static Words german() {
  auto words = Words::read(
      "de", {file("complete: true\n"
                  "decimal: \",\"\n"
                  "date: \"{d}. {month} {yyyy}\"\n"
                  "months: [Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, "
                  "Dezember]\n"
                  "words:\n"
                  "  \"covered\": abgedeckt\n"
                  "  \"evidenced\": nachgewiesen\n"
                  "  \"is met by nothing\": wird durch nichts erfüllt\n"
                  "  \"open to all\": \"über alle offen\"\n"
                  "  \"lapsed on {date}\": \"seit {date} abgelaufen\"\n"
                  "  \"{what} lapsed on {date}\": \"{what}: seit {date} abgelaufen\"\n"
                  "  \"treats {risks} and {n} more\": \"behandelt {risks} und {n} weitere\"\n"
                  "  \"of {a} and {b}\": \"von {b} und {a}\"\n"
                  "  \"{{system.name}} {{system.version}}\": \"{{system.name}} {{system.version}}\"\n")});
  for (const auto& fault : words.diagnostics()) UNSCOPED_INFO(to_text(fault.place) << " " << fault.message);
  REQUIRE(words);
  return std::move(words).value();
}

TEST_CASE("a phrase is said whole, in pieces, as a list, behind a colon, with a capital") {
  struct Case {
    const char *english, *german;
  };
  const auto one = GENERATE(values<Case>({
      {"covered", "abgedeckt"},
      {"covered, evidenced", "abgedeckt, nachgewiesen"},
      {"covered; evidenced", "abgedeckt; nachgewiesen"},
      {"covered, and the rest", nullptr},  // Half a list in each language helps nobody.
      {"Is met by nothing", "Wird durch nichts erfüllt"},
      {"Open to all", "Über alle offen"},
      {"A.5.1: is met by nothing", "A.5.1: wird durch nichts erfüllt"},
      {"A.5.1: something else", nullptr},
      {"lapsed on 2026-03-09", "seit 9. März 2026 abgelaufen"},
      {"EV-001 lapsed on 2026-12-31", "EV-001: seit 31. Dezember 2026 abgelaufen"},
      {"lapsed on ", nullptr},  // A piece is never empty.
      {"treats A and B and 3 more", "behandelt A and B und 3 weitere"},
      {"of covered and evidenced", "von nachgewiesen und abgedeckt"},
      {"2026-03-09", "9. März 2026"},
      {"2026-13-09", nullptr},
      {"two words", nullptr},  // Placeholders of a template are no pieces: that key fits itself alone.
      {"", nullptr},
  }));
  CAPTURE(one.english);
  const auto said = german().say(one.english);
  CHECK(said.has_value() == (one.german != nullptr));
  if (one.german) CHECK(said.value_or("") == one.german);
}

TEST_CASE("numbers have the decimals of the language, and nothing else is taken for a number") {
  const auto words = german();
  CHECK(words.say_number("0.25").value_or("") == "0,25");
  CHECK(words.say_number("-12.5").value_or("") == "-12,5");
  for (const char* none : {"1.2.3", "A.5", "5", "1.", ".5", "1.5 h"}) {
    CAPTURE(none);
    CHECK_FALSE(words.say_number(none));
  }
}

TEST_CASE("faults of a words file are found at their place") {
  struct Case {
    const char* says;
    input::Source source;
    std::string code;
  };
  const auto one = GENERATE(values<Case>({
      {"another language", file("", "language: fr\n"), "words-of-another-language"},
      {"a piece lost", file("words: {\"due {date}\": fällig}\n"), "word-without-piece"},
      {"a piece too much", file("words: {\"due\": \"fällig {date}\"}\n"), "word-without-piece"},
      {"a placeholder lost", file("words: {\"on {{as-of}}\": am}\n"), "word-without-piece"},
      {"a phrase twice", file("words:\n  \"a b\": c\n  \"a b\": d\n"), "repeated-key"},
      {"an unknown key", file("wrds: {}\n"), "unknown-key"},
      {"a date without a year", file("date: \"{d}.{m}.\"\n"), "bad-pattern"},
  }));
  CAPTURE(one.says);
  const auto words = Words::read("de", {one.source});
  CHECK_FALSE(words);
  CHECK(words.diagnostics().at(0).code == one.code);
  CHECK(words.diagnostics().at(0).place.line > 0);
}

TEST_CASE("of two files the first wins") {
  const auto words = Words::read("de", {file("words: {\"risk\": Wagnis}\n"), file("words: {\"risk\": Risiko}\n")});
  REQUIRE(words);
  CHECK(words.value().say("risk").value_or("") == "Wagnis");
}

TEST_CASE("a speaker types cells by the language, keeps code and numbers, and remembers what it could not say") {
  const auto words = german();
  Speaker speaker(&words);
  Cell day{.type = Cell::Type::date, .text = "2026-03-09"};
  speaker.say(day);
  CHECK(day.text == "9. März 2026");
  CHECK(day.iso == "2026-03-09");
  Cell number{.type = Cell::Type::number, .text = "0.25", .number = 0.25};
  speaker.say(number);
  CHECK(number.text == "0,25");
  Cell whole{.type = Cell::Type::integer, .text = "7", .number = 7};
  speaker.say(whole);
  CHECK(whole.text == "7");
  Spans spans{{.text = "covered", .code = true}, {.text = "covered"}, {.text = "no such phrase"}, {.text = "A.5.1"}};
  speaker.say(spans);
  CHECK(spans[0].text == "covered");
  CHECK(spans[1].text == "abgedeckt");
  CHECK(spans[2].text == "no such phrase");
  CHECK(speaker.missed() == std::set<std::string>{"no such phrase"});
}

TEST_CASE("in English everything is said as it is, and nothing is missed") {
  Speaker speaker;
  Table table{.id = "t", .caption = "Covered", .columns = {{"a", "A title", 1}}, .rows = {{{.text = "covered"}}}};
  speaker.say(table);
  CHECK(table.caption == "Covered");
  CHECK(table.rows[0][0].text == "covered");
  CHECK(speaker.missed().empty());
}
