// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/structure_tree.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace assize::render::pdf {
namespace {

constexpr std::size_t kPerLeaf = 128;  // Of the tree of parents.

/// What stands below an element: another element, marked content or a link.
struct Kid {
  enum class Kind : std::uint8_t { element, mark, link };
  ElementId of = kArtifact;
  Kind kind = Kind::element;
  std::uint32_t page = 0;
  std::uint32_t number = 0;  ///< Element, MCID, or index of the link.
};

/// All kids of all elements, those of one element side by side and in the order of the document. Elements stand in the
/// order in which they were added; the content of an element stands before the first of its parts that has content
/// after it.
class Kids {
 public:
  explicit Kids(const Tagged& tagged) : elements_(tagged.draft.structure.elements()) {
    find_parts();
    std::uint32_t link = 0;
    for (std::uint32_t page = 0; page < tagged.marks.size(); ++page) {
      const auto& marks = tagged.marks[page];
      for (std::uint32_t number = 0; number < marks.size(); ++number) {
        attach(marks[number]);
        found_.push_back({marks[number], Kid::Kind::mark, page, number});
      }
      for (const Link& each : tagged.draft.pages[page].links) {
        if (each.element != kArtifact) {
          attach(each.element);
          found_.push_back({each.element, Kid::Kind::link, page, link});
        }
        ++link;
      }
    }
    for (ElementId element = kWholeDocument; element < elements_.size(); ++element) attach(element);
    sort();
  }

  const Kid* begin(ElementId element) const { return kids_.data() + first_[element]; }
  const Kid* end(ElementId element) const { return kids_.data() + first_[element + 1]; }

 private:
  /// The first part of each element and the next of the same parent; 0: none.
  void find_parts() {
    next_.assign(elements_.size(), 0);
    unattached_.assign(elements_.size(), 0);
    for (auto element = static_cast<ElementId>(elements_.size() - 1); element > kWholeDocument; --element) {
      ElementId& first = unattached_[elements_[element].parent];
      next_[element] = first;
      first = element;
    }
    attached_.assign(elements_.size(), false);
    attached_[kArtifact] = attached_[kWholeDocument] = true;
  }

  /// Makes the element a kid of its parent, after all parts of that which were added before it.
  void attach(ElementId element) {
    std::vector<ElementId> above;
    for (; !attached_[element]; element = elements_[element].parent) above.push_back(element);
    for (; !above.empty(); above.pop_back()) {
      const ElementId parent = elements_[above.back()].parent;
      while (!attached_[above.back()]) {
        const ElementId next = unattached_[parent];
        found_.push_back({parent, Kid::Kind::element, 0, next});
        attached_[next] = true;
        unattached_[parent] = next_[next];
      }
    }
  }

  /// By element, keeping the order within each.
  void sort() {
    first_.assign(elements_.size() + 1, 0);
    for (const Kid& kid : found_) ++first_[kid.of + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    kids_.resize(found_.size());
    std::vector<std::uint32_t> at(first_.begin(), first_.end() - 1);
    for (const Kid& kid : found_) kids_[at[kid.of]++] = kid;
    found_ = {};
  }

  const std::vector<Structure::Element>& elements_;
  std::vector<ElementId> next_, unattached_;
  std::vector<bool> attached_;
  std::vector<Kid> found_, kids_;
  std::vector<std::uint32_t> first_;
};

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

std::string attributes_of(Tag tag, const Structure::Detail* detail, const Draft& draft) {
  switch (tag) {
    case Tag::bullets:
      return "/A<</O/List/ListNumbering/Disc>>";
    case Tag::numbers:
      return "/A<</O/List/ListNumbering/Decimal>>";
    case Tag::column_header:
      return "/A<</O/Table/Scope/Column>>";
    case Tag::row_header:
      return "/A<</O/Table/Scope/Row>>";
    case Tag::td:
      return detail == nullptr ? "" : "/A<</O/Table/ColSpan " + std::to_string(detail->columns) + ">>";
    case Tag::figure: {
      if (detail == nullptr) return "";
      const double height = draft.pages[detail->page].sheet->height;
      const auto whole = [](double value) { return std::to_string(std::lround(value)) + ' '; };
      return "/Alt" + QPDFObjectHandle::newUnicodeString(detail->says).unparse() +
             "/A<</O/Layout/Placement/Block/BBox[" + whole(std::floor(detail->left)) +
             whole(std::floor(height - detail->top - detail->height)) + whole(std::ceil(detail->left + detail->width)) +
             whole(std::ceil(height - detail->top)) + "]>>";
    }
    default:
      return "";
  }
}

class TreeWriter {
 public:
  TreeWriter(WrittenFile& file, const Tagged& tagged)
      : file_(file), tagged_(tagged), structure_(tagged.draft.structure), kids_(tagged) {
    // Element 1 gets the first number, and so on; the first two are not both needed, but numbers cost nothing.
    first_ = file.reserve(structure_.elements().size()) - 1;
  }

  void write() {
    for (ElementId element = kWholeDocument; element < structure_.elements().size(); ++element)
      file_.put(number_of(element), element_text(element));
    write_parents();
  }

 private:
  int number_of(ElementId element) const { return first_ + static_cast<int>(element); }

  std::string element_text(ElementId element) const {
    const auto& known = structure_.elements()[element];
    std::string text("<</S/");
    text += name_of(known.tag);
    text += "/P ";
    text += reference(element == kWholeDocument ? tagged_.root : number_of(known.parent));
    const auto detail = structure_.details().find(element);
    text += attributes_of(known.tag, detail == structure_.details().end() ? nullptr : &detail->second, tagged_.draft);
    // Marks on the page of the first need not name theirs.
    const auto *begin = kids_.begin(element), *end = kids_.end(element);
    const auto* marked = std::find_if(begin, end, [](const Kid& kid) { return kid.kind == Kid::Kind::mark; });
    if (marked != end) text += "/Pg " + reference(tagged_.pages[marked->page]);
    if (begin != end) text += end - begin == 1 ? "/K " : "/K[";
    for (const auto* kid = begin; kid != end; ++kid) {
      if (kid != begin) text += ' ';
      append_kid(text, *kid, marked == end ? kid->page : marked->page);
    }
    if (end - begin > 1) text += ']';
    return text + ">>";
  }

  void append_kid(std::string& text, const Kid& kid, std::uint32_t page) const {
    switch (kid.kind) {
      case Kid::Kind::element:
        text += reference(number_of(kid.number));
        return;
      case Kid::Kind::link:
        text += "<</Type/OBJR/Pg " + reference(tagged_.pages[kid.page]) + "/Obj " +
                reference(tagged_.links[kid.number]) + ">>";
        return;
      case Kid::Kind::mark:
        if (kid.page == page)
          text += std::to_string(kid.number);
        else
          text += "<</Type/MCR/Pg " + reference(tagged_.pages[kid.page]) + "/MCID " + std::to_string(kid.number) + ">>";
    }
  }

  /// A tree of numbers with two levels: the elements of each page, in the order of its marks, then that of each link.
  void write_parents() {
    std::vector<std::string> values;
    const int arrays = file_.reserve(tagged_.pages.size());
    for (std::size_t page = 0; page < tagged_.pages.size(); ++page) {
      const int number = arrays + static_cast<int>(page);
      std::string all("[");
      for (const ElementId element : tagged_.marks[page]) all += reference(number_of(element)) + ' ';
      file_.put(number, all + ']');
      values.push_back(reference(number));
    }
    for (const Page& page : tagged_.draft.pages)
      for (const Link& link : page.links)
        values.push_back(link.element == kArtifact ? "null" : reference(number_of(link.element)));
    const std::size_t leaves = (values.size() + kPerLeaf - 1) / kPerLeaf;
    const int first_leaf = file_.reserve(leaves + 1), top = first_leaf + static_cast<int>(leaves);
    std::string below;
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
      const std::size_t from = leaf * kPerLeaf, to = std::min(values.size(), from + kPerLeaf);
      std::string text = "<</Limits[" + std::to_string(from) + ' ' + std::to_string(to - 1) + "]/Nums[";
      for (std::size_t key = from; key < to; ++key) text += std::to_string(key) + ' ' + values[key] + ' ';
      file_.put(first_leaf + static_cast<int>(leaf), text + "]>>");
      below += reference(first_leaf + static_cast<int>(leaf)) + ' ';
    }
    file_.put(top, "<</Kids[" + below + "]>>");
    file_.put(tagged_.root, "<</Type/StructTreeRoot/K " + reference(number_of(kWholeDocument)) + "/ParentTree " +
                                reference(top) + "/ParentTreeNextKey " + std::to_string(values.size()) +
                                "/RoleMap<</Title/P>>>>");
  }

  WrittenFile& file_;
  const Tagged& tagged_;
  const Structure& structure_;
  Kids kids_;
  int first_ = 0;
};

}  // namespace

void write_structure_tree(WrittenFile& file, const Tagged& tagged) { TreeWriter(file, tagged).write(); }

}  // namespace assize::render::pdf
