// SPDX-License-Identifier: Apache-2.0
#include "engine/input/nearest.h"

#include <algorithm>

#include "engine/input/quote.h"

namespace assize::input {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits between two words, where neighbours may be swapped once (optimal string alignment), in bytes; letters of
/// another case count as the same when `fold` says so. Anything above `most` comes back as `most + 1`.
template <class Fold>
int edits(std::string_view a, std::string_view b, int most, Fold fold) {
  const auto longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (longer - shorter > static_cast<std::size_t>(most)) return most + 1;
  std::vector<int> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    int least = now[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = fold(a[i - 1]) == fold(b[j - 1]);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && fold(a[i - 1]) == fold(b[j - 2]) && fold(a[i - 2]) == fold(b[j - 1]))
        now[j] = std::min(now[j], before_last[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > most + 1) return most + 1;  // One more than `most`: a swap looks back two rows.
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return std::min(last[b.size()], most + 1);
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const int most = static_cast<int>(std::min<std::size_t>(word.size() / 3, 4));
  const std::string* best = nullptr;
  int best_edits = most + 1, best_letters = 0;
  for (const auto& candidate : candidates) {
    // Case is no edit that counts, or `ID` would be as far from `id` as from `up`; it only breaks ties.
    const int letters = edits(word, candidate, most, lower);
    if (letters > most || letters > best_edits) continue;
    const int exact = edits(word, candidate, static_cast<int>(word.size()) + most, [](char c) { return c; });
    if (letters == best_edits && exact >= best_letters) continue;
    best = &candidate;
    best_edits = letters;
    best_letters = exact;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = nearest(word, candidates);
  return near ? "did you mean " + quote(*near) + "?" : std::string();
}

std::string suggest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t readable = 24;
  auto help = did_you_mean(word, candidates);
  if (!help.empty() || candidates.empty() || candidates.size() > readable) return help;
  std::vector<std::string> quoted;
  for (const auto& candidate : candidates) quoted.push_back(quote(candidate));
  return candidates.size() == 1 ? "it can only be " + quoted.front() : "it is one of: " + one_of(quoted);
}

}  // namespace assize::input
