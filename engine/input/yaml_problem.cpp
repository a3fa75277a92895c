// SPDX-License-Identifier: Apache-2.0
#include "engine/input/yaml_problem.h"

#include <algorithm>

#include "engine/input/quote.h"

namespace assize::input {
namespace {

/// Where to point: at what libyaml noticed, or at the beginning of what it was reading.
enum class Point { problem, context };

struct Words {
  std::string_view problem;  ///< Of libyaml; a beginning of it is enough.
  Point point;
  std::string_view message;
  std::string_view help;
};
constexpr Words table[] = {
    {"mapping values are not allowed", Point::problem, "a `:` makes a key here, where none can stand",
     "put the text in quotes if the `:` belongs to it; else check the indentation of this line"},
    {"could not find expected ':'", Point::context, "this is neither a key with a `:` nor a part of the text above",
     "write `key: value`, or indent it like the text that it continues"},
    {"did not find expected key", Point::problem, "this does not fit into the map around it",
     "check the indentation, and the quotes of the line before"},
    {"did not find expected '-' indicator", Point::problem, "this does not fit into the list around it",
     "begin it with `- ` or check the indentation"},
    {"did not find expected ',' or ']'", Point::problem, "a `,` or `]` is missing before this", ""},
    {"did not find expected ',' or '}'", Point::problem, "a `,` or `}` is missing before this", ""},
    {"did not find expected node content", Point::problem, "a value is missing before this", ""},
    {"did not find expected <document start>", Point::problem, "the file's value has ended before this",
     "check the indentation: all keys of the outermost map begin in the same column"},
    {"found unexpected end of stream", Point::context, "this quote is never closed", "add the closing quote"},
    {"found unexpected document indicator", Point::context, "this quote is not closed before the document ends",
     "add the closing quote"},
    {"found unknown escape character", Point::problem, "this `\\` and what follows are no escape",
     "write `\\\\`, or put the text in single quotes"},
    {"found invalid Unicode character escape", Point::problem, "this escape names no character", ""},
    {"did not find expected hexdecimal number", Point::problem, "hexadecimal digits are missing in this escape", ""},
    {"block sequence entries are not allowed", Point::problem, "a list cannot begin here",
     "begin it on a line of its own, or put the text in quotes if the `-` belongs to it"},
    {"mapping keys are not allowed", Point::problem, "a `? ` cannot stand here",
     "put the text in quotes if the `?` belongs to it"},
    {"found a tab character", Point::problem, "a tab stands where blanks must indent", "indent with blanks"},
    {"found undefined tag handle", Point::context, "a tag stands here, and tags are not read",
     "remove it; put the text in quotes if the `!` belongs to it"},
    {"found incompatible YAML document", Point::problem, "this is no version of YAML that we know", "remove the line"},
    {"found unexpected ':'", Point::problem, "a `:` stands in a text without quotes", "put the text in quotes"},
    {"did not find expected comment or line break", Point::problem, "the line must end after `|` or `>`",
     "begin the text on the next line"},
    {"control characters are not allowed", Point::problem, "YAML does not allow this character", "remove it"},
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

YamlComplaint explain_start(std::string_view text, std::size_t at) {
  const char c = at < text.size() ? text[at] : ' ';
  if (c == '\t')
    return {.message = "a tab stands where blanks must indent", .at = {at, at + 1}, .help = "indent with blanks"};
  return {.message = "a text without quotes cannot begin with " + quote(std::string(1, c)),
          .at = {at, at + 1},
          .help = "put the text in quotes"};
}

}  // namespace

YamlComplaint explain(const YamlProblem& problem, std::string_view text, const Lines& lines) {
  const auto is = [&](std::string_view start) { return problem.problem.substr(0, start.size()) == start; };
  const auto line_of = [&](std::size_t at) { return lines.place({at, 0}).line; };
  const bool at_end =
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(std::min(problem.at, text.size())), text.end(), is_blank);
  if (is("found character that cannot start any token")) return explain_start(text, problem.at);
  if (is("did not find expected alphabetic or numeric character")) return explain_start(text, problem.context_at);
  const auto contains = [&](std::string_view part) { return problem.context.find(part) != std::string_view::npos; };
  /// Which list or map is meant, when it does not begin where we point anyway.
  const auto around = [&]() -> std::string {
    if (line_of(problem.context_at) == line_of(problem.at)) return {};
    return std::string(contains("mapping")                              ? "the map"
                       : contains("sequence") || contains("collection") ? "the list"
                                                                        : "what stands here") +
           " began in line " + std::to_string(line_of(problem.context_at));
  };
  if (is("did not find expected node content") && text.substr(std::min(problem.at, text.size()), 2) == "- ")
    return {.message = "a `- ` cannot begin an item inside brackets",
            .at = {problem.at, problem.at + 1},
            .help = "close the bracket before it, or separate its items by `,`"};
  if (at_end && contains("flow "))
    return {.message = "this bracket is never closed",
            .at = {problem.context_at, problem.context_at + 1},
            .help = is("did not find expected ',' or '}'") ? "add the `}`" : "add the closing bracket"};
  for (const auto& words : table) {
    if (!is(words.problem)) continue;
    const auto at = words.point == Point::context && !problem.context.empty() ? problem.context_at : problem.at;
    std::string help(words.help);
    if (words.point == Point::problem && (contains("block ") || contains("flow ")))
      if (const auto begun = around(); !begun.empty()) help += (help.empty() ? "" : "; ") + begun;
    const bool is_tag = is("found undefined tag handle");
    return {.code = is_tag ? "yaml-tag" : "yaml-syntax",
            .message = std::string(words.message),
            .at = {at, at + 1},
            .help = help};
  }
  return {.message = "this is not well-formed YAML: " + std::string(problem.problem),
          .at = {problem.at, problem.at + 1},
          .help = problem.context.empty() ? ""
                                          : std::string(problem.context) + ", which began in line " +
                                                std::to_string(line_of(problem.context_at))};
}

}  // namespace assize::input
