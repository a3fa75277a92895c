// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/vocabulary.h"

namespace assize::catalogue {

/// Why a condition can hold for no subject whatever is described.
struct Never {
  std::string because;
  input::Place place;
};

/// What is known of conditions that must hold together, asked of one kind of subject.
struct Prospect {
  std::optional<Never> never;       ///< Nothing: it may hold, as far as can be seen.
  std::vector<Never> alternatives;  ///< Of `any`: each one that can never be the one that holds.
  std::vector<bool> kinds;          ///< By kind: whether an element or flow of it may satisfy the conditions.
};

/// Sound, not complete: what it calls impossible is impossible; it may miss some. Seen are
///   - kinds: what `is` asks for and excludes, within `kinds`; traits narrow them to where they may stand;
///   - traits that are true or false, which have one value; and stages, of which a system is in one;
///   - what is asked for and denied at once, word for word, or a trait by a wider list of values;
///   - words that never hold of such a subject: `inside` of a flow, `carries` of an element, `is` of the system;
///   - facts that cannot be answered of it; of others the definition, which must hold as well;
///   - inner conditions (`somewhere: C`, `linked: {to: C}`) for themselves.
/// Traits of other values may have several at once: two of them never contradict each other.
/// `kinds`: by kind, those that the subject may have; all of them when empty. The vocabulary is settled.
Prospect prospect(const std::vector<const Condition*>& conditions, Scope scope, std::vector<bool> kinds,
                  const Vocabulary& vocabulary);

/// By kind: whether it is one of these, or below one.
std::vector<bool> kinds_below(const std::vector<int>& kinds, const Vocabulary& vocabulary);

}  // namespace assize::catalogue
