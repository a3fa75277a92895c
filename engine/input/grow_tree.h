// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.h"
#include "engine/input/limits.h"
#include "engine/input/lines.h"
#include "engine/input/result.h"
#include "engine/input/source.h"
#include "engine/input/tree.h"

namespace assize::input {

/// Where a value stands in the tree: the index of the child to take at each level from the root.
using TreePath = std::vector<std::size_t>;

/// Makes a Tree of what a parser reports, piece by piece, and holds it against the limits; the same for YAML and JSON.
/// Never recurses, so no input can exhaust the stack. The parser must report in a sound order: a key before each value
/// of a map, and `close` once for each `open`.
class TreeGrower {
 public:
  TreeGrower(const Source& source, const Limits& limits) : limits_(limits), lines_(source) {}

  void open(Tree::Shape list_or_map, Span at);
  void close();
  void key(std::string text, Span at);
  /// A scalar, whose place is set here.
  void scalar(Tree value, Span at);
  /// The value at `from`, which is closed, once more: with the places of the first. `at` is where it is asked for.
  void copy(const TreePath& from, Span at);

  /// A value that is left out, but has been asked of us all the same.
  void leave_out(Span at) { count(1, 0, at); }

  void fault(std::string code, std::string message, Span at, std::string help = {});
  /// A fault after which the rest cannot be read.
  void give_up(std::string code, std::string message, Span at, std::string help = {});
  /// Reads no further; a fault says why.
  void stop() { stopped_ = true; }
  bool stopped() const { return stopped_; }

  bool expects_key() const { return !open_.empty() && open_.back()->shape == Tree::Shape::map && !has_key_; }
  /// Lists and maps around the next value.
  std::size_t depth() const { return open_.size(); }
  /// The path that the next value will have.
  TreePath next_path() const;
  /// Whether the value at `path` is not complete yet: the next one will stand inside it.
  bool is_open(const TreePath& path) const;
  /// The place of the innermost list or map that is still open; nothing when there is none.
  const Tree* innermost() const { return open_.empty() ? nullptr : open_.back(); }
  const Lines& lines() const { return lines_; }

  /// The tree, or all that was wrong. Call it once, at the end.
  Result<Tree> finish();

 private:
  void report(std::string code, std::string message, Place place, std::string help);
  Tree& add(Tree value);
  bool count(std::size_t values, std::size_t place_bytes, Span at);
  /// Of the value that comes next, or of the map where a key is expected.
  std::string next_pointer() const;
  void check_characters(std::string_view text, Span at);

  const Limits limits_;
  Lines lines_;
  Tree root_;
  bool has_root_ = false;
  bool has_key_ = false;  ///< The last member of the innermost map waits for its value.
  bool stopped_ = false;
  /// From the root inwards. The pointers hold: a list or map grows only while nothing in it is open.
  std::vector<Tree*> open_;
  std::size_t values_ = 0;
  std::size_t place_bytes_ = 0;
  std::size_t alias_values_ = 0;
  std::size_t alias_bytes_ = 0;
  Diagnostics found_;
};

}  // namespace assize::input
