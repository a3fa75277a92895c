// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// The caption "Table 3 — …", its lines; `claim` at least their height with what must follow.
struct CaptionText {
  StyledText text;
  std::vector<Line> lines;
  double height() const { return static_cast<double>(lines.size()) * kCaptionLeading; }
};
CaptionText caption_text(Flow& flow, const std::string& name, const std::string& caption, double width);
void place_caption(Flow& flow, const CaptionText& caption, double x);

/// What stands above a table, and small above what goes on on the next page. Tables without a caption have none.
class TableHead {
 public:
  TableHead(Flow& flow, const dossier::Table& table);
  double height() const;
  /// The caption, with what lists and links lead to.
  void place(Flow& flow, const dossier::Table& table) const;
  /// "Table 3 (continued)", as an artifact.
  void place_again(Flow& flow) const;

 private:
  bool captioned_;
  CaptionText caption_;
  StyledText again_;
};

}  // namespace assize::render::pdf
