// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"
#include "engine/render/docx/look.h"
#include "engine/render/docx/outline.h"
#include "engine/render/docx/xml.h"

namespace assize::render::docx {

/// The text of a document while it is written, and what its other parts need to know of it afterwards.
class Draft {
 public:
  explicit Draft(const dossier::Document& given);

  const dossier::Document& document;
  const Look look;
  const Outline outline;
  Xml xml = Xml::fragment();  ///< The inside of the body.

  std::size_t headings = 0, tables = 0, figures = 0;  ///< Written so far; of the latter two, those with captions.
  std::vector<std::string> notes;                     ///< Footnotes, in order.
  std::vector<bool> lists;                            ///< Lists in order: whether each is numbered.
  bool landscape_used = false;
  std::size_t replaced = 0;  ///< Characters that XML cannot hold, in the parts finished so far.

  /// Puts the bookmark of an anchor around what `write` writes; only the first of two that are called alike has one.
  template <class Write>
  void anchored(const std::string& anchor, const Write& write) {
    const auto found = outline.bookmarks.find(anchor);
    if (found == outline.bookmarks.end() || !set_.insert(found->second).second) return write();
    bookmarked(found->second, write);
  }
  template <class Write>
  void bookmarked(const std::string& name, const Write& write) {
    const auto id = std::to_string(bookmarks_++);
    xml.leaf("w:bookmarkStart", {{"w:id", id}, {"w:name", name}});
    write();
    xml.leaf("w:bookmarkEnd", {{"w:id", id}});
  }

  /// Where a link leads: inside (a bookmark) or outside (a relationship of the document). Neither: it is no link, which
  /// has been told.
  struct Target {
    std::string bookmark, relation;
    explicit operator bool() const { return !bookmark.empty() || !relation.empty(); }
  };
  Target target_of(const std::string& link);
  /// URLs as they stand in relationships, by their ids `link1`, `link2`, ...
  const std::vector<std::string>& urls() const { return urls_; }

  /// A number that no other drawing of the document has.
  std::string next_drawing() { return std::to_string(++drawings_); }

  void complain(input::Diagnostic found);
  const input::Diagnostics& complaints() const { return complaints_; }

 private:
  std::set<std::string> set_;  ///< Bookmarks that stand already.
  int bookmarks_ = 0;
  int drawings_ = 0;
  std::vector<std::string> urls_;
  std::map<std::string, std::string> relations_;
  input::Diagnostics complaints_;
  std::set<std::string> told_;
};

}  // namespace assize::render::docx
