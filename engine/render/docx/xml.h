// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assize::render::docx {

/// Writes one XML part. Names are literals of ours; texts and values may be anything and are escaped. What XML cannot
/// hold (control characters, bytes that are no UTF-8) becomes U+FFFD and is counted.
class Xml {
 public:
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  using Attributes = std::initializer_list<Attribute>;

  Xml();
  Xml& open(std::string_view name, Attributes attributes = {});
  Xml& leaf(std::string_view name, Attributes attributes = {});
  Xml& text(std::string_view words);
  Xml& close();
  /// Whole elements that another writer has made.
  Xml& append(std::string_view elements);

  /// The part, when all that was opened is closed.
  std::string take();
  /// The same, adding to `replaced`.
  std::string take(std::size_t& replaced);
  /// A writer of elements that will be `append`ed: without a declaration.
  static Xml fragment();

 private:
  void start(std::string_view name, Attributes attributes);
  void escape(std::string_view words, bool in_attribute);

  std::string xml_;
  std::vector<std::string_view> open_;
  std::size_t replaced_ = 0;
};

}  // namespace assize::render::docx
