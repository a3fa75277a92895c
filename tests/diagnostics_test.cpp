// SPDX-License-Identifier: Apache-2.0
// Each code of a diagnostic or gap has a page in docs/diagnostics, and each page a code. Codes are found in the text of
// the engine, without its comments:
//   - after a severity:            `{Severity::error, "CODE", ...`
//   - first of two or more words:  `error("CODE", ...`, also fault, give_up, report, complain, warn
//   - by name:                     `.code = "CODE"`, `std::string code = "CODE"`
//   - of gaps:                     `add("CODE", ...` in cover/find_gaps.cpp, and what is put together there
// and in the answers of the golden cases: `error[CODE]`, `warning[CODE]`. A code that is made in yet another way is
// missed until a case shows it; a page for it counts as used when the code is a literal anywhere in the engine.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path source = ASSIZE_SOURCE_DIR;
const std::string code_pattern = "([a-z0-9]+(?:-[a-z0-9]+)*)";

std::string read(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// By line, for std::regex recurses over what it matches. Text that holds `//`, as in links, loses its rest.
std::string without_comments(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) kept += line.substr(0, line.find("//")) + "\n";
  return kept;
}

/// Path from the root of the sources -> text.
const std::map<std::string, std::string>& engine() {
  static const auto texts = [] {
    std::map<std::string, std::string> read_so_far;
    for (const auto& entry : fs::recursive_directory_iterator(source / "engine"))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
        read_so_far[entry.path().lexically_relative(source).generic_string()] = without_comments(read(entry.path()));
    return read_so_far;
  }();
  return texts;
}

using Codes = std::map<std::string, std::string>;  // Code -> a file that says it.

void collect(const std::string& text, const std::string& pattern, const std::string& where, Codes& codes) {
  const std::regex form(pattern);
  for (auto at = std::sregex_iterator(text.begin(), text.end(), form); at != std::sregex_iterator(); ++at)
    codes.emplace((*at)[1], where);
}

const Codes& codes_in_use() {
  static const auto all = [] {
    Codes codes;
    for (const auto& [name, text] : engine()) {
      collect(text, "Severity::(?:error|warning|remark)\\s*,\\s*\"" + code_pattern + "\"", name, codes);
      collect(text, "\\b(?:error|fault|give_up|report|complain|warn)\\(\\s*\"" + code_pattern + "\"\\s*,", name, codes);
      collect(text, "\\bcode\\s*=\\s*\"" + code_pattern + "\"", name, codes);
      if (name != "engine/cover/find_gaps.cpp") continue;
      collect(text, "\\badd\\(\\s*\"" + code_pattern + "\"\\s*,", name, codes);
      Codes endings;
      collect(text, "\\bcode\\s*=\\s*what\\s*\\+\\s*\"-" + code_pattern + "\"", name, endings);
      CHECK_FALSE(endings.empty());
      for (const auto& [ending, where] : endings)
        for (const std::string what : {"requirement-", "control-"}) codes.emplace(what + ending, where);
    }
    for (const auto& entry : fs::directory_iterator(source / "tests" / "cases"))
      if (entry.is_directory())
        collect(read(entry.path() / "stderr"), "(?:error|warning|remark)\\[" + code_pattern + "\\]: ",
                entry.path().lexically_relative(source).generic_string(), codes);
    return codes;
  }();
  return all;
}

bool is_said_somehow(const std::string& code) {
  return codes_in_use().contains(code) || std::any_of(engine().begin(), engine().end(), [&](const auto& one) {
           return one.second.find("\"" + code + "\"") != std::string::npos ||
                  one.second.find("error[" + code + "]") != std::string::npos;
         });
}

fs::path page_of(const std::string& code) { return source / "docs" / "diagnostics" / (code + ".md"); }

std::vector<std::string> pages() {
  std::vector<std::string> codes;
  for (const auto& entry : fs::directory_iterator(source / "docs" / "diagnostics")) {
    CHECK(entry.path().extension() == ".md");
    codes.push_back(entry.path().stem().string());
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace

TEST_CASE("each code of a diagnostic or gap has a page") {
  CHECK(codes_in_use().size() > 100);  // Fewer: the patterns do not fit the engine any more.
  for (const auto& [code, where] : codes_in_use()) {
    INFO("`" << code << "` of " << where);
    CHECK(fs::exists(page_of(code)));
  }
}

TEST_CASE("each page is of a code that the engine can say") {
  CHECK_FALSE(is_said_somehow("no-such-code"));
  for (const auto& code : pages()) {
    INFO("docs/diagnostics/" << code << ".md");
    CHECK(is_said_somehow(code));
  }
}

TEST_CASE("each page says what its code means, shows an example and what to do") {
  for (const auto& code : pages()) {
    INFO("docs/diagnostics/" << code << ".md");
    const auto text = read(page_of(code));
    const auto head = "# " + code + "\n\n";
    const auto example = text.find("\n\nExample:\n\n    "), advice = text.find("\n\nWhat to do: ");
    CHECK(text.substr(0, head.size()) == head);
    REQUIRE(example != std::string::npos);
    REQUIRE(advice != std::string::npos);
    CHECK(example > head.size() + 20);
    CHECK(advice > example);
    CHECK(text.size() > advice + 20);
  }
}
