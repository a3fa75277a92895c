// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/cells.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

ViewTable packs_table(const Project& project) {
  using Row = const catalogue::Pack*;
  return table_of<Row>("packs", "Catalogue packs", pointers(project.catalogue.packs),
                       {{{"id", "Pack", 1.2}, [](Row row) { return with_source(text_cell(row->id), row->place); }},
                        {{"title", "Title", 2.6}, [](Row row) { return text_cell(row->title); }},
                        {{"version", "Version", 0.7}, [](Row row) { return text_cell(row->version); }},
                        {{"licence", "Licence", 1.1}, [](Row row) { return text_cell(row->licence); }},
                        {{"digest", "SHA-256 of its files", 2.2}, [](Row row) { return text_cell(row->digest); }},
                        {{"verification", "Verification", 1}, [](Row row) { return text_cell(row->verification); }},
                        {{"note", "Note", 3}, [](Row row) { return text_cell(row->verification_note); }}});
}

struct SourceRow {
  const catalogue::Pack* pack = nullptr;
  const catalogue::PackSource* source = nullptr;
};

ViewTable sources_table(const Project& project) {
  std::vector<SourceRow> rows;
  for (const auto& pack : project.catalogue.packs)
    for (const auto& source : pack.sources) rows.push_back({&pack, &source});
  return table_of<SourceRow>(
      "sources", "Sources whose facts the catalogues restate", std::move(rows),
      {{{"pack", "Pack", 1.1}, [](const SourceRow& row) { return text_cell(row.pack->id); }},
       {{"id", "Source", 1.2}, [](const SourceRow& row) { return text_cell(row.source->id); }},
       {{"title", "Title", 2.6}, [](const SourceRow& row) { return text_cell(row.source->title); }},
       {{"edition", "Edition", 1.6}, [](const SourceRow& row) { return text_cell(row.source->edition); }},
       {{"licence", "Licence", 1.6}, [](const SourceRow& row) { return text_cell(row.source->licence); }},
       {{"url", "Address", 1.6}, [](const SourceRow& row) { return text_cell(row.source->url); }},
       {{"verification", "How it was read", 2.2},
        [](const SourceRow& row) { return text_cell(row.source->verification); }}});
}

/// One key that one pack sets in an entry of another.
struct OverruledRow {
  const catalogue::Overruling* overruling = nullptr;
  const catalogue::Overruling::Change* change = nullptr;
};

ViewTable overrulings_table(const Project& project) {
  std::vector<OverruledRow> rows;
  for (const auto& overruling : project.catalogue.overrulings)
    for (const auto& change : overruling.changes) rows.push_back({&overruling, &change});
  return table_of<OverruledRow>(
      "overrulings", "Entries of catalogues that another pack overrules", std::move(rows),
      {{{"pack", "By pack", 0.9},
        [](const OverruledRow& row) { return with_source(text_cell(row.overruling->pack), row.overruling->place); }},
       {{"of", "Of pack", 1}, [](const OverruledRow& row) { return text_cell(row.overruling->of); }},
       {{"what", "Entry", 0.9}, [](const OverruledRow& row) { return text_cell(row.overruling->what); }},
       {{"id", "Id", 1.2}, [](const OverruledRow& row) { return text_cell(row.overruling->id); }},
       {{"key", "What", 1.3}, [](const OverruledRow& row) { return text_cell(row.change->key); }},
       {{"before", "There", 1.8},
        [](const OverruledRow& row) { return with_source(text_cell(row.change->before), row.change->before_place); }},
       {{"after", "Here", 1.8},
        [](const OverruledRow& row) { return with_source(text_cell(row.change->after), row.change->place); }},
       {{"because", "Because", 2.4}, [](const OverruledRow& row) { return text_cell(row.overruling->because); }}});
}

}  // namespace

void add_catalogue_tables(const Project& project, const Assessment&, std::vector<ViewTable>& tables) {
  tables.push_back(packs_table(project));
  tables.push_back(sources_table(project));
  tables.push_back(overrulings_table(project));
}

}  // namespace assize::dossier
