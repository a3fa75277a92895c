// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/input/diagnostic.h"
#include "engine/input/tree.h"
#include "engine/model/system.h"

namespace assize::catalogue {

/// What a condition can say. A catalogue that cannot say something gets a new word here, never a rule in C++.
enum class Word {
  always,
  all,
  any,
  negation,  ///< `not`
  is,
  trait,
  has,
  fact,
  // The words below look beyond the subject; facts alone may use them.
  somewhere,
  some_flow,
  linked,
  linked_from,
  goes_into,
  made_from,
  reached_from,
  reaches,
  on_flow,
  flow_in,
  flow_out,
  carried_by,
  carries,
  starts_at,
  ends_at,
  crosses_boundary,
  inside,
  stage
};

/// What a condition may be asked of.
enum class Scope { system, element, flow };

/// A question about a subject (an element, a flow or the system). Plain data: walk/holds.cpp gives it its meaning.
struct Condition {
  Word word = Word::always;
  std::string name;                 ///< Of a trait or a fact.
  std::vector<std::string> names;   ///< Kinds, values of a trait, boundary kinds or stages: one is enough.
  std::vector<model::Relation> by;  ///< Of `linked` and `linked-from`.
  std::vector<Condition> parts;     ///< Of `all`, `any`; the one inner condition of the others.
  input::Place place;
  std::vector<int> kinds;  ///< `names` of `is`, resolved by Vocabulary::resolve.
  int fact = -1;           ///< Index of the fact, resolved likewise.
  int search = -1;         ///< Number among the words whose answer needs a search of the whole system, or -1.
};

/// Reads a map of words, all of which must hold. The schema has judged its form.
Condition read_condition(const input::Tree& tree);

}  // namespace assize::catalogue
