// SPDX-License-Identifier: Apache-2.0
// The accepted JSON answers of golden cases are what schemas/answers says of them.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/read_tree.h"

namespace {

namespace fs = std::filesystem;
using namespace assize;

const fs::path source = ASSIZE_SOURCE_DIR;

input::Tree tree_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  auto tree = input::read_tree({input::FileName("answer.json"), {std::istreambuf_iterator<char>(file), {}}});
  INFO(path.string());
  REQUIRE(tree);
  return std::move(tree).value();
}

}  // namespace

TEST_CASE("each schema of an answer is held against an answer, and fits it") {
  std::map<std::string, input::Schema> schemas;
  for (const auto& entry : fs::directory_iterator(source / "schemas" / "answers")) {
    const auto tree = tree_of(entry.path());
    auto schema = input::Schema::read(tree);
    INFO(entry.path().string());
    REQUIRE(schema);
    schemas.emplace(input::text_at(*tree.find("properties")->find("format"), "const"), std::move(schema).value());
  }
  std::map<std::string, int> held;
  for (const auto& entry : fs::directory_iterator(source / "tests" / "cases")) {
    std::ifstream file(entry.path() / "stdout", std::ios::binary);
    if (file.peek() != '{') continue;
    const auto answer = tree_of(entry.path() / "stdout");
    const auto schema = schemas.find(input::text_at(answer, "format"));
    if (schema == schemas.end()) continue;
    ++held[schema->first];
    for (const auto& fault : schema->second.check(answer))
      FAIL_CHECK(entry.path().filename().string() << ": " << fault.message << " " << fault.place.pointer);
  }
  CHECK(schemas.size() == held.size());
}
