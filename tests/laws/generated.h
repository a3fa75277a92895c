// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/assessment.h"

namespace assize::laws {

/// A description as lines of text, so that a law can add one, leave one out or shuffle them.
struct Described {
  std::string stage, system_traits;
  std::vector<std::string> agents, boundaries, elements, flows, harms, implementations, evidence, overrides, treatments;
  std::vector<std::string> element_ids;
};

/// What a law wants to keep out of the way.
struct Wanted {
  bool implementations = true;
  bool metrics = true;
  bool all_evidence_made = false;  ///< Before 2026-01-01: then nothing becomes valid later.
};

/// Shapes, not plausible systems: kinds, traits, links, flows and boundaries in any mixture that can be read. The same
/// seed gives the same lines.
Described random_system(std::uint32_t seed, const Wanted& wanted = {});

/// A line that states an implementation of some shipped mitigation.
std::string random_implementation(std::mt19937& chance, const Described& described, const std::string& id);

/// With the shipped vocabulary, threats, mitigations and methods. Throws what is wrong when it cannot be read.
Project read(const Described& described);

/// A folder below examples/, with all shipped packs; nothing, and what is `wrong`, when it cannot be read.
std::optional<Project> read_example(const std::string& name, std::string& wrong);

/// Below `n`; the same on every platform, which the distributions of the standard library do not promise.
inline std::size_t below(std::mt19937& chance, std::size_t n) { return chance() % n; }
inline bool one_in(std::mt19937& chance, std::size_t n) { return below(chance, n) == 0; }

template <class T>
const T& pick(std::mt19937& chance, const std::vector<T>& from) {
  return from[below(chance, from.size())];
}
template <class T>
void shuffle(std::mt19937& chance, std::vector<T>& list) {
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(chance, i)]);
}

}  // namespace assize::laws
