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

/// The first letter large, where it is of the Latin letters that UTF-8 writes with up to two bytes.
std::string with_large_start(std::string text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first >= 'a' && first <= 'z') text[0] = static_cast<char>(first - 'a' + 'A');
  if (first == 0xC3 && text.size() > 1) {
    const auto second = static_cast<unsigned char>(text[1]);
    if (second >= 0xA0 && second <= 0xBE && second != 0xB7) text[1] = static_cast<char>(second - 0x20);
  }
  return text;
}

/// Whether a piece may stand for this text: by its name some stand for numbers or days alone, which tells "and 3 more"
/// from the "and" in a list before it.
bool may_be(const std::string& piece, std::string_view text) {
  if (text.empty()) return false;
  if (piece == "n" || piece == "m" || piece == "all") return is_digits(text);
  if (piece == "date" || piece == "end") return text.size() == 10 && text[4] == '-' && text[7] == '-';
  return true;
}

/// Where each piece lies when all that is fixed stands in the text in its order; backtracks where a fixed part stands
/// twice. `next`: the fixed part to find; the piece before it has the index one lower.
bool fit(std::string_view text, const std::vector<std::string>& fixed, const std::vector<std::string>& pieces,
         std::size_t next, std::vector<std::string>& found) {
  if (next == fixed.size()) return text.empty();
  const auto& piece = pieces[next - 1];
  const auto try_piece = [&](std::size_t end) {
    if (!may_be(piece, text.substr(0, end))) return false;
    found.emplace_back(text.substr(0, end));
    if (fit(text.substr(end + fixed[next].size()), fixed, pieces, next + 1, found)) return true;
    found.pop_back();
    return false;
  };
  if (next + 1 == fixed.size() && fixed[next].empty()) return try_piece(text.size());
  for (auto at = text.find(fixed[next]); at != text.npos; at = text.find(fixed[next], at + 1))
    if (try_piece(at)) return true;
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
  if (auto capital = say_with_capital(english)) return capital;
  if (auto day = say_day(english)) return day;
  if (saying.depth > most_depth) return {};
  if (auto pieces = say_pieces(english, saying)) return pieces;
  for (const char* between : {"; ", ", "})
    if (auto list = say_list(english, between, saying)) return list;
  return say_behind_colon(english, saying);
}

/// "Is met by nothing" begins a sentence with a phrase that is kept as "is met by nothing".
std::optional<std::string> Words::say_with_capital(const std::string& english) const {
  if (english.empty() || english[0] < 'A' || english[0] > 'Z') return {};
  auto small = english;
  small[0] = static_cast<char>(small[0] - 'A' + 'a');
  const auto* said = exactly(small);
  if (!said) return {};
  return with_large_start(*said);
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
    if (fit(rest, pattern.fixed, pattern.pieces, 1, found)) return put_together(pattern, found, saying);
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
