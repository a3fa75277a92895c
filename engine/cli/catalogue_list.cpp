// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/catalogue/pack_counts.h"
#include "engine/cli/catalogue_parts.h"
#include "engine/cli/files.h"
#include "engine/cli/loaded_catalogue.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/records.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

using dossier::Record;

/// "1 threat", "37 threats".
std::string counted(std::size_t number, const std::string& words) {
  const auto text = std::to_string(number) + " ";
  if (words == "external") return text + (number == 1 ? "external entry" : "external entries");
  if (words == "aliases") return text + (number == 1 ? "alias" : words);
  return text + (number == 1 ? words.substr(0, words.size() - 1) : words);
}

std::string line_of(const catalogue::Pack& pack, const catalogue::Catalogue& catalogue, std::size_t cases) {
  auto line = "  " + pack.id;
  line.resize(std::max<std::size_t>(26, line.size() + 1), ' ');
  line += pack.version + "  " + pack.title;
  auto counts = catalogue::counts_of(catalogue, pack);
  counts.emplace_back("cases", cases);
  for (const auto& [what, number] : counts)
    if (number > 0) line += ", " + counted(number, what);
  return line + "\n";
}

}  // namespace

ExitCode catalogue_list(const Asked& asked, World& world, const std::string& format) {
  const auto words = words_behind(asked);
  const auto loaded = load_catalogue(words.empty() ? "" : words.front(), asked, world);
  if (loaded.exit != ExitCode::done) return loaded.exit;
  const auto& catalogue = loaded.read.catalogue;
  Record::List rows;
  std::string text;
  for (const auto& pack : catalogue.packs) {
    const auto head = loaded.sources.files.find(pack.place.file.text());
    const auto folder =
        std::filesystem::path(head == loaded.sources.files.end() ? "" : head->second.path).parent_path();
    const auto cases = list_files(folder / "cases", ".yaml").size();
    Record::Map counts;
    for (const auto& [what, number] : catalogue::counts_of(catalogue, pack)) counts.emplace_back(what, number);
    counts.emplace_back("cases", cases);
    const bool is_own = loaded.own.contains(pack.place.file.text());
    Record::Map row{{"id", pack.id},
                    {"title", pack.title},
                    {"version", pack.version},
                    {"licence", pack.licence},
                    {"verification", pack.verification},
                    {"own", is_own}};
    for (auto& count : counts) row.push_back(std::move(count));
    row.emplace_back("sha256", pack.digest.empty() ? Record() : Record(pack.digest));
    rows.push_back(std::move(row));
    text += line_of(pack, catalogue, cases);
    if (is_own) text += "                          sha256: " + pack.digest + "\n";
    for (const auto& overruling : catalogue.overrulings)
      if (overruling.pack == pack.id)
        text += "                          overrules " + overruling.what + " `" + overruling.id + "` of `" +
                overruling.of + "`: " + overruling.because + "\n";
  }
  world.out << (format == "json"
                    ? render::render_json(Record::Map{{"format", "assize/catalogue-list/1"},
                                                      {"packs", std::move(rows)},
                                                      {"overrulings", dossier::overrulings_record(catalogue)}})
                    : text);
  return ExitCode::done;
}

}  // namespace assize::cli
