// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/docx/draft.h"

namespace assize::render::docx {

/// What a run of text differs in from its paragraph.
struct RunLook {
  std::string_view style = {};  ///< Id of a character style.
  bool bold = false;
  bool italic = false;
  std::string_view colour = {};  ///< RRGGBB; empty: as the paragraph.
  int half_points = 0;           ///< Size; 0: as the paragraph.
};

enum class Align { as_styled, left, right, centre };

/// What a paragraph differs in from its style.
struct ParagraphLook {
  std::string_view style = {};  ///< Id of a paragraph style; empty: Normal.
  bool keep_next = false;
  bool page_break_before = false;
  bool on_top = false;  ///< Begins a page: without white above.
  int list = 0;         ///< Number of a list, from 1; 0: none.
  int level = 0;
  int right_tab = 0;  ///< A tab stop at the right edge, twentieths of a point; 0: as styled.
  Align align = Align::as_styled;
};

/// Properties in the one order that Word takes, and the elements that hold text. Each writes whole elements.
void write_run_look(Xml& xml, const RunLook& look);
void write_paragraph_look(Xml& xml, const ParagraphLook& look);
/// Line ends become breaks, tabs become tabs.
void write_run(Xml& xml, std::string_view text, const RunLook& look = {});
/// A field that Word works out, with what it shows until then.
void write_field(Xml& xml, std::string_view instruction, std::string_view shown, const RunLook& look = {});
void open_field(Xml& xml, std::string_view instruction);
void close_field(Xml& xml);

void write_paragraph(Xml& xml, const ParagraphLook& look, const std::function<void()>& inside);
void write_paragraph(Xml& xml, const ParagraphLook& look, std::string_view text, const RunLook& run = {});

/// Text that leads where `link` says, in the look of a link unless a colour is asked for.
void write_link(Draft& draft, const std::string& link, std::string_view text, RunLook look);
/// Runs with their styles, links and footnotes.
void write_spans(Draft& draft, const dossier::Spans& spans, const RunLook& look = {});

/// A `{name}` of a pattern of Labels, and what stands in its place.
struct Hole {
  std::string_view name;
  std::function<void()> write;
};
/// Writes a pattern from left to right: holes by their own means, what stands around them by `words`.
void write_pattern(std::string_view pattern, const std::vector<Hole>& holes,
                   const std::function<void(std::string_view)>& words);
/// The pattern with `{name}` replaced by text.
std::string filled(std::string_view pattern, std::string_view name, std::string_view value);

}  // namespace assize::render::docx
