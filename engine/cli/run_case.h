// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/cli/pack_path.h"
#include "engine/input/source.h"

namespace assize::cli {

/// What a case of a pack came to: no failures is passed.
struct CaseResult {
  std::string title;
  std::vector<std::string> failures;
  std::set<std::string> fired;   ///< Threats that it expects to be there and that are.
  std::set<std::string> missed;  ///< Threats that touch what they are said to be absent from: a condition failed there.
};

/// Runs cases of packs. What packs say is read once for all cases that need the same ones.
class CaseRunner {
 public:
  explicit CaseRunner(const World& world) : world_(world) {}
  /// Reads the case, loads the pack with those the case names, assesses its small system and holds it against `expect`.
  CaseResult run(const input::Source& source, const PackPath& pack);

 private:
  struct Packs {
    catalogue::CatalogueRead read;
    input::Diagnostics found;
  };
  const Packs& packs(const std::vector<std::string>& shipped, const PackPath& pack);

  const World& world_;
  std::map<std::pair<std::vector<std::string>, std::string>, Packs> known_;
};

}  // namespace assize::cli
