// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/place.h"

namespace assize::input {

struct Member;

/// A value that a user wrote, YAML or JSON, with the place of each part.
struct Tree {
  enum class Shape { null, boolean, integer, number, text, list, map };
  Shape shape = Shape::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;            ///< Set for integers too.
  std::string text;             ///< A scalar as it was written (without quotes), whatever its shape.
  std::vector<Tree> items;      ///< Of a list.
  std::vector<Member> members;  ///< Of a map, in the order written; keys are distinct.
  Place place;

  /// The value under `key`, or null when this is no map or has no such key.
  const Tree* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Place key_place;
  Tree value;
};

/// "a map", "a list", "text", ... as a message would call it.
std::string_view name_of(Tree::Shape shape);

}  // namespace assize::input
