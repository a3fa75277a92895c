// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

/// Draws what is asked, what is said to it and what is missing. Notes each gap once in a document; where it would stand
/// a second time, a sentence leads to the first.
class RequirementBlocks {
 public:
  explicit RequirementBlocks(const View& view);
  const cover::Coverage* coverage(const std::string& id) const;

  /// What is asked and expected, how it stands, what meets it, and a note for each gap.
  void status(const cover::Coverage& coverage, std::vector<Block>& blocks);
  /// The provider's prose; missing or a placeholder: a note. `id` begins the ids of tables in it. Whether there was
  /// prose.
  bool narrative(const cover::Coverage& coverage, const std::string& id, std::vector<Block>& blocks);

  /// Ids of the gaps that were noted. What is composed and not shown must not count.
  const std::set<std::string>& noted() const { return noted_; }
  void set_noted(std::set<std::string> noted) { noted_ = std::move(noted); }

 private:
  void note(const std::string& id, std::string title, std::string detail, std::vector<Block>& blocks);
  const View& view_;
  std::map<std::string, const cover::Coverage*> coverage_;
  std::map<std::string, std::vector<const cover::Gap*>> gaps_;
  std::map<std::string, const cover::Narrative*> narratives_;
  std::set<std::string> noted_;
};

}  // namespace assize::dossier
