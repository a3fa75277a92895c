// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/dossier/document.h"

namespace assize::render {

/// A line of the sheet for what is no table: a term or heading in the first column, text in the second.
struct AboutLine {
  std::string term = {};
  std::string text = {};
  bool heading = false;
  dossier::Tone tone = dossier::Tone::plain;
  std::string link = {};                  ///< Of the text: the first that it has.
  std::vector<std::string> anchors = {};  ///< What else leads here.
};

/// Everything of a document that is not in its tables. `prose` stays false when that is only titles.
class About {
 public:
  explicit About(const dossier::Document& document);
  std::vector<AboutLine> lines;
  bool prose = false;

 private:
  void add(AboutLine line);
  void block(const dossier::Paragraph& paragraph);
  void block(const dossier::List& list);
  void block(const dossier::Preformatted& preformatted);
  void block(const dossier::GapNote& gap);
  void block(const dossier::KeyFacts& facts);
  void block(const dossier::Table& table);
  void block(const dossier::Figure& figure);
  void section(const dossier::Section& part);
};

}  // namespace assize::render
