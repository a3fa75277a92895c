// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/tree.h"

namespace assize::input {

// Reading a tree that a schema has already judged. What is missing or of the wrong shape gives the empty value, so that
// reading goes on and finds what else is wrong; the schema has reported it.

/// A value together with where it was said.
template <class T>
struct Said {
  T value = {};
  Place place = {};
};

/// The text under `key` as it was written (numbers and booleans too), or "".
std::string text_at(const Tree& map, std::string_view key);
Said<std::string> said_at(const Tree& map, std::string_view key);
bool true_at(const Tree& map, std::string_view key);
std::optional<Date> date_at(const Tree& map, std::string_view key);
/// The items under `key`; a single value counts as a list of one; missing is empty.
std::vector<const Tree*> items_at(const Tree& map, std::string_view key);
std::vector<std::string> texts_at(const Tree& map, std::string_view key);
std::vector<Said<std::string>> saids_at(const Tree& map, std::string_view key);

}  // namespace assize::input
