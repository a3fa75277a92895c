// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace assize::render::html {

/// Appends text that no browser reads as markup; line ends become <br>. Controls are shown as U+FFFD, and so are the
/// invisible characters that turn or isolate the direction of text: with them, what is read is not what was written.
void append_text(std::string& page, std::string_view text);
/// The same with line ends as they are, for <pre>.
void append_lines(std::string& page, std::string_view text);
/// The same with blanks for line ends, for places where <br> is no markup: <title>, SVG.
void append_one_line(std::string& page, std::string_view text);
/// Appends ` NAME="VALUE"`; line ends become blanks. `name` is ours.
void append_attribute(std::string& page, std::string_view name, std::string_view value);
/// `dir="auto"`, with a blank before, where the text has letters written from right to left; else nothing: said of each
/// cell, it would be a tenth of a large register.
void append_direction(std::string& page, std::string_view text);
bool has_right_to_left(std::string_view text);

/// A string of CSS with its quotes. Nothing in it ends the string, the rule or the element.
std::string css_string(std::string_view text);

}  // namespace assize::render::html
