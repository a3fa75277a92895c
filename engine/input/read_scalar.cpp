// SPDX-License-Identifier: Apache-2.0
#include "engine/input/read_scalar.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace assize::input {
namespace {

std::size_t digits_at(std::string_view text, std::size_t from) {
  const auto end = std::min(text.find_first_not_of("0123456789", from), text.size());
  return end - std::min(from, end);
}

/// Whether text is a number, and which kind; text otherwise.
Tree::Shape shape_of(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const auto whole = digits_at(text, at);
  if (whole > 1 && text[at] == '0') return Tree::Shape::text;  // A telephone number, an id: the zeros matter.
  at += whole;
  if (whole > 0 && at == text.size()) return Tree::Shape::integer;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    fraction = digits_at(text, at + 1);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return Tree::Shape::text;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const auto exponent = digits_at(text, at);
    if (exponent == 0) return Tree::Shape::text;
    at += exponent;
  }
  return at == text.size() ? Tree::Shape::number : Tree::Shape::text;
}

template <class Number>
bool parse(std::string_view text, Number& number) {
  if (text[0] == '+') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Scalar read_scalar(std::string written) {
  Scalar read;
  Tree& tree = read.tree;
  tree.text = std::move(written);
  const std::string_view text = tree.text;
  if (text.empty() || text == "~" || text == "null") {
    tree.shape = Tree::Shape::null;
  } else if (text == "true" || text == "false") {
    tree.shape = Tree::Shape::boolean;
    tree.boolean = text == "true";
  } else {
    tree.shape = shape_of(text);
    if (tree.shape == Tree::Shape::integer) {
      read.fits = parse(text, tree.integer);
      tree.number = static_cast<double>(tree.integer);
    } else if (tree.shape == Tree::Shape::number) {
      read.fits = parse(text, tree.number);
    }
  }
  return read;
}

}  // namespace assize::input
