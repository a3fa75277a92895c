// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/structure.h"

namespace assize::render::pdf {

std::string_view name_of(Tag tag) {
  switch (tag) {
    case Tag::document:
      return "Document";
    case Tag::sect:
      return "Sect";
    case Tag::div:
      return "Div";
    case Tag::title:
      return "Title";
    case Tag::h1:
      return "H1";
    case Tag::h2:
      return "H2";
    case Tag::h3:
      return "H3";
    case Tag::h4:
      return "H4";
    case Tag::h5:
      return "H5";
    case Tag::h6:
      return "H6";
    case Tag::p:
      return "P";
    case Tag::code:
      return "Code";
    case Tag::bullets:
      return "L";
    case Tag::numbers:
      return "L";
    case Tag::li:
      return "LI";
    case Tag::lbl:
      return "Lbl";
    case Tag::l_body:
      return "LBody";
    case Tag::toc:
      return "TOC";
    case Tag::toci:
      return "TOCI";
    case Tag::reference:
      return "Reference";
    case Tag::table:
      return "Table";
    case Tag::tr:
      return "TR";
    case Tag::column_header:
      return "TH";
    case Tag::row_header:
      return "TH";
    case Tag::td:
      return "TD";
    case Tag::caption:
      return "Caption";
    case Tag::figure:
      return "Figure";
    case Tag::link:
      return "Link";
    case Tag::note:
      return "Note";
  }
  return "Div";
}

ElementId Structure::add(Tag tag, ElementId parent) {
  if (parent == kArtifact || parent == kRunningMatter) return kArtifact;
  elements_.push_back({parent, tag});
  return static_cast<ElementId>(elements_.size() - 1);
}

ElementId Structure::link(std::int32_t target) {
  const bool goes_on = last_link_ != kArtifact && last_target_ == target && elements_[last_link_].parent == current_;
  if (!goes_on) last_link_ = add(Tag::link);
  last_target_ = target;
  return last_link_;
}

void Structure::back_to(std::size_t count) {
  elements_.resize(count);
  details_.erase(details_.lower_bound(static_cast<ElementId>(count)), details_.end());
  if (last_link_ >= count) last_link_ = kArtifact;
}

ElementId Structure::append(const Structure& later) {
  const auto shift = static_cast<ElementId>(elements_.size() - 2);
  const auto moved = [&](ElementId element) { return element > kWholeDocument ? element + shift : element; };
  for (std::size_t i = 2; i < later.elements_.size(); ++i)
    elements_.push_back({moved(later.elements_[i].parent), later.elements_[i].tag});
  for (const auto& [element, detail] : later.details_) details_.emplace(moved(element), detail);
  end_link();
  return shift;
}

}  // namespace assize::render::pdf
