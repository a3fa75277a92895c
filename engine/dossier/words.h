// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"
#include "engine/input/source.h"

namespace assize::dossier {

/// How a language writes what is not words.
struct Language {
  std::string id = "en";         ///< ISO 639-1.
  std::string name = "English";  ///< In that language.
  bool complete = true;          ///< A phrase or prose that is missing is an error, not English.
  std::string decimal = ".";     ///< Before the decimals of a number.
  std::string date = {};         ///< e.g. `{dd}.{mm}.{yyyy}`; empty: as ISO 8601 has it.
  std::array<std::string, 12> months = {};
};

/// The phrases of one language by their English: all that engine, catalogues and templates say. English needs none.
/// The English is the key, so that a phrase whose English has changed is found to be missing instead of being wrong.
class Words {
 public:
  /// Of words files, those that win first (a template's own before those of all). Besides faults of the schema:
  /// `words-of-another-language`, `word-without-piece` (a {piece} of the English is not in the translation, or the
  /// other way round). A phrase said twice in one file is a repeated key.
  static input::Result<Words> read(const std::string& language, const std::vector<input::Source>& files);

  const Language& language() const { return language_; }
  /// The phrase as it stands among the words; nothing when it is not among them.
  const std::string* exactly(const std::string& english) const;
  /// The phrase, or one made of pieces that fits: "valid until {date}" for "valid until 2027-01-01". A piece that is a
  /// phrase, a date or a number is said in its turn; pieces called n, m, all stand for whole numbers alone, date and
  /// end for days alone. Of several that fit, the one with most fixed letters. Lists of phrases are said when each is
  /// known; what stands behind "ID: " when that is. `missed`: pieces that stayed English.
  std::optional<std::string> say(const std::string& english, std::vector<std::string>* missed = nullptr) const;
  /// A number or day as the language writes it; nothing when it is neither.
  std::optional<std::string> say_number(std::string_view text) const;
  std::optional<std::string> say_day(std::string_view iso) const;

 private:
  struct Pattern {
    std::vector<std::string> fixed;   ///< Between the pieces, one more than there are of those.
    std::vector<std::string> pieces;  ///< Names, in the order of the English.
    std::string says;
    std::size_t letters = 0;  ///< Of all that is fixed.
  };
  /// Inside how many phrases this is said, and where what could not be said is noted.
  struct Saying {
    int depth = 0;
    std::vector<std::string>* missed = nullptr;
  };
  void add(const std::string& english, std::string says);
  std::optional<std::string> say(const std::string& english, Saying saying) const;
  std::optional<std::string> say_with_capital(const std::string& english) const;
  std::optional<std::string> say_pieces(const std::string& english, Saying saying) const;
  std::optional<std::string> say_list(const std::string& english, const std::string& between, Saying saying) const;
  std::optional<std::string> say_behind_colon(const std::string& english, Saying saying) const;
  std::string put_together(const Pattern& pattern, const std::vector<std::string>& found, Saying saying) const;

  Language language_;
  std::map<std::string, std::string> phrases_;
  std::vector<Pattern> patterns_;  ///< Most fixed letters first.
};

}  // namespace assize::dossier
