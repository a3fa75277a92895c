// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/fields.h"
#include "engine/input/tree.h"

namespace assize::model {

/// What a person answers to a question of law. Its type is checked against the question by read_project.
struct Answer {
  std::vector<input::Said<std::string>> values;                 ///< As written; one, unless a list was given.
  bool is_list = false, is_boolean = false, is_number = false;  ///< How it was written: `"true"` is text.
  double number = 0;                                            ///< Of an answer that is a number.
  std::string because, source;
  input::Said<std::string> by;  ///< Who answered; may be empty.
  std::optional<input::Date> on;
  input::Place place;  ///< Of the answer itself.
};

/// A value, a list of values, or `{answer: ..., because: ..., by: ..., on: ..., source: ...}`.
Answer read_answer(const input::Tree& tree);

}  // namespace assize::model
