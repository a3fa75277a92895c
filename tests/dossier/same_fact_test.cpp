// SPDX-License-Identifier: Apache-2.0
// The same fact is printed the same in every document: a row is known by what its first cell is an anchor of or leads
// to, a fact by its row and column.
#include "tests/dossier/sample.h"

#include <map>

using namespace sample;

static std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(ASSIZE_SOURCE_DIR) / "templates"))
    if (fs::exists(entry.path() / "template.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

TEST_CASE("the same fact is the same in every document that prints it") {
  struct Fact {
    std::string text, document;
  };
  std::map<std::pair<std::string, std::string>, Fact> facts;
  std::size_t again = 0;
  const auto names = template_names();
  REQUIRE(names.size() >= 20);
  for (const auto& name : names) {
    const auto document = compose(shipped_template(name), view());
    for (const auto& fault : document.diagnostics()) UNSCOPED_INFO(name << " " << fault.message);
    REQUIRE(document);
    for (const auto* table : blocks_of<Table>(document.value())) {
      if (table->columns.front().id != "id") continue;  // Else a row is not known by its first cell alone.
      for (const auto& row : table->rows) {
        const auto& first = row.front();
        const auto key =
            first.anchor.empty() ? (first.link.starts_with('#') ? first.link.substr(1) : "") : first.anchor;
        if (key.find(':') == key.npos) continue;
        for (std::size_t i = 1; i < row.size(); ++i) {
          const auto [known, fresh] = facts.emplace(std::pair(key, table->columns[i].id), Fact{row[i].text, name});
          if (fresh) continue;
          ++again;
          if (known->second.text != row[i].text)
            FAIL(key << " " << table->columns[i].id << ": `" << known->second.text << "` in " << known->second.document
                     << ", `" << row[i].text << "` in " << name);
        }
      }
    }
  }
  CHECK(again > 300);  // Else nothing was compared.
}
