// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/dossier/document.h"

namespace assize::render {

/// The text as inline CommonMark that shows just these characters: nothing in it is markup, HTML, an entity or a link
/// (also none that GitHub would find), and line ends are `<br>`. Also fit for a cell of a pipe table. Valid UTF-8.
std::string markdown_text(std::string_view text);
/// As markdown_text, for what starts a block: it begins no list, heading, quote, rule or code block.
std::string markdown_line(std::string_view text);
/// Spans with their styles and links, on one line, fit to start a block.
std::string markdown_spans(const dossier::Spans& spans);
/// Bold text for where blanks or line ends stand around it.
std::string markdown_strong(std::string_view text);
/// `text` is Markdown already. A link that is neither `#…` nor http, https or mailto is left out.
std::string markdown_link(const std::string& text, std::string_view link);
/// An empty HTML anchor, or nothing for an empty id.
std::string markdown_anchor(std::string_view id);
/// A fenced block that the text cannot close.
std::string markdown_fence(std::string_view text);

}  // namespace assize::render
