// SPDX-License-Identifier: Apache-2.0
#include "engine/input/schema_fault.h"

#include "engine/input/nearest.h"
#include "engine/input/quote.h"
#include "engine/input/read_scalar.h"

namespace assize::input::schema_fault {
namespace {

Diagnostic fault(std::string code, std::string message, const Place& place, std::string help = {}) {
  return {Severity::error, std::move(code), std::move(message), place, std::move(help)};
}

bool is_scalar(const Tree& value) {
  return value.shape != Tree::Shape::list && value.shape != Tree::Shape::map && value.shape != Tree::Shape::null;
}

/// The value in the user's words, or what it is when it is long or has none.
std::string words(const Tree& value) {
  return is_scalar(value) ? quote(value.text) : std::string(name_of(value.shape));
}

std::vector<std::string> names(std::uint8_t types) {
  std::vector<std::string> found;
  const auto add = [&](unsigned bit, Tree::Shape shape) {
    if ((types & bit) != 0) found.emplace_back(name_of(shape));
  };
  add(type::text, Tree::Shape::text);
  if ((types & type::number) != 0)
    found.emplace_back("a number");
  else
    add(type::integer, Tree::Shape::integer);
  add(type::boolean, Tree::Shape::boolean);
  add(type::list, Tree::Shape::list);
  add(type::map, Tree::Shape::map);
  add(type::null, Tree::Shape::null);
  return found;
}

/// How to write what was probably meant.
std::string way_out(std::uint8_t types, const Tree& value) {
  if (value.shape == Tree::Shape::null) return "write a value, or remove the key";
  if (!is_scalar(value)) return {};
  if ((types & type::boolean) != 0) {
    for (const auto* yes : {"yes", "on", "True", "TRUE", "Yes"})
      if (value.text == yes) return "write `true`";
    for (const auto* no : {"no", "off", "False", "FALSE", "No"})
      if (value.text == no) return "write `false`";
  }
  if (value.shape == Tree::Shape::text) {
    const auto bare = read_scalar(value.text).tree.shape;
    const bool number = bare == Tree::Shape::number || bare == Tree::Shape::integer;
    if ((number && (types & (type::number | type::integer)) != 0) ||
        (bare == Tree::Shape::boolean && (types & type::boolean) != 0))
      return "write it without quotes";
  } else if ((types & type::text) != 0) {
    return "put it in quotes: `\"" + value.text + "\"`";
  }
  if ((types & type::list) != 0 && value.text.size() <= 40)
    return "a list of one is written " + quote("[" + value.text + "]");
  return {};
}

/// "Data flow" -> "a data flow"; a title that begins with an article or an abbreviation stays.
std::string with_article(std::string title) {
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "})
    if (title.compare(0, article.size(), article) == 0) {
      title[0] = title[0] == 'A' ? 'a' : title[0] == 'T' ? 't' : title[0];
      return title;
    }
  const auto is_upper = [&](std::size_t at) { return at < title.size() && title[at] >= 'A' && title[at] <= 'Z'; };
  if (is_upper(0) && !is_upper(1)) title[0] = static_cast<char>(title[0] - 'A' + 'a');
  const bool vowel = std::string_view("aeioAEIO").find(title[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + title;
}

std::string in(const Schema::Node& node) { return node.title.empty() ? "" : " in " + with_article(node.title); }

std::string plural(std::size_t count, std::string_view unit) {
  return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

}  // namespace

std::vector<std::string> known_keys(const Schema::Node& node) {
  std::vector<std::string> keys;
  for (const auto& [key, property] : node.properties) keys.push_back(key);
  return keys;
}

Diagnostic wrong_type(std::uint8_t types, const Tree& value, const std::string& description) {
  auto help = way_out(types, value);
  return fault("wrong-type", "expected " + one_of(names(types)) + ", found " + std::string(name_of(value.shape)),
               value.place, help.empty() ? description : std::move(help));
}

Diagnostic nothing_allowed(const Tree& value) {
  return fault("wrong-type", "nothing may stand here, found " + std::string(name_of(value.shape)), value.place);
}

Diagnostic unknown_key(const Schema::Node& node, const Member& member, const std::string& meant) {
  std::string help;
  constexpr std::size_t shown = 20;
  if (!meant.empty()) {
    help = "did you mean " + quote(meant) + "?";
  } else if (auto keys = known_keys(node); !keys.empty() && keys.size() <= shown) {
    for (auto& key : keys) key = quote(key);
    help = "known here: " + one_of(keys);
  }
  return fault("unknown-key", "unknown key " + quote(member.key) + in(node), member.key_place, std::move(help));
}

Diagnostic missing_key(const Schema::Node& node, const std::string& key, const Tree& map) {
  std::string help;
  const auto property = node.properties.find(key);
  if (property != node.properties.end())
    for (const auto* described = property->second.node; described != nullptr && help.empty();
         described = described->ref)
      help = described->description;
  return fault("missing-key", "the key " + quote(key) + " is missing" + in(node), map.place,
               help.empty() ? "" : quote(key) + ": " + help);
}

Diagnostic not_one_of(const std::vector<const Tree*>& allowed, const Tree& value, const std::string& description) {
  constexpr std::size_t shown = 12;
  std::vector<std::string> texts, quoted;
  for (const auto* tree : allowed) {
    quoted.push_back(words(*tree));
    if (tree->shape == Tree::Shape::text) texts.push_back(tree->text);
  }
  auto help = value.shape == Tree::Shape::text ? did_you_mean(value.text, texts) : std::string();
  std::string expected;
  if (quoted.size() <= shown) {
    expected = one_of(quoted);
  } else {
    expected = "one of " + std::to_string(quoted.size()) + " words";
    if (help.empty()) help = "they are " + one_of(quoted);
  }
  return fault("not-one-of", "expected " + expected + ", found " + words(value), value.place,
               help.empty() ? description : std::move(help));
}

Diagnostic bad_pattern(const Schema::Node& node, const Tree& value) {
  // The patterns of ids, in words; any other is shown as it is.
  static constexpr std::pair<std::string_view, std::string_view> in_words[] = {
      {"^[a-z0-9][a-z0-9-]*$", "expected lower-case letters, digits and `-`"},
      {"^[A-Za-z0-9][A-Za-z0-9._-]*$", "expected letters, digits, `.`, `_` and `-`"},
      {"^[0-9a-f]{64}$", "expected a SHA-256 digest, 64 digits from `0` to `f`"},
      {"^[A-Z]{2}$", "expected two capital letters"},
  };
  for (const auto& [pattern, words] : in_words)
    if (node.pattern->pattern() == pattern)
      return fault("bad-pattern", std::string(words) + ", found " + quote(value.text), value.place, node.description);
  return fault("bad-pattern", quote(value.text) + " does not match the pattern " + quote(node.pattern->pattern()),
               value.place, node.description);
}

Diagnostic not_a_date(const Tree& value) {
  return fault("not-a-date", quote(value.text) + " is no day of the calendar", value.place,
               "write a day as year, month and day: `2026-01-31`");
}

Diagnostic out_of_range(std::string_view side, const Tree& bound, const Tree& value, const std::string& description) {
  return fault("out-of-range", "expected " + std::string(side) + " " + bound.text + ", found " + quote(value.text),
               value.place, description);
}

Diagnostic wrong_length(std::string_view side, std::size_t bound, std::size_t found, std::string_view unit,
                        const Tree& value) {
  return fault("wrong-length",
               "expected " + std::string(side) + " " + plural(bound, unit) + ", found " + std::to_string(found),
               value.place);
}

Diagnostic repeated_item(const Tree& again, const Tree& first) {
  return fault("repeated-item", words(again) + " stands twice in a list", again.place,
               "the first is in line " + std::to_string(first.place.line) + ": remove one");
}

Diagnostic fits_several(const Tree& value) {
  return fault("fits-several", std::string(name_of(value.shape)) + " that fits more than one of the forms allowed here",
               value.place, "leave out what belongs to another form");
}

}  // namespace assize::input::schema_fault
