// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/override.h"
#include "engine/catalogue/catalogue.h"
#include "engine/catalogue/pack_choice.h"
#include "engine/cover/narrative.h"
#include "engine/cover/presumption.h"
#include "engine/evidence/evidence.h"
#include "engine/evidence/implementation.h"
#include "engine/input/diagnostic.h"
#include "engine/input/source.h"
#include "engine/input/tree.h"
#include "engine/model/system.h"
#include "engine/review/review.h"
#include "engine/treat/treatment.h"

namespace assize {

struct Person {
  std::string id, name, title, role;
  input::Place place;
};

/// What assize.yaml says.
struct Settings {
  using PackChoice = catalogue::PackChoice;
  std::string title, language = "en", classification, document_id, style;
  std::optional<input::Date> as_of;
  std::vector<PackChoice> catalogues;   ///< Empty: all shipped packs.
  std::vector<std::string> frameworks;  ///< Packs whose requirements and controls make gaps; empty: all.
  input::Said<std::string> attack_method, hazard_method;
  std::vector<Person> people;
  std::vector<cover::AppliedStandard> standards;
};

/// All that was said: the texts of a project and of its catalogues, read and checked. Never changed after.
struct Project {
  Settings settings;
  model::System system;
  catalogue::Catalogue catalogue;
  std::vector<evidence::Implementation> implementations;
  std::vector<evidence::Evidence> evidence;
  std::vector<analyse::Override> overrides;
  /// Overrides that stand in treatments.yaml but do not count, and why: only a re-rating leaves any (see rerate.h).
  struct NotApplied {
    analyse::Override override;
    std::string because;
  };
  std::vector<NotApplied> overrides_not_applied;
  std::vector<treat::Treatment> treatments;
  review::Review review;  ///< Of a body that reviews the documents; without an id when there is none.
  std::vector<cover::Narrative> narratives;
  const catalogue::Method* attack = nullptr;  ///< Into `catalogue.methods`.
  const catalogue::Method* hazard = nullptr;

  Project() = default;
  Project(Project&&) = default;  // `attack` and `hazard` point inside: moved, never copied.
  Project& operator=(Project&&) = default;

  const Person* person(const std::string& id) const;
  const catalogue::Method& method_of(const catalogue::Threat& threat) const;
  /// The method whose cost-benefit analysis counts: that of attacks, else that of hazards; nothing when neither has
  /// one.
  const catalogue::Method* cost_benefit_method() const;
};

/// The texts of everything, read by who may touch the disk. A file that is not there is absent.
struct ProjectText {
  std::optional<input::Source> settings, system, implementations, evidence, treatments, review;
  std::vector<input::Source> narratives;
  std::vector<catalogue::PackText> packs;
  bool packs_are_whole = true;  ///< False: a pack, or a file of one, could not be read, and a complaint says so.
  std::map<std::string, std::string> pack_digests;  ///< Pack id -> SHA-256 of its files.
  /// Path as evidence.yaml has it -> SHA-256 of the bytes; absent: there is no such file.
  std::map<std::string, std::string> evidence_digests;
};

/// The same, already parsed: for who has trees and no files, such as a case of a pack. Narratives stay text.
struct ProjectTrees {
  std::optional<input::Tree> settings, system, implementations, evidence, treatments, review;
  std::vector<input::Source> narratives;
  std::map<std::string, std::string> pack_digests, evidence_digests;
  /// There, but not readable. What names something in it goes unchecked: one fault is not to look like many.
  struct Unread {
    bool settings = false, system = false, implementations = false, evidence = false, catalogue = false;
  } unread = {};
};

/// Only assize.yaml, so that who reads files knows which packs are wanted.
input::Result<Settings> read_settings(const input::Source& source);
/// Only the paths that evidence.yaml names, sound or not.
std::vector<std::string> evidence_files(const input::Source& source);

/// The project, or everything that is wrong in any file: schema faults first, then what crosses files.
input::Result<Project> read_project(const ProjectText& text);
/// `found`: what parsing has found so far; complaints are added to it.
input::Result<Project> read_project(const ProjectTrees& trees, catalogue::CatalogueRead catalogue,
                                    input::Diagnostics found);

}  // namespace assize
