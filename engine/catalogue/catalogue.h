// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/catalogue/control.h"
#include "engine/catalogue/method.h"
#include "engine/catalogue/overruling.h"
#include "engine/catalogue/reference.h"
#include "engine/catalogue/regime.h"
#include "engine/catalogue/standard.h"
#include "engine/catalogue/threat.h"
#include "engine/catalogue/vocabulary.h"
#include "engine/input/result.h"
#include "engine/input/source.h"

namespace assize::catalogue {

struct PackSource {
  std::string id, title, edition, licence, url, verification;
};

/// How many entries of a kind the source has, so that `lint` can count what the pack has.
struct Total {
  std::string of;  ///< threats, controls, effects, ... as the schema lists them.
  std::vector<std::pair<std::string, std::vector<std::string>>> where;  ///< Key and the values of which one is enough.
  std::size_t count = 0;
  std::string source;
  input::Place place;
};

/// What a pack says of itself.
struct Pack {
  std::string id, title, version, licence, prefix;
  std::vector<PackSource> sources;
  std::string verification, verification_note;
  std::vector<std::string> files;
  std::vector<Total> totals;
  std::size_t title_limit = 0;  ///< Most characters of a title, where the source's text is protected; 0: it is not.
  std::string digest;           ///< SHA-256 over its files, when who read them set it.
  input::Place place;
};

/// All packs of a project together. Built by CatalogueReader, then never changed.
struct Catalogue {
  std::vector<Pack> packs;
  Vocabulary vocabulary;
  std::vector<Threat> threats;
  std::vector<Control> controls;
  std::vector<Requirement> requirements;
  std::vector<Mapping> mappings;
  std::vector<Method> methods;
  std::vector<Attribute> attributes;
  std::vector<Standard> standards;
  std::vector<ReferenceScheme> schemes;
  std::vector<External> externals;
  std::vector<Alias> aliases;
  std::vector<View> views;
  std::vector<Overruling> overrulings;
  std::vector<Regime> regimes;
  std::vector<Question> questions;  ///< Of all laws; one set of ids.

  const Pack* pack(const std::string& id) const;
  /// Of one entry, e.g. `threat` and its id; in the order of the packs.
  std::vector<const Overruling*> overrulings_of(std::string_view what, std::string_view id) const;
  const Threat* threat(const std::string& id) const;
  const Control* control(const std::string& id) const;
  const Requirement* requirement(const std::string& id) const;
  const Method* method(const std::string& id) const;
  const Question* question(const std::string& id) const;
  std::vector<std::string> question_ids() const;
  const Attribute* attribute(const std::string& id) const;
  const Standard* standard(const std::string& id) const;
  const ReferenceScheme* scheme(const std::string& id) const;
  const External* external(const std::string& token) const;  ///< `SCHEME:id`
  const View* view(const std::string& id) const;
  /// For a requirement id without its prefix (`Annex IV.2(g)`), the full one when only one pack has it; else as given.
  std::string qualified(const std::string& id) const;

  std::map<std::string, std::size_t> threat_index, control_index, requirement_index, method_index, attribute_index,
      standard_index, scheme_index, external_index, view_index, question_index;
  std::map<std::string, std::vector<std::string>> qualified_by_local;
};

/// The text of a pack's folder: pack.yaml and the files it names, as `name` -> source.
struct PackText {
  input::Source pack;
  std::vector<input::Source> files;
};

/// Only pack.yaml: so that who reads files knows which.
input::Result<Pack> read_pack(const input::Source& source);

/// Reads packs one after the other, then settles what crosses them. The catalogue is usable for further checks even
/// when errors were found: schema faults, `duplicate-id`, `unknown-*` (kind, objective, stage, trait, fact, threat,
/// factor, level, control, requirement, scheme, attribute, attribute-value), `missing-factor`, `bad-method`,
/// `fact-cycle`; and what overrule and settle_regimes say.
struct CatalogueRead {
  Catalogue catalogue;
  input::Diagnostics found;
  bool is_whole = true;  ///< False: a file could not be read, so what its entries are called is not known.
};
CatalogueRead read_catalogue(const std::vector<PackText>& packs);

}  // namespace assize::catalogue
