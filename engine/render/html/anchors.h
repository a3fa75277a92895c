// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render::html {

/// Which id of the page stands for which anchor of the document. An anchor is its own id, so that deep links can be
/// written by hand; only what an id cannot hold (blanks) is replaced. Names of our own give way to those of the
/// document.
class Anchors {
 public:
  explicit Anchors(const dossier::Document& document);

  /// The id to write where this anchor stands: empty when there is no anchor, or when it was taken before (two ids of
  /// one name lead a browser to the first, so the second is none).
  std::string take(const std::string& anchor);
  /// The id that links to this anchor lead to; empty when nothing in the document is called so.
  std::string find(const std::string& anchor) const;
  /// An id for something of our own; `wish` unless the document has it.
  std::string fresh(std::string_view wish);

 private:
  void add(const std::string& anchor);
  void add(const std::vector<dossier::Section>& sections);
  void add(const dossier::Block& block);

  std::map<std::string, std::string> ids_;
  std::set<std::string> used_;          // Ids of the page.
  std::map<std::string, int> numbers_;  // How often a wish was in vain: many of one kind stay linear.
  std::set<std::string> taken_;         // Anchors that stand somewhere.
};

/// `#ID`, with what a URL cannot hold percent-encoded.
std::string fragment(std::string_view id);

}  // namespace assize::render::html
