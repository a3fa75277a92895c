// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/dossier/words.h"

namespace assize::dossier {

/// Says what engine and catalogues say, which is English, in the language of a document, and remembers what it could
/// not say. What it does not know it leaves as it is: the project's own words are in the project's language.
class Speaker {
 public:
  /// English: says everything as it is. `words` must outlive the speaker.
  explicit Speaker(const Words* words = nullptr) : words_(words) {}

  const Language& language() const;
  bool is_english() const { return words_ == nullptr; }
  std::string say(const std::string& english);
  void say(Cell& cell);
  void say(Spans& spans);
  void say(KeyFacts& facts);
  void say(Table& table);
  void say(Column& column);
  /// All cells, but those of columns that are in no language.
  void say_rows(Table& table);
  void say(Figure& figure);
  void say(Block& block);
  void say(Section& section);
  void say(Labels& labels);
  /// All of a document that was composed in English, and its language.
  void say(Document& document);
  /// Notes a phrase that stays English.
  void miss(const std::string& english) { missed_.insert(english); }

  /// In the order of bytes. Holds the project's own words too: which those are is not known here.
  const std::set<std::string>& missed() const { return missed_; }

 private:
  void say_in_place(std::string& text) { text = say(text); }

  const Words* words_;
  std::set<std::string> missed_;
  std::map<std::string, std::string> said_;  ///< A register says the same few words ten thousand times.
};

}  // namespace assize::dossier
