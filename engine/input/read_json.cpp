// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "engine/input/grow_tree.h"
#include "engine/input/quote.h"
#include "engine/input/read_scalar.h"
#include "engine/input/read_tree.h"

namespace assize::input {
namespace {

/// Walks over a text and says how far nlohmann's lexer, which copies it, has come.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  const char* at;
  const char** reached;
  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    *reached = ++at;
    return *this;
  }
  CountingIterator operator++(int) {
    auto before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' ||
         c == '.' || c == '_';
}

/// Takes nlohmann's events. They come without positions: a token begins after the one before it and what separates
/// them.
class JsonReader {
 public:
  JsonReader(const Source& source, const Limits& limits) : text_(source.text), tree_(source, limits) {}

  Result<Tree> read() {
    if (std::all_of(text_.begin(), text_.end(), is_blank)) {
      tree_.give_up("empty-file", "the file holds no value", {0, 0},
                    "an empty map is written `{}`, an empty list `[]`");
      return tree_.finish();
    }
    const char* const begin = text_.data();
    reached_ = begin;
    nlohmann::json::sax_parse(CountingIterator{begin, &reached_}, CountingIterator{begin + text_.size(), &reached_},
                              this);
    return tree_.finish();
  }

  bool null() { return bare(); }
  bool boolean(bool) { return bare(); }
  bool number_integer(std::int64_t) { return bare(); }
  bool number_unsigned(std::uint64_t) { return bare(); }
  bool number_float(double, const std::string&) { return bare(); }
  bool string(std::string& text) {
    Tree value;
    value.shape = Tree::Shape::text;
    value.text = std::move(text);
    tree_.scalar(std::move(value), token());
    return !tree_.stopped();
  }
  bool key(std::string& text) {
    tree_.key(std::move(text), token());
    return !tree_.stopped();
  }
  bool start_object(std::size_t) { return open(Tree::Shape::map); }
  bool start_array(std::size_t) { return open(Tree::Shape::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // Not in a text.

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& wrong) {
    const auto last = std::min(position - std::min<std::size_t>(position, 1), text_.size());
    complain(last, wrong);
    return false;
  }

 private:
  std::size_t reached() const { return static_cast<std::size_t>(reached_ - text_.data()); }
  /// Where the token after `before_` begins.
  std::size_t next_begin() const {
    auto at = before_;
    while (at < text_.size() && (is_blank(text_[at]) || text_[at] == ',' || text_[at] == ':')) ++at;
    return at;
  }
  /// The token just read, if it ends where the lexer stands.
  Span token() {
    const Span span{next_begin(), reached()};
    before_ = span.end;
    return span;
  }
  /// A literal or number. Of a number the lexer has read one byte more, unless the file ends there.
  bool bare() {
    Span at{next_begin(), 0};
    at.end = at.begin;
    while (at.end < text_.size() && is_word(text_[at.end])) ++at.end;
    before_ = at.end;
    auto read = read_scalar(std::string(text_.substr(at.begin, at.end - at.begin)));
    if (!read.fits) out_of_range(at);
    tree_.scalar(std::move(read.tree), at);
    return !tree_.stopped();
  }
  bool open(Tree::Shape shape) {
    const Span at = token();
    tree_.open(shape, at);
    return !tree_.stopped();
  }
  bool close() {
    before_ = reached();
    tree_.close();
    return !tree_.stopped();
  }
  void out_of_range(Span at) {
    tree_.fault("number-out-of-range",
                "the number " + quote(text_.substr(at.begin, at.end - at.begin)) + " is out of range", at,
                "put it in quotes if it is a name and not a quantity");
  }

  /// A syntax error, in words of ours; `last` is the last byte that was read.
  void complain(std::size_t last, const nlohmann::json::exception& wrong) {
    constexpr int number_overflow = 406;
    const std::string_view words = wrong.what();
    const auto says = [&](std::string_view part) { return words.find(part) != words.npos; };
    const auto give_up = [&](std::string message, Span at, std::string help = {}) {
      tree_.give_up("json-syntax", std::move(message), at, std::move(help));
    };
    Span at{last, last + 1};
    // Of a word that is none of JSON's, the lexer stops at the first byte that does not fit.
    if ((says("invalid literal") || says("invalid number")) && next_begin() < last) at.begin = next_begin();
    while (at.begin > 0 && at.begin < text_.size() && is_word(text_[at.begin]) && is_word(text_[at.begin - 1]))
      --at.begin;
    at.end = std::max(at.begin + 1, last);
    while (at.end < text_.size() && is_word(text_[at.begin]) && is_word(text_[at.end])) ++at.end;
    if (wrong.id == number_overflow) {
      out_of_range(at);
      tree_.stop();  // nlohmann cannot go on.
    } else if (says("missing closing quote")) {
      give_up("this quote is never closed", {next_begin(), next_begin() + 1}, "add the closing quote");
    } else if (says("control character")) {
      give_up("a line end or tab stands inside a text", at,
              "close the quote, or write `\\n` for a line end and `\\t` for a tab");
    } else if (says("surrogate")) {
      give_up("this escape is half a character", at, "characters beyond U+FFFF need two `\\u` escapes");
    } else if (says("invalid string")) {
      give_up("what follows the `\\` here makes no escape", at, "write `\\\\` for a backslash");
    } else if (last >= text_.size()) {
      const Tree* around = tree_.innermost();
      give_up(around ? "the file ends before this bracket is closed" : "the file ends too early", at,
              around ? open_bracket(*around) : "");
    } else {
      unexpected(at, words);
    }
  }

  std::string open_bracket(const Tree& around) const {
    return "add the `" + std::string(around.shape == Tree::Shape::map ? "}" : "]") + "` for the bracket in line " +
           std::to_string(around.place.line);
  }

  void unexpected(Span at, std::string_view words) {
    struct Expected {
      std::string_view theirs;
      std::string_view ours;
    };
    constexpr Expected table[] = {
        {"; expected end of input", "the end of the file"},
        {"; expected string literal", "a key in double quotes"},
        {"; expected ':'", "a `:`"},
        {"; expected ']'", "a `,` or `]`"},
        {"; expected '}'", "a `,` or `}`"},
    };
    std::string expected = "a value";
    for (const auto& entry : table)
      if (words.find(entry.theirs) != words.npos) expected = entry.ours;
    if (text_[at.begin] == '"') at = {next_begin(), reached()};
    std::string help;
    auto before = at.begin;
    while (before > 0 && is_blank(text_[before - 1])) --before;
    const char c = text_[at.begin];
    if ((c == ']' || c == '}') && before > 0 && text_[before - 1] == ',')
      help = "remove the `,` before it";
    else if (c == '\'')
      help = "JSON knows double quotes only";
    else if (c == '/' || c == '#')
      help = "JSON knows no comments";
    else if (words.find("invalid number") != words.npos || (c == '0' && at.end > at.begin + 1))
      help = "a number is written like `-1`, `0.5` or `1e6`";
    else if (words.find("invalid literal") != words.npos && is_word(c))
      help = "put text in double quotes; only `true`, `false` and `null` stand without";
    tree_.give_up("json-syntax",
                  "found " + quote(text_.substr(at.begin, at.end - at.begin)) + " where " + expected + " should be", at,
                  std::move(help));
  }

  std::string_view text_;
  TreeGrower tree_;
  const char* reached_ = nullptr;  ///< Past the last byte that the lexer has taken.
  std::size_t before_ = 0;         ///< Past the last token.
};

}  // namespace

Result<Tree> read_json(const Source& source, const Limits& limits) {
  if (auto found = check_text(source, limits); !found.empty()) return found;
  if (source.text.compare(0, 3, "\xEF\xBB\xBF") == 0)
    return Diagnostics{{Severity::error, "byte-order-mark", "a byte order mark stands at the beginning",
                        Lines(source).place({0, 3}), "save the file as UTF-8 without a byte order mark"}};
  return JsonReader(source, limits).read();
}

}  // namespace assize::input
