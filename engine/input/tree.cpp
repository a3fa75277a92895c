// SPDX-License-Identifier: Apache-2.0
#include "engine/input/tree.h"

#include <cstdlib>

namespace assize::input {

const Tree* Tree::find(std::string_view key) const {
  for (const auto& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string_view name_of(Tree::Shape shape) {
  switch (shape) {
    case Tree::Shape::null:
      return "nothing";
    case Tree::Shape::boolean:
      return "true or false";
    case Tree::Shape::integer:
      return "a whole number";
    case Tree::Shape::number:
      return "a decimal number";
    case Tree::Shape::text:
      return "text";
    case Tree::Shape::list:
      return "a list";
    case Tree::Shape::map:
      return "a map";
  }
  std::abort();
}

}  // namespace assize::input
