// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assize::render::pdf {

/// What a part of the document is, for programs that read it to people or take it apart (ISO 32000-1, 14.8.4).
enum class Tag : std::uint8_t {
  document,
  sect,
  div,
  title,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  code,
  bullets,  ///< L, by how its items are marked.
  numbers,
  li,
  lbl,
  l_body,
  toc,
  toci,
  reference,
  table,
  tr,
  column_header,
  row_header,
  td,
  caption,
  figure,
  link,
  note
};

/// As PDF spells it; `Title` is not among its standard types, StructTreeRoot says that it is a `P`.
std::string_view name_of(Tag tag);

using ElementId = std::uint32_t;
/// Not an element: what is drawn under this says nothing of the document's own, as rules, grounds and repeated headers.
inline constexpr ElementId kArtifact = 0;
/// An artifact too: what is repeated on each page by its head and foot.
inline constexpr ElementId kRunningMatter = 0xFFFFFFFF;
inline constexpr ElementId kWholeDocument = 1;

/// The tree of all parts, in the order of the document, and the one that is being drawn. There may be a million, so an
/// element is small and what only few have stands beside.
class Structure {
 public:
  struct Element {
    ElementId parent = kArtifact;
    Tag tag = Tag::document;
    bool operator==(const Element&) const = default;
  };
  struct Detail {
    std::string says;  ///< Of a figure, for those who cannot see it. Never empty there.
    std::uint32_t page = 0;
    float left = 0, top = 0, width = 0, height = 0;  ///< Of a figure, on its page.
    std::size_t columns = 1;                         ///< That a cell spans.
  };

  Structure() : elements_(2) {}

  /// A new last part of the one that is being drawn, or of `parent`. Within an artifact all is artifact.
  ElementId add(Tag tag) { return add(tag, current_); }
  ElementId add(Tag tag, ElementId parent);
  /// The link of the part being drawn that leads to `target`: a new one, unless only this link was drawn since it
  /// began.
  ElementId link(std::int32_t target);
  void end_link() { last_link_ = kArtifact; }
  Detail& detail(ElementId element) { return details_[element]; }

  ElementId current() const { return current_; }
  void resume(ElementId element) { current_ = element; }
  bool draws_figure() const { return current_ < elements_.size() && elements_[current_].tag == Tag::figure; }

  /// Forgets all elements from the `count`th on.
  void back_to(std::size_t count);
  /// Adds what `later` holds at the end of this document, and says how far its ids have moved; the whole stays one.
  ElementId append(const Structure& later);

  /// The first two stand for artifacts and for the document. A parent stands before its parts.
  const std::vector<Element>& elements() const { return elements_; }
  const std::map<ElementId, Detail>& details() const { return details_; }

 private:
  std::vector<Element> elements_;
  std::map<ElementId, Detail> details_;
  ElementId current_ = kWholeDocument;
  ElementId last_link_ = kArtifact;
  std::int32_t last_target_ = -1;
};

}  // namespace assize::render::pdf
