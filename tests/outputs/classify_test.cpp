// SPDX-License-Identifier: Apache-2.0
// What `assize classify --format json` answers keeps to its schema, and says what the text says.
#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

#include "engine/cli/command.h"
#include "engine/cli/commands.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/read_tree.h"

using namespace assize;

namespace {

struct Said {
  cli::ExitCode exit;
  std::string out, err;
};

Said classify(const std::string& example, const std::vector<std::string>& more) {
  std::ostringstream out, err;
  cli::World world{.out = out,
                   .err = err,
                   .today =
                       [] {
                         return input::Date{2026, 11, 20};
                       },
                   .data_folder = ASSIZE_SOURCE_DIR};
  std::vector<std::string> words{std::string(ASSIZE_SOURCE_DIR) + "/examples/" + example};
  words.insert(words.end(), more.begin(), more.end());
  const auto asked = cli::parse(cli::classify_command, words);
  REQUIRE(asked);
  const auto exit = cli::classify_command.run(asked.value(), world);
  return {exit, out.str(), err.str()};
}

}  // namespace

TEST_CASE("the four examples are classified, and the answer keeps to its schema") {
  struct Expected {
    std::string example, outcome, route;
    cli::ExitCode exit;
  };
  const auto one = GENERATE(values<Expected>({
      {"triage-assist", "High-risk (applies from 2027-12-02)", "Annex VI (internal control); notified body: no",
       cli::ExitCode::done},
      {"gate-face", "High-risk (applies from 2027-12-02)", "Annex VII; notified body: yes", cli::ExitCode::done},
      {"desk-agent", "Limited risk (transparency duties)", "No conformity assessment under this law; notified body: no",
       cli::ExitCode::done},
      {"husky-ai", "open: Limited risk (transparency duties), Minimal risk, Not an AI system, Out of scope",
       "No conformity assessment under this law; notified body: no", cli::ExitCode::falls_short},
  }));
  CAPTURE(one.example);
  const auto json = classify(one.example, {"--format", "json"});
  CHECK(json.exit == one.exit);
  CHECK(json.err.empty());
  const auto tree = input::read_json({input::FileName("classify.json"), json.out});
  REQUIRE(tree);
  const auto faults = input::schema("classify").check(tree.value());
  for (const auto& fault : faults) UNSCOPED_INFO(fault.code << " " << to_text(fault.place) << " " << fault.message);
  CHECK(faults.empty());
  const auto& head = tree.value().find("classification")->items.front();
  CHECK(input::text_at(head, "outcome") == one.outcome);
  CHECK(input::text_at(head, "route") == one.route);
  const auto text = classify(one.example, {});
  CHECK(text.exit == one.exit);
  CHECK(text.out.find("Outcome  " + one.outcome + "\n") != std::string::npos);
  CHECK(text.out.find("Route    " + one.route + "\n") != std::string::npos);
}

TEST_CASE("every reason of the examples names the place of the answer, and every gate that is passed cites the law") {
  for (const std::string example : {"triage-assist", "gate-face", "desk-agent"}) {
    const auto json = classify(example, {"--format", "json"});
    const auto tree = input::read_json({input::FileName("classify.json"), json.out});
    REQUIRE(tree);
    for (const auto* regime : input::items_at(tree.value(), "regimes"))
      for (const auto* gate : input::items_at(*regime, "gates")) {
        CAPTURE(example, input::text_at(*gate, "id"));
        if (input::text_at(*gate, "truth") == "open") continue;
        CHECK_FALSE(input::items_at(*gate, "cites").empty());
        CHECK_FALSE(input::items_at(*gate, "grounds").empty());
        for (const auto* ground : input::items_at(*gate, "grounds"))
          CHECK(input::text_at(*ground, "place").starts_with("system.yaml:"));
      }
  }
}
