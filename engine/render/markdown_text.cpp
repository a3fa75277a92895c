// SPDX-License-Identifier: Apache-2.0
#include "engine/render/markdown_text.h"

#include <algorithm>

#include "engine/render/code_points.h"
#include "engine/render/document_text.h"

namespace assize::render {
namespace {

using dossier::Span;

/// Controls shown as U+FFFD, CRLF as LF, tabs as blanks.
std::string clean(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at).value_or(CodePoint{});
    if (point.value == '\t')
      safe += ' ';
    else if (is_unprintable(point.value))
      safe += replacement_character;
    else if (point.value != '\r')
      safe += text.substr(at, point.bytes);
    else if (text.substr(at, 2) != "\r\n")
      safe += '\n';
    at += point.bytes;
  }
  return safe;
}

std::string html_attribute(std::string_view text) {
  std::string escaped;
  for (const char character : clean(text)) {
    if (character == '&')
      escaped += "&amp;";
    else if (character == '"')
      escaped += "&quot;";
    else if (character == '<')
      escaped += "&lt;";
    else if (character == '>')
      escaped += "&gt;";
    else if (character == '|')
      escaped += "&#124;";  // Would end a table cell.
    else if (character == '`')
      escaped += "&#96;";  // Would pair with a backtick in the text before.
    else
      escaped += character == '\n' ? ' ' : character;
  }
  return escaped;
}

std::size_t longest_run(std::string_view text, char of) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char character : text) {
    run = character == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// CommonMark has no escapes in code, so the fence is longer than any run of backticks inside.
std::string code_span(std::string_view text) {
  std::string body;
  for (const char character : clean(text)) body += character == '\n' ? ' ' : character;
  if (body.find_first_not_of(' ') == std::string::npos) return body;
  const std::string fence(longest_run(body, '`') + 1, '`');
  const bool pad = body.front() == '`' || body.back() == '`' || (body.front() == ' ' && body.back() == ' ');
  return pad ? fence + " " + body + " " + fence : fence + body + fence;
}

bool is_blank(char32_t value) {
  return value <= ' ' || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 ||
         value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

/// Whether asterisks around the text, which has blanks or nothing outside, are emphasis by CommonMark's rules.
bool stars_work(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  return !is_blank(decode(text, 0).value_or(CodePoint{}).value) &&
         !is_blank(decode(text, last).value_or(CodePoint{}).value);
}

bool follows_www(std::string_view text, std::size_t at) {
  return at >= 3 && std::string_view("wW").find(text[at - 1]) != std::string_view::npos &&
         text[at - 2] == text[at - 1] && text[at - 3] == text[at - 1];
}

enum class Surroundings { blank, other };

std::string emphasis(const Span& span, Surroundings surroundings) {
  if (span.text.empty()) return "";
  std::string inner = span.code ? code_span(span.text) : markdown_text(span.text);
  const bool stars = surroundings == Surroundings::blank && stars_work(span.text);
  if (span.italic) inner = stars ? "*" + inner + "*" : "<em>" + inner + "</em>";
  if (span.bold) inner = stars ? "**" + inner + "**" : "<strong>" + inner + "</strong>";
  return inner;
}

/// Escapes what would make the line a list, a heading or a rule.
std::string at_block_start(std::string escaped) {
  // Four blanks would be code and a lone <br> an HTML block; neither shows anything here.
  for (bool more = true; more;) {
    escaped.erase(0, escaped.find_first_not_of(' '));
    more = escaped.compare(0, 4, "<br>") == 0;
    if (more) escaped.erase(0, 4);
  }
  if (escaped.empty()) return escaped;
  if (std::string_view("-+=:").find(escaped.front()) != std::string_view::npos) return "\\" + escaped;
  const auto digits = escaped.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 && (escaped[digits] == '.' || escaped[digits] == ')') &&
      (digits + 1 == escaped.size() || escaped[digits + 1] == ' '))
    escaped.insert(digits, 1, '\\');
  return escaped;
}

/// Neighbours of one style made one, so that what is markup only as a whole is seen as a whole.
dossier::Spans merged(const dossier::Spans& spans) {
  dossier::Spans merged;
  for (const auto& span : spans) {
    if (span.text.empty()) continue;
    const auto same = [&](const Span& other) {
      return other.bold == span.bold && other.italic == span.italic && other.code == span.code &&
             other.link == span.link;
    };
    if (!merged.empty() && same(merged.back()))
      merged.back().text += span.text;
    else
      merged.push_back(span);
  }
  return merged;
}

}  // namespace

std::string markdown_text(std::string_view raw) {
  const auto text = clean(raw);
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    const std::string_view rest = std::string_view(text).substr(at);
    if (character == '\n') {
      escaped += "<br>";
      continue;
    }
    const bool image = character == '!' && rest.size() == 1;  // A link may follow.
    const bool always = std::string_view("\\`*_[]<>#|~&$@").find(character) != std::string_view::npos;
    // Some readers link bare addresses by themselves.
    const bool address = rest.substr(0, 3) == "://" || (character == '.' && follows_www(text, at));
    if (always || address || image) escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string markdown_line(std::string_view text) { return at_block_start(markdown_text(text)); }

std::string markdown_strong(std::string_view text) {
  return emphasis({.text = std::string(text), .bold = true}, Surroundings::blank);
}

std::string markdown_spans(const dossier::Spans& raw) {
  const auto spans = merged(raw);
  std::string line;
  for (std::size_t at = 0; at < spans.size(); ++at) {
    const auto& span = spans[at];
    const bool blank_before = at == 0 || spans[at - 1].text.back() == ' ';
    const bool blank_after = at + 1 == spans.size() || spans[at + 1].text.front() == ' ';
    const bool alone = blank_before && blank_after && span.link.empty();
    line += markdown_link(emphasis(span, alone ? Surroundings::blank : Surroundings::other), span.link);
  }
  return at_block_start(line);
}

std::string markdown_link(const std::string& text, std::string_view link) {
  if (text.empty() || !(is_web_link(link) || (link.size() > 1 && link.front() == '#'))) return text;
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string target;
  for (const char character : clean(link)) {
    // What could end the target, or the table cell around it, is percent-encoded.
    if (std::string_view(" \n<>\\|`\"()[]*_&").find(character) == std::string_view::npos || character == '_' ||
        character == '&') {
      target += character == '&' ? "&amp;" : std::string(1, character);
    } else {
      const auto byte = static_cast<unsigned char>(character);
      target += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return "[" + text + "](" + target + ")";
}

std::string markdown_anchor(std::string_view id) {
  return id.empty() ? "" : "<a id=\"" + html_attribute(id) + "\"></a>";
}

std::string markdown_fence(std::string_view raw) {
  auto text = clean(raw);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  const std::string fence(std::max<std::size_t>(3, longest_run(text, '`') + 1), '`');
  return fence + "\n" + text + "\n" + fence + "\n";
}

}  // namespace assize::render
