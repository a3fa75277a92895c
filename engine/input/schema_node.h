// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/input/check_schema.h"

namespace assize::input {

/// The types of JSON Schema, as bits. `integer` is a number written without point and exponent: `1.0` is none, so that
/// who asks for an integer finds one in Tree::integer.
namespace type {
constexpr std::uint8_t null = 1, boolean = 2, integer = 4, number = 8, text = 16, list = 32, map = 64;
constexpr std::uint8_t any = 127;
}  // namespace type

/// One schema; what a keyword says that is not there is nothing, null or empty. Pointers lead to nodes of the same
/// compiled schema and may form circles, but never without going into a list or map on the way.
struct Schema::Node {
  bool refuses_all = false;  ///< The schema `false`.
  std::uint8_t types = type::any;
  std::string title;
  std::string description;

  struct Property {
    const Node* node = nullptr;           ///< Null: only named by `required`.
    std::optional<std::size_t> required;  ///< Its place in `required`.
  };
  std::map<std::string, Property, std::less<>> properties;
  std::vector<std::string> required;
  std::vector<std::pair<std::unique_ptr<RE2>, const Node*>> pattern_properties;
  const Node* additional_properties = nullptr;
  bool is_closed = false;  ///< `additionalProperties: false`.
  const Node* property_names = nullptr;
  std::optional<std::size_t> least_properties, most_properties;

  const Node* items = nullptr;
  std::optional<std::size_t> least_items, most_items;
  bool unique_items = false;

  std::vector<Tree> allowed;  ///< Of `enum`, or the one of `const`.
  bool has_const = false;
  bool has_allowed = false;
  std::optional<Tree> least, most;  ///< Numbers.
  std::optional<std::size_t> least_length, most_length;
  std::unique_ptr<RE2> pattern;
  bool is_date = false;

  std::vector<const Node*> any_of, one_of;
  const Node* ref = nullptr;
};

}  // namespace assize::input
