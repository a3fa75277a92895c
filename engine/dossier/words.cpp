// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/words.h"

#include <algorithm>
#include <functional>

namespace assize::dossier {
namespace {

/// A phrase inside a phrase inside a phrase: further down it is left as it is.
constexpr int most_depth = 4;

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string without_zero(std::string_view digits) {
  return std::string(digits.starts_with('0') ? digits.substr(1) : digits);
}

/// Where each piece lies when all that is fixed stands in the text in its order; backtracks where a fixed part stands
/// twice.
bool fit(std::string_view text, const std::vector<std::string>& fixed, std::size_t next,
         std::vector<std::string>& found) {
  if (next == fixed.size()) return text.empty();
  const bool last = next + 1 == fixed.size();
  if (last && fixed[next].empty()) {
    found.emplace_back(text);
    return !text.empty();
  }
  for (auto at = text.find(fixed[next]); at != text.npos; at = text.find(fixed[next], at + 1)) {
    if (at == 0) continue;  // A piece is never empty.
    found.emplace_back(text.substr(0, at));
    if (fit(text.substr(at + fixed[next].size()), fixed, next + 1, found)) return true;
    found.pop_back();
  }
  return false;
}

}  // namespace

const std::string* Words::exactly(const std::string& english) const {
  const auto found = phrases_.find(english);
  return found == phrases_.end() ? nullptr : &found->second;
}

std::optional<std::string> Words::say(const std::string& english, std::vector<std::string>* missed) const {
  return say(english, Saying{0, missed});
}

std::optional<std::string> Words::say(const std::string& english, Saying saying) const {
  if (const auto* exact = exactly(english)) return *exact;
  if (auto day = say_day(english)) return day;
  if (saying.depth > most_depth) return {};
  if (auto pieces = say_pieces(english, saying)) return pieces;
  for (const char* between : {"; ", ", "})
    if (auto list = say_list(english, between, saying)) return list;
  return say_behind_colon(english, saying);
}

/// A list of phrases, when each of them is known: half of one language and half of another helps nobody.
std::optional<std::string> Words::say_list(const std::string& english, const std::string& between,
                                           Saying saying) const {
  if (english.find(between) == english.npos) return {};
  std::string said;
  for (std::size_t from = 0; from <= english.size();) {
    const auto end = std::min(english.find(between, from), english.size());
    const auto one = say(english.substr(from, end - from), Saying{saying.depth + 1, nullptr});
    if (!one) return {};
    said += (from == 0 ? "" : between) + *one;
    from = end + between.size();
  }
  return said;
}

/// "A.5.1: is met by nothing": what stands before the colon is a name, or a phrase.
std::optional<std::string> Words::say_behind_colon(const std::string& english, Saying saying) const {
  const auto colon = english.find(": ");
  if (colon == english.npos) return {};
  const Saying inner{saying.depth + 1, saying.missed};
  const auto behind = say(english.substr(colon + 2), inner);
  if (!behind) return {};
  const auto before = english.substr(0, colon);
  return say(before, inner).value_or(before) + ": " + *behind;
}

std::optional<std::string> Words::say_pieces(const std::string& english, Saying saying) const {
  for (const auto& pattern : patterns_) {
    if (!english.starts_with(pattern.fixed.front())) continue;
    std::vector<std::string> found;
    auto rest = std::string_view(english);
    rest.remove_prefix(pattern.fixed.front().size());
    if (fit(rest, pattern.fixed, 1, found)) return put_together(pattern, found, saying);
  }
  return {};
}

std::string Words::put_together(const Pattern& pattern, const std::vector<std::string>& found, Saying saying) const {
  auto said = pattern.says;
  for (std::size_t i = 0; i < pattern.pieces.size(); ++i) {
    const auto name = "{" + pattern.pieces[i] + "}";
    const auto at = said.find(name);
    if (at == said.npos) continue;
    const auto piece = say(found[i], Saying{saying.depth + 1, saying.missed});
    if (!piece && saying.missed) saying.missed->push_back(found[i]);
    said.replace(at, name.size(), piece.value_or(found[i]));
  }
  return said;
}

std::optional<std::string> Words::say_number(std::string_view text) const {
  const auto point = text.find('.');
  if (point == text.npos) return {};
  const auto whole = text.substr(0, point);
  if (!is_digits(whole.starts_with('-') ? whole.substr(1) : whole) || !is_digits(text.substr(point + 1))) return {};
  return std::string(whole) + language_.decimal + std::string(text.substr(point + 1));
}

std::optional<std::string> Words::say_day(std::string_view iso) const {
  if (language_.date.empty() || iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  const auto year = iso.substr(0, 4), month = iso.substr(5, 2), day = iso.substr(8, 2);
  if (!is_digits(year) || !is_digits(month) || !is_digits(day)) return {};
  const auto number = static_cast<std::size_t>((month[0] - '0') * 10 + (month[1] - '0'));
  if (number < 1 || number > 12) return {};
  const std::pair<std::string, std::string> pieces[] = {{"{yyyy}", std::string(year)},
                                                        {"{mm}", std::string(month)},
                                                        {"{dd}", std::string(day)},
                                                        {"{m}", without_zero(month)},
                                                        {"{month}", language_.months[number - 1]},
                                                        {"{d}", without_zero(day)}};
  auto said = language_.date;
  for (const auto& [name, value] : pieces)
    if (const auto at = said.find(name); at != said.npos) said.replace(at, name.size(), value);
  return said;
}

}  // namespace assize::dossier
