// SPDX-License-Identifier: Apache-2.0
#include "engine/evidence/read_evidence.h"

#include <algorithm>

#include "engine/evidence/validity.h"
#include "engine/input/check_schema.h"
#include "engine/model/read_system.h"

namespace assize::evidence {
namespace {

using input::Diagnostics;
using input::Severity;
using input::Tree;

void append(Diagnostics& found, Diagnostics more) { found.insert(found.end(), more.begin(), more.end()); }

Implementation read_one(const Tree& map) {
  const auto status = input::text_at(map, "status");
  Implementation read{.id = input::text_at(map, "id"),
                      .control = input::said_at(map, "control"),
                      .status = status == "in-place"         ? Status::in_place
                                : status == "not-applicable" ? Status::not_applicable
                                                             : Status::planned,
                      .on = input::saids_at(map, "on"),
                      .says = input::text_at(map, "says"),
                      .where = input::text_at(map, "where"),
                      .because = input::text_at(map, "because"),
                      .owner = input::said_at(map, "owner"),
                      .due = input::date_at(map, "due"),
                      .evidence = input::saids_at(map, "evidence"),
                      .brings = {},
                      .cost = {},
                      .place = map.place};
  if (read.id.empty()) read.id = read.control.value;
  if (const auto* brings = map.find("brings"))
    for (const auto& member : brings->members)
      read.brings[member.key] = {model::read_value(member.value), input::said_at(member.value, "is")};
  if (const auto* cost = map.find("cost"))
    for (const auto& member : cost->members)
      read.cost.push_back({member.key, input::said_at(member.value, "level"), input::text_at(member.value, "because"),
                           member.key_place});
  if (const auto* control = map.find("control")) read.place = control->place;
  return read;
}

Evidence read_piece(const Tree& map) {
  Evidence read;
  read.id = input::text_at(map, "id");
  read.kind = input::text_at(map, "kind");
  read.title = input::text_at(map, "title");
  read.file = input::said_at(map, "file");
  read.reference = input::text_at(map, "reference");
  read.sha256 = input::text_at(map, "sha256");
  read.made = input::date_at(map, "made").value_or(input::Date{});
  if (const auto* covers = map.find("covers")) {
    read.from = input::date_at(*covers, "from");
    read.to = input::date_at(*covers, "to");
  }
  read.valid_until = input::date_at(map, "valid-until");
  read.every = input::text_at(map, "every");
  read.confidentiality = input::text_at(map, "confidentiality");
  read.owner = input::said_at(map, "owner");
  for (const auto* item : input::items_at(map, "shows"))
    read.shows.push_back({input::said_at(*item, "implementation"), input::said_at(*item, "requirement"),
                          input::text_at(*item, "section"), input::text_at(*item, "page"),
                          input::text_at(*item, "note"), item->place});
  read.place = map.find("id") ? map.find("id")->place : map.place;
  return read;
}

void check_piece(const Evidence& evidence, Diagnostics& found) {
  if (leaves_project(evidence.file.value))
    found.push_back({Severity::error, "path-outside",
                     "file `" + evidence.file.value + "` of evidence `" + evidence.id + "` lies outside the project",
                     evidence.file.place, "copy it into the project, or name where it is kept with `reference`"});
  if (evidence.file.value.empty() && evidence.reference.empty())
    found.push_back({Severity::error, "no-source", "evidence `" + evidence.id + "` has neither a file nor a reference",
                     evidence.place, "say `file:` for a file of the project, `reference:` for anything else"});
  if (evidence.from && evidence.to && *evidence.to < *evidence.from)
    found.push_back({Severity::error, "date-order",
                     "evidence `" + evidence.id + "` covers a period that ends before it begins", evidence.place,
                     "`covers:` runs from " + to_text(*evidence.from) + " to " + to_text(*evidence.to)});
  if (const auto last = last_day(evidence); last && *last < evidence.made)
    found.push_back({Severity::error, "date-order",
                     "evidence `" + evidence.id + "` is valid until " + to_text(*last) + ", before it was made on " +
                         to_text(evidence.made),
                     evidence.place, ""});
}

template <class Entry>
void check_ids(const std::vector<Entry>& entries, const std::string& what, const std::string& help,
               Diagnostics& found) {
  std::map<std::string, const Entry*> first;
  for (const auto& entry : entries) {
    if (entry.id.empty()) continue;
    const auto [at, fresh] = first.emplace(entry.id, &entry);
    if (!fresh)
      found.push_back({Severity::error, "duplicate-id", what + " `" + entry.id + "` has an id that is already taken",
                       entry.place, "the first is at " + to_text(at->second->place) + help});
  }
}

}  // namespace

std::string_view name_of(Status status) {
  switch (status) {
    case Status::in_place:
      return "in-place";
    case Status::planned:
      return "planned";
    case Status::not_applicable:
      return "not-applicable";
  }
  return {};
}

bool leaves_project(const std::string& path) {
  if (path.starts_with('/') || path.find('\\') != std::string::npos || path.find(':') != std::string::npos) return true;
  std::size_t at = 0;
  while (at <= path.size()) {
    const auto end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

std::vector<Implementation> read_implementations(const Tree& tree, Diagnostics& found) {
  append(found, input::schema("implementations").check(tree));
  std::vector<Implementation> read;
  for (const auto* item : input::items_at(tree, "implementations")) read.push_back(read_one(*item));
  check_ids(read, "implementation", "; give each its own `id`", found);
  for (const auto& implementation : read)
    if (implementation.status == Status::not_applicable && implementation.because.empty())
      found.push_back({Severity::error, "no-reason",
                       "`" + implementation.control.value + "` is not applicable, but nothing says why",
                       implementation.place, "add `because:` with a reason that is specific to this system"});
  return read;
}

std::vector<Evidence> read_evidence(const Tree& tree, Diagnostics& found) {
  append(found, input::schema("evidence").check(tree));
  std::vector<Evidence> read;
  for (const auto* item : input::items_at(tree, "evidence")) read.push_back(read_piece(*item));
  check_ids(read, "evidence", "", found);
  for (const auto& evidence : read) check_piece(evidence, found);
  return read;
}

}  // namespace assize::evidence
