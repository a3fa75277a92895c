// SPDX-License-Identifier: Apache-2.0
#include "engine/input/tree_order.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace assize::input {
namespace {

std::strong_ordering order(double a, double b) {
  if (a < b) return std::strong_ordering::less;
  return a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

/// Without rounding the integer to a double.
std::strong_ordering order(std::int64_t a, double b) {
  constexpr double beyond = 9223372036854775808.0;  // 2^63
  if (b >= beyond) return std::strong_ordering::less;
  if (b < -beyond) return std::strong_ordering::greater;
  const double whole = std::trunc(b);
  const auto by_whole = a <=> static_cast<std::int64_t>(whole);
  return by_whole != 0 ? by_whole : order(whole, b);
}

std::strong_ordering order_numbers(const Tree& a, const Tree& b) {
  const bool a_whole = a.shape == Tree::Shape::integer, b_whole = b.shape == Tree::Shape::integer;
  if (a_whole && b_whole) return a.integer <=> b.integer;
  if (a_whole) return order(a.integer, b.number);
  if (b_whole) return 0 <=> order(b.integer, a.number);
  return order(a.number, b.number);
}

std::vector<const Member*> by_key(const Tree& map) {
  std::vector<const Member*> members;
  members.reserve(map.members.size());
  for (const auto& member : map.members) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const Member* a, const Member* b) { return a->key < b->key; });
  return members;
}

}  // namespace

std::strong_ordering order(const Tree& a, const Tree& b) {
  const auto kind = [](const Tree& tree) {
    return tree.shape == Tree::Shape::integer ? Tree::Shape::number : tree.shape;
  };
  if (kind(a) != kind(b)) return kind(a) <=> kind(b);
  switch (a.shape) {
    case Tree::Shape::null:
      return std::strong_ordering::equal;
    case Tree::Shape::boolean:
      return a.boolean <=> b.boolean;
    case Tree::Shape::integer:
    case Tree::Shape::number:
      return order_numbers(a, b);
    case Tree::Shape::text:
      return a.text.compare(b.text) <=> 0;
    case Tree::Shape::list:
      break;
    case Tree::Shape::map:
      if (a.members.size() != b.members.size()) return a.members.size() <=> b.members.size();
      const auto of_a = by_key(a), of_b = by_key(b);
      for (std::size_t i = 0; i < of_a.size(); ++i) {
        if (const int keys = of_a[i]->key.compare(of_b[i]->key); keys != 0) return keys <=> 0;
        if (const auto values = order(of_a[i]->value, of_b[i]->value); values != 0) return values;
      }
      return std::strong_ordering::equal;
  }
  if (a.items.size() != b.items.size()) return a.items.size() <=> b.items.size();
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (const auto items = order(a.items[i], b.items[i]); items != 0) return items;
  return std::strong_ordering::equal;
}

}  // namespace assize::input
