// SPDX-License-Identifier: Apache-2.0
// The published threats of a real system are the yardstick of the catalogues: examples/husky-ai/yardstick.yaml says
// which of our risks correspond to each; this holds it against the walk.
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "engine/assessment.h"
#include "engine/cli/load_project.h"
#include "engine/input/fields.h"
#include "engine/input/read_tree.h"

using namespace assize;

TEST_CASE("each published threat of husky-ai is found by a risk of the walk, or the file says why not") {
  const std::string folder = std::string(ASSIZE_SOURCE_DIR) + "/examples/husky-ai";
  std::ostringstream text;
  text << std::ifstream(folder + "/yardstick.yaml").rdbuf();
  const auto tree = input::read_yaml({input::FileName("yardstick.yaml"), text.str()});
  REQUIRE(tree);
  const cli::World world{.out = std::cout,
                         .err = std::cerr,
                         .today =
                             [] {
                               return input::Date{2026, 11, 20};
                             },
                         .data_folder = ASSIZE_SOURCE_DIR};
  const auto loaded = cli::load_project(folder, world);
  REQUIRE(loaded.project);
  const auto assessment = assess(*loaded.project, *loaded.project->settings.as_of);
  std::set<std::string> risks;
  for (const auto& risk : assessment.risks) risks.insert(risk.id);
  std::size_t published = 0;
  for (const auto* item : input::items_at(tree.value(), "threats")) {
    ++published;
    const auto name = input::text_at(*item, "published");
    CAPTURE(name);
    const auto found = input::texts_at(*item, "found");
    if (found.empty()) CHECK_FALSE(input::text_at(*item, "why").empty());
    for (const auto& risk : found) {
      CAPTURE(risk);
      CHECK(risks.contains(risk));
    }
  }
  CHECK(published == 9);
}
