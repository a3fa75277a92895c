// SPDX-License-Identifier: Apache-2.0
#include "engine/input/grow_tree.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>
#include <utility>

#include "engine/input/control_character.h"
#include "engine/input/quote.h"

namespace assize::input {
namespace {

/// RFC 6901.
void append_escaped(std::string& pointer, std::string_view key) {
  for (const char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

/// What a copy of a value costs. Stops counting past `most` values.
struct Size {
  std::size_t values = 0;
  std::size_t bytes = 0;  ///< Text and pointers.
  int depth = 0;          ///< Lists and maps inside each other; 0 for a scalar.
};
void measure(const Tree& tree, std::size_t most, int depth, Size& size) {
  if (++size.values > most) return;
  size.bytes += tree.text.size() + tree.place.pointer.size();
  const bool nests = tree.shape == Tree::Shape::list || tree.shape == Tree::Shape::map;
  size.depth = std::max(size.depth, nests ? depth + 1 : depth);
  for (const auto& item : tree.items) {
    measure(item, most, depth + 1, size);
    if (size.values > most) return;
  }
  for (const auto& member : tree.members) {
    size.bytes += member.key.size() + member.key_place.pointer.size();
    measure(member.value, most, depth + 1, size);
    if (size.values > most) return;
  }
}

/// The members whose key has stood in the map before, each with the first of that key, in the order written.
std::vector<std::pair<std::size_t, std::size_t>> repeated(const std::vector<Member>& members) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t index) -> const std::string& { return members[index].key; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = key(a).compare(key(b));
    return compared != 0 ? compared < 0 : a < b;
  });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (key(order[first]) == key(order[i]))
      found.emplace_back(order[i], order[first]);
    else
      first = i;
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

void TreeGrower::report(std::string code, std::string message, Place place, std::string help) {
  if (stopped_) return;
  found_.push_back({Severity::error, std::move(code), std::move(message), std::move(place), std::move(help)});
  if (found_.size() < limits_.faults) return;
  found_.push_back({Severity::error, "too-many-faults", "too much is wrong here: the rest was not read",
                    found_.back().place, "mend the first faults, then check again"});
  stopped_ = true;
}

void TreeGrower::fault(std::string code, std::string message, Span at, std::string help) {
  Place place = lines_.place(at);
  place.pointer = next_pointer();
  report(std::move(code), std::move(message), std::move(place), std::move(help));
}

void TreeGrower::give_up(std::string code, std::string message, Span at, std::string help) {
  fault(std::move(code), std::move(message), at, std::move(help));
  stopped_ = true;
}

bool TreeGrower::count(std::size_t values, std::size_t place_bytes, Span at) {
  values_ += values;
  place_bytes_ += place_bytes;
  if (values_ > limits_.values)
    give_up("too-many-values", "the file holds more than " + std::to_string(limits_.values) + " values", at,
            "split it into several files");
  else if (place_bytes_ > limits_.place_bytes)
    give_up("too-many-values", "too many values stand under long keys", at, "shorten the keys or split the file");
  return !stopped_;
}

std::string TreeGrower::next_pointer() const {
  if (open_.empty()) return {};
  const Tree& parent = *open_.back();
  std::string pointer = parent.place.pointer;
  if (expects_key()) return pointer;
  pointer += '/';
  if (parent.shape == Tree::Shape::list)
    pointer += std::to_string(parent.items.size());
  else
    append_escaped(pointer, parent.members.back().key);
  return pointer;
}

TreePath TreeGrower::next_path() const {
  TreePath path;
  for (const Tree* tree : open_) {
    const bool innermost = tree == open_.back();
    // Of an outer list the last item is the one that is open; the next one of the innermost is not there yet.
    path.push_back(tree->shape == Tree::Shape::map ? tree->members.size() - 1
                                                   : tree->items.size() - (innermost ? 0 : 1));
  }
  return path;
}

bool TreeGrower::is_open(const TreePath& path) const {
  if (open_.size() <= path.size()) return false;
  const auto next = next_path();
  return std::equal(path.begin(), path.end(), next.begin());
}

Tree& TreeGrower::add(Tree value) {
  if (open_.empty()) {
    assert(!has_root_);
    has_root_ = true;
    return root_ = std::move(value);
  }
  Tree& parent = *open_.back();
  if (parent.shape == Tree::Shape::list) return parent.items.emplace_back(std::move(value));
  assert(has_key_);
  has_key_ = false;
  return parent.members.back().value = std::move(value);
}

void TreeGrower::open(Tree::Shape list_or_map, Span at) {
  if (stopped_) return;
  if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
    give_up("nested-too-deep", "more than " + std::to_string(limits_.depth) + " lists and maps stand inside each other",
            at);
    return;
  }
  Tree value;
  value.shape = list_or_map;
  value.place = lines_.place({at.begin, at.begin});
  value.place.pointer = next_pointer();
  if (!count(1, value.place.pointer.size(), at)) return;
  open_.push_back(&add(std::move(value)));
}

void TreeGrower::close() {
  if (stopped_) return;
  Tree& closed = *open_.back();
  assert(!has_key_);
  for (const auto& [again, first] : repeated(closed.members)) {
    const auto& member = closed.members[again];
    report("repeated-key", "the key " + quote(member.key) + " stands twice in one map", member.key_place,
           "the first is in line " + std::to_string(closed.members[first].key_place.line) + ": remove or rename one");
  }
  open_.pop_back();
}

void TreeGrower::key(std::string text, Span at) {
  if (stopped_) return;
  assert(expects_key());
  if (text.size() > limits_.key_bytes) {
    fault("text-too-long", "this key has more than " + std::to_string(limits_.key_bytes) + " bytes", at,
          "is a quote or a `:` in the wrong place?");
    text.resize(limits_.key_bytes);
  }
  check_characters(text, at);
  Member& member = open_.back()->members.emplace_back();
  has_key_ = true;
  member.key = std::move(text);
  member.key_place = lines_.place(at);
  member.key_place.pointer = next_pointer();
  count(0, member.key_place.pointer.size(), at);
}

void TreeGrower::scalar(Tree value, Span at) {
  if (stopped_) return;
  if (value.text.size() > limits_.text_bytes) {
    fault("text-too-long", "this text has more than " + std::to_string(limits_.text_bytes) + " bytes", at,
          "is a closing quote missing?");
    value.text.resize(0);
  }
  check_characters(value.text, at);
  value.place = lines_.place(at);
  value.place.pointer = next_pointer();
  if (count(1, value.place.pointer.size(), at)) add(std::move(value));
}

void TreeGrower::check_characters(std::string_view text, Span at) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_control(text, i)) continue;
    if (text[i] == '\0')
      fault("nul-byte", "an escape in this text makes a NUL byte", at, "remove the escape");
    else
      fault("control-character", "an escape in this text makes a control character", at, "remove the escape");
    return;
  }
}

void TreeGrower::copy(const TreePath& from, Span at) {
  if (stopped_) return;
  const Tree* original = &root_;
  for (const auto index : from)
    original = original->shape == Tree::Shape::list ? &original->items[index] : &original->members[index].value;
  Size size;
  measure(*original, limits_.alias_values - std::min(limits_.alias_values, alias_values_), 0, size);
  alias_values_ += size.values;
  alias_bytes_ += size.bytes;
  if (alias_values_ > limits_.alias_values || alias_bytes_ > limits_.alias_bytes) {
    give_up("alias-bomb", "the aliases of this file stand for too much", at, "write the values out, or split the file");
  } else if (open_.size() + static_cast<std::size_t>(size.depth) > static_cast<std::size_t>(limits_.depth)) {
    give_up("nested-too-deep",
            "with what this alias stands for, more than " + std::to_string(limits_.depth) +
                " lists and maps stand inside each other",
            at);
  } else if (count(size.values, 0, at)) {
    Tree copied = *original;  // First: adding may move the original.
    add(std::move(copied));
  }
}

Result<Tree> TreeGrower::finish() {
  if (!found_.empty()) {
    // Repeated keys are found where their map ends: bring them back to where they stand.
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      const bool a_is_end = a.code == "too-many-faults", b_is_end = b.code == "too-many-faults";
      return std::tie(a_is_end, a.place.line, a.place.column) < std::tie(b_is_end, b.place.line, b.place.column);
    });
    return std::move(found_);
  }
  assert(has_root_ && open_.empty());
  return std::move(root_);
}

}  // namespace assize::input
