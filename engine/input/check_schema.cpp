// SPDX-License-Identifier: Apache-2.0
#include "engine/input/check_schema.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "engine/input/date.h"
#include "engine/input/limits.h"
#include "engine/input/nearest.h"
#include "engine/input/schema_fault.h"
#include "engine/input/schema_node.h"
#include "engine/input/tree_order.h"

namespace assize::input {
namespace {

using Node = Schema::Node;

std::uint8_t type_of(const Tree& value) {
  switch (value.shape) {
    case Tree::Shape::null:
      return type::null;
    case Tree::Shape::boolean:
      return type::boolean;
    case Tree::Shape::integer:
      return type::integer;
    case Tree::Shape::number:
      return type::number;
    case Tree::Shape::text:
      return type::text;
    case Tree::Shape::list:
      return type::list;
    case Tree::Shape::map:
      return type::map;
  }
  std::abort();
}

/// The types that a schema can allow, seen through references and branches.
std::uint8_t types_of(const Node& node) {
  unsigned types = node.refuses_all ? 0u : node.types;
  if (node.ref != nullptr) types &= types_of(*node.ref);
  for (const auto* branches : {&node.any_of, &node.one_of}) {
    unsigned either = branches->empty() ? type::any : 0u;
    for (const auto* branch : *branches) either |= types_of(*branch);
    types &= either;
  }
  return static_cast<std::uint8_t>(types);
}

/// The schema, itself or the one it refers to, that lists the values allowed; null when none does.
const Node* listing(const Node* node) {
  while (node != nullptr && !node->has_allowed) node = node->ref;
  return node;
}

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Holds values against schemas. Without a sink it stops at the first fault; with one it says them all.
class Checker {
 public:
  bool check(const Node& node, const Tree& value, Diagnostics* sink) {
    if (sink != nullptr) return check_all(node, value, sink);
    if (node.any_of.empty() && node.one_of.empty()) return check_all(node, value, nullptr);
    // A value may be asked about once for each branch around it: without this, time doubles with each level.
    const auto [known, is_new] = fits_.try_emplace({&node, &value}, false);
    if (!is_new) return known->second;
    const bool fits = check_all(node, value, nullptr);
    return fits_[{&node, &value}] = fits;
  }

 private:
  using Sink = Diagnostics*;

  bool check_all(const Node& node, const Tree& value, Sink sink) {
    if (sink != nullptr && sink->size() >= Limits{}.faults) return false;
    bool ok = check_itself(node, value, sink);
    if (!ok && (sink == nullptr || (node.types & type_of(value)) == 0)) return false;
    const bool children = each_child(node, value, [&](const Node& child_node, const Tree& child) {
      return check(child_node, child, sink) || (ok = false, sink != nullptr);
    });
    if (!children) return false;
    if (node.ref != nullptr) ok = check(*node.ref, value, sink) && ok;
    if (!ok && sink == nullptr) return false;
    if (!node.any_of.empty()) ok = check_branches(node, node.any_of, false, value, sink) && ok;
    if (!node.one_of.empty()) ok = check_branches(node, node.one_of, true, value, sink) && ok;
    return ok;
  }

  /// Calls `visit` for each item or member and the schemas it has to meet, until that says no.
  template <class Visit>
  bool each_child(const Node& node, const Tree& value, Visit visit) {
    if (node.items != nullptr)
      for (const auto& item : value.items)
        if (!visit(*node.items, item)) return false;
    for (const auto& member : value.members) {
      const auto property = node.properties.find(member.key);
      bool named = property != node.properties.end() && property->second.node != nullptr;
      if (named && !visit(*property->second.node, member.value)) return false;
      for (const auto& [pattern, child] : node.pattern_properties)
        if (RE2::PartialMatch(member.key, *pattern)) {
          named = true;
          if (!visit(*child, member.value)) return false;
        }
      if (!named && node.additional_properties != nullptr && !visit(*node.additional_properties, member.value))
        return false;
    }
    return true;
  }

  /// What the schema says about this value alone, not about what is in it.
  bool check_itself(const Node& node, const Tree& value, Sink sink) {
    const auto has = [&](unsigned types) { return (type_of(value) & types) != 0; };
    if (node.refuses_all) return fail(sink, [&] { return schema_fault::nothing_allowed(value); });
    if (!has(node.types))
      return fail(sink, [&] { return schema_fault::wrong_type(types_of(node), value, node.description); });
    bool ok = check_allowed(node, value, sink);
    if (ok || sink != nullptr) {
      if (has(type::number | type::integer)) ok = check_number(node, value, sink) && ok;
      if (has(type::text)) ok = check_words(node, value, sink) && ok;
      if (has(type::list)) ok = check_list(node, value, sink) && ok;
      if (has(type::map)) ok = check_map(node, value, sink) && ok;
    }
    return ok;
  }

  template <class Make>
  static bool fail(Sink sink, Make make) {
    if (sink != nullptr && sink->size() < Limits{}.faults) sink->push_back(make());
    return false;
  }

  static bool check_allowed(const Node& node, const Tree& value, Sink sink) {
    if (!node.has_allowed) return true;
    for (const auto& allowed : node.allowed)
      if (order(allowed, value) == 0) return true;
    return fail(sink, [&] {
      std::vector<const Tree*> all;
      for (const auto& allowed : node.allowed) all.push_back(&allowed);
      return schema_fault::not_one_of(all, value, node.description);
    });
  }

  static bool check_number(const Node& node, const Tree& value, Sink sink) {
    if (node.least && order(value, *node.least) < 0)
      return fail(sink, [&] { return schema_fault::out_of_range("at least", *node.least, value, node.description); });
    if (node.most && order(value, *node.most) > 0)
      return fail(sink, [&] { return schema_fault::out_of_range("at most", *node.most, value, node.description); });
    return true;
  }

  using Bound = std::optional<std::size_t>;
  static bool check_count(Bound least, Bound most, std::size_t found, std::string_view unit, const Tree& value,
                          Sink sink) {
    if (least && found < *least)
      return fail(sink, [&] { return schema_fault::wrong_length("at least", *least, found, unit, value); });
    if (most && found > *most)
      return fail(sink, [&] { return schema_fault::wrong_length("at most", *most, found, unit, value); });
    return true;
  }

  static bool check_words(const Node& node, const Tree& value, Sink sink) {
    const bool counts = node.least_length || node.most_length;
    bool ok =
        !counts || check_count(node.least_length, node.most_length, characters(value.text), "character", value, sink);
    // An empty text is too short; that it lacks the form as well says nothing more.
    if (ok && node.pattern && !RE2::PartialMatch(value.text, *node.pattern))
      ok = fail(sink, [&] { return schema_fault::bad_pattern(node, value); });
    if (ok && node.is_date && !parse_date(value.text)) ok = fail(sink, [&] { return schema_fault::not_a_date(value); });
    return ok;
  }

  static bool check_list(const Node& node, const Tree& value, Sink sink) {
    bool ok = check_count(node.least_items, node.most_items, value.items.size(), "item", value, sink);
    if (!node.unique_items || (!ok && sink == nullptr)) return ok;
    std::vector<std::size_t> sorted(value.items.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](auto a, auto b) { return order(value.items[a], value.items[b]) < 0; });
    std::vector<std::pair<std::size_t, std::size_t>> repeated;  // The item, and the first of its kind.
    std::size_t first = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (order(value.items[sorted[first]], value.items[sorted[i]]) == 0)
        repeated.emplace_back(sorted[i], sorted[first]);
      else
        first = i;
    }
    std::sort(repeated.begin(), repeated.end());
    for (const auto& [again, one] : repeated)
      ok = fail(sink, [&, i = again, j = one] { return schema_fault::repeated_item(value.items[i], value.items[j]); });
    return ok;
  }

  static bool check_map(const Node& node, const Tree& value, Sink sink) {
    bool ok = check_count(node.least_properties, node.most_properties, value.members.size(), "key", value, sink);
    std::vector<bool> seen(node.required.size());
    std::vector<const Member*> unknown;
    for (const auto& member : value.members) {
      const auto property = node.properties.find(member.key);
      const bool named = property != node.properties.end();
      if (named && property->second.required) seen[*property->second.required] = true;
      if (node.is_closed && !(named && property->second.node != nullptr) && !matches(node, member.key))
        unknown.push_back(&member);
      if (node.property_names != nullptr && !check_name(node, member, sink)) ok = false;
      if (sink == nullptr && (!ok || !unknown.empty())) return false;
    }
    std::vector<std::string> absent;
    if (!unknown.empty())
      for (auto& key : schema_fault::known_keys(node))
        if (value.find(key) == nullptr) absent.push_back(std::move(key));
    Diagnostics unknown_keys;
    for (const auto* member : unknown) {
      if (unknown_keys.size() >= Limits{}.faults) break;
      const auto meant = nearest(member->key, absent).value_or("");
      unknown_keys.push_back(schema_fault::unknown_key(node, *member, meant));
      // One mistake, one complaint: the key that was meant is not missing as well.
      const auto property = node.properties.find(meant);
      if (property != node.properties.end() && property->second.required) seen[*property->second.required] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (!seen[i]) ok = fail(sink, [&] { return schema_fault::missing_key(node, node.required[i], value); });
    for (auto& fault : unknown_keys) ok = fail(sink, [&] { return std::move(fault); });
    return ok;
  }

  static bool matches(const Node& node, const std::string& key) {
    return std::any_of(node.pattern_properties.begin(), node.pattern_properties.end(),
                       [&](const auto& property) { return RE2::PartialMatch(key, *property.first); });
  }

  static bool check_name(const Node& node, const Member& member, Sink sink) {
    Tree name;
    name.shape = Tree::Shape::text;
    name.text = member.key;
    name.place = member.key_place;
    return Checker().check(*node.property_names, name, sink);  // Its own memory: the name does not outlive this.
  }

  bool check_branches(const Node& node, const std::vector<const Node*>& branches, bool only_one, const Tree& value,
                      Sink sink) {
    std::size_t fitting = 0;
    for (const auto* branch : branches) {
      if (check(*branch, value, nullptr) && ++fitting > 1)
        return fail(sink, [&] { return schema_fault::fits_several(value); });
      if (fitting == 1 && !only_one) return true;
    }
    if (fitting == 1 || sink == nullptr) return fitting == 1;
    return explain_branches(node, branches, value, sink);
  }

  /// No branch fits: says what is wrong with the one that was probably meant.
  bool explain_branches(const Node& node, const std::vector<const Node*>& branches, const Tree& value, Sink sink) {
    std::vector<const Node*> near;
    unsigned types = 0;
    for (const auto* branch : branches) {
      types |= types_of(*branch);
      if ((types_of(*branch) & type_of(value)) != 0) near.push_back(branch);
    }
    if (near.empty())
      return fail(sink,
                  [&] { return schema_fault::wrong_type(static_cast<std::uint8_t>(types), value, node.description); });
    if (std::all_of(near.begin(), near.end(), [](const Node* branch) { return listing(branch) != nullptr; })) {
      std::vector<const Tree*> allowed;
      for (const auto* branch : near)
        for (const auto& one : listing(branch)->allowed) allowed.push_back(&one);
      return fail(sink, [&] { return schema_fault::not_one_of(allowed, value, node.description); });
    }
    check(**std::min_element(near.begin(), near.end(),
                             [&](const Node* a, const Node* b) { return distance(*a, value) < distance(*b, value); }),
          value, sink);
    return false;
  }

  /// How far a value is from a schema. A constant of another value (`kind: flow`) weighs most: it names another form;
  /// then what is wrong with the value itself, such as its keys; then how much in it is wrong.
  struct Distance {
    std::size_t constants = 0, itself = 0, children = 0;
    bool operator<(const Distance& other) const {
      return std::tie(constants, itself, children) < std::tie(other.constants, other.itself, other.children);
    }
    Distance& operator+=(const Distance& other) {
      constants += other.constants;
      itself += other.itself;
      children += other.children;
      return *this;
    }
  };
  Distance distance(const Node& node, const Tree& value) {
    Distance sum;
    Diagnostics found;
    check_itself(node, value, &found);
    sum.itself = found.size();
    each_child(node, value, [&](const Node& child_node, const Tree& child) {
      if (check(child_node, child, nullptr)) return true;
      const Node* list = listing(&child_node);
      ++(list != nullptr && list->has_const ? sum.constants : sum.children);
      return true;
    });
    if (node.ref != nullptr) sum += distance(*node.ref, value);
    for (const auto* branches : {&node.any_of, &node.one_of}) {
      if (branches->empty()) continue;
      Distance least = distance(*branches->front(), value);
      for (const auto* branch : *branches) least = std::min(least, distance(*branch, value));
      sum += least;
    }
    return sum;
  }

  struct Question {
    const Node* node;
    const Tree* value;
    bool operator==(const Question& other) const { return node == other.node && value == other.value; }
  };
  struct Hash {
    std::size_t operator()(const Question& question) const {
      return std::hash<const void*>()(question.node) * 31 + std::hash<const void*>()(question.value);
    }
  };
  std::unordered_map<Question, bool, Hash> fits_;  ///< Never walked: its order does not matter.
};

}  // namespace

Diagnostics Schema::check(const Tree& value) const {
  Diagnostics found;
  Checker().check(*root_, value, &found);
  if (found.size() >= Limits{}.faults)
    found.push_back({Severity::error, "too-many-faults", "too much is wrong here: the rest was not checked",
                     found.back().place, "mend the first faults, then check again"});
  return found;
}

}  // namespace assize::input
