// SPDX-License-Identifier: Apache-2.0
#include <yaml.h>

#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "engine/input/grow_tree.h"
#include "engine/input/quote.h"
#include "engine/input/read_scalar.h"
#include "engine/input/read_tree.h"
#include "engine/input/yaml_problem.h"

namespace assize::input {
namespace {

/// libyaml's parser and its last event.
class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  bool next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) != 0;
  }
  const yaml_event_t& event() const { return event_; }
  const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
};

/// libyaml counts characters; places count bytes. Its marks mostly go forward, so we walk from the last one.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : text_(text) {}
  std::size_t byte(std::size_t character) {
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80; };
    for (; character_ < character && byte_ < text_.size(); ++character_)
      while (++byte_ < text_.size() && continues(byte_)) {
      }
    for (; character_ > character && byte_ > 0; --character_)
      while (--byte_ > 0 && continues(byte_)) {
      }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t character_ = 0;
  std::size_t byte_ = 0;
};

std::string_view view(const yaml_char_t* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

class YamlReader {
 public:
  YamlReader(const Source& source, const Limits& limits)
      : text_(source.text), limits_(limits), parser_(source.text), offsets_(source.text), tree_(source, limits) {}

  Result<Tree> read() {
    check_directives();
    while (!tree_.stopped()) {
      if (!parser_.next()) {
        syntax();
        break;
      }
      if (parser_.event().type == YAML_STREAM_END_EVENT) break;
      take(parser_.event());
    }
    if (is_empty_)
      tree_.give_up("empty-file", "the file holds no value", {0, 0},
                    "an empty map is written `{}`, an empty list `[]`");
    return tree_.finish();
  }

 private:
  /// Without tags nothing needs `%TAG`, and libyaml compares each with all before it: minutes for a few megabytes. What
  /// it takes for a line's end may differ from ours, so we look behind each of its own.
  void check_directives() {
    for (auto at = text_.find("%TAG"); at != text_.npos; at = text_.find("%TAG", at + 1)) {
      const auto before = text_.substr(0, at);
      const auto ends_with = [&](std::string_view end) {
        return before.size() >= end.size() && before.substr(before.size() - end.size()) == end;
      };
      if (before.empty() || ends_with("\n") || ends_with("\r") || ends_with("\u2028") || ends_with("\u2029"))
        return tree_.give_up("yaml-tag", "a `%TAG` stands here, and tags are not read", {at, at + 4}, "remove it");
    }
  }

  void take(const yaml_event_t& event) {
    if (event.type == YAML_DOCUMENT_START_EVENT) {
      if (documents_++ > 0)
        tree_.give_up("several-documents", "a second document begins here", span(event, 3),
                      "keep one document in a file, and no other line that is `---`");
      return;
    }
    if (skip_ > 0) {
      skip(event);
      return;
    }
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        check_tag(event.data.scalar.tag, event);
        scalar(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        open(Tree::Shape::list, event, event.data.sequence_start.tag, event.data.sequence_start.anchor);
        break;
      case YAML_MAPPING_START_EVENT:
        open(Tree::Shape::map, event, event.data.mapping_start.tag, event.data.mapping_start.anchor);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        tree_.close();
        break;
      case YAML_ALIAS_EVENT:
        alias(event);
        break;
      default:
        break;
    }
  }

  void open(Tree::Shape shape, const yaml_event_t& event, const yaml_char_t* tag, const yaml_char_t* anchor) {
    is_empty_ = false;
    if (tree_.expects_key()) {
      bad_key("a list or map cannot be a key", event);
      skip(event);
      return;
    }
    check_tag(tag, event);
    name(anchor, event);
    tree_.open(shape, span(event, 1));
  }

  void scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const Span at = scalar_span(event);
    if (tree_.expects_key()) {
      if (scalar.anchor != nullptr) return bad_key_of_scalar("a key cannot have an anchor", event);
      if (plain && text.empty()) return bad_key_of_scalar("a key is missing before this `:`", event);
      if (plain && text == "<<")
        tree_.fault("merge-key", "merge keys are not read", at, "write the keys out where they are needed");
      tree_.key(std::move(text), at);
      return;
    }
    name(scalar.anchor, event);
    // The whole document: `---` and nothing else. An empty value elsewhere is null.
    is_empty_ = is_empty_ && plain && text.empty();
    if (!plain) {
      Tree value;
      value.shape = Tree::Shape::text;
      value.text = std::move(text);
      tree_.scalar(std::move(value), at);
      return;
    }
    auto read = read_scalar(std::move(text));
    if (!read.fits)
      tree_.fault("number-out-of-range", "the number " + quote(read.tree.text) + " is out of range", at,
                  "put it in quotes if it is a name and not a quantity");
    tree_.scalar(std::move(read.tree), at);
  }

  void alias(const yaml_event_t& event) {
    is_empty_ = false;
    if (tree_.expects_key()) return bad_key_of_scalar("an alias cannot be a key", event);
    const auto anchor = anchors_.find(view(event.data.alias.anchor));
    const Span at = span(event, 0);
    if (anchor != anchors_.end() && !tree_.is_open(anchor->second)) return tree_.copy(anchor->second, at);
    const auto shown = quote("*" + std::string(view(event.data.alias.anchor)));
    if (anchor == anchors_.end())
      tree_.fault("unknown-alias", "no anchor before this has the name of the alias " + shown, at,
                  "put the text in quotes if the `*` belongs to it");
    else
      tree_.fault("unknown-alias", "the alias " + shown + " stands inside what it stands for", at);
    tree_.scalar({}, at);
  }

  void name(const yaml_char_t* anchor, const yaml_event_t& event) {
    if (anchor == nullptr) return;
    if (anchors_.size() >= limits_.alias_values)
      tree_.give_up("alias-bomb", "the file has more than " + std::to_string(limits_.alias_values) + " anchors",
                    span(event, 0));
    anchors_.insert_or_assign(std::string(view(anchor)), tree_.next_path());
  }

  void check_tag(const yaml_char_t* tag, const yaml_event_t& event) {
    if (tag != nullptr)
      tree_.fault("yaml-tag", "a tag stands here, and tags are not read", span(event, 1),
                  "remove it; put the text in quotes if the `!` belongs to it");
  }

  /// A key that we cannot take: it and its value are left out.
  void bad_key(std::string message, const yaml_event_t& event) {
    tree_.fault("key-not-text", std::move(message), span(event, 1), "write the key as text");
    skip_ = 2;
  }
  void bad_key_of_scalar(std::string message, const yaml_event_t& event) {
    bad_key(std::move(message), event);
    skip(event);
  }
  void skip(const yaml_event_t& event) {
    tree_.leave_out(span(event, 1));
    switch (event.type) {
      case YAML_SEQUENCE_START_EVENT:
      case YAML_MAPPING_START_EVENT:
        ++skip_depth_;
        if (tree_.depth() + skip_depth_ > static_cast<std::size_t>(limits_.depth))
          tree_.give_up("nested-too-deep", "too many lists and maps stand inside each other", span(event, 1));
        return;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        --skip_depth_;
        break;
      default:
        break;
    }
    if (skip_depth_ == 0) --skip_;
  }

  /// At most `most` bytes of what the event covers; 0: all.
  Span span(const yaml_event_t& event, std::size_t most) {
    const auto begin = offsets_.byte(event.start_mark.index);
    return {begin, most > 0 ? begin + most : offsets_.byte(event.end_mark.index)};
  }

  /// A scalar without its anchor; of a `|` or `>` text the first line.
  Span scalar_span(const yaml_event_t& event) {
    Span at = span(event, 0);
    const auto written = text_.substr(at.begin, at.end - at.begin);
    if (event.data.scalar.anchor != nullptr && written.substr(0, 1) == "&") {
      const auto blank = std::min(written.find_first_of(" \t\r\n"), written.size());
      const auto value = written.find_first_not_of(" \t", blank);
      if (value != written.npos && written[value] != '\n' && written[value] != '\r') at.begin += value;
    }
    const auto style = event.data.scalar.style;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
      at.end = std::min(text_.substr(0, at.end).find_first_of(" \t\r\n", at.begin), at.end);
    return at;
  }

  void syntax() {
    const auto& state = parser_.state();
    YamlProblem problem;
    problem.problem = state.problem ? state.problem : "out of memory";
    if (state.error == YAML_READER_ERROR) {
      problem.at = state.problem_offset;
    } else {
      problem.at = offsets_.byte(state.problem_mark.index);
      problem.context = state.context ? state.context : "";
      problem.context_at = offsets_.byte(state.context_mark.index);
    }
    auto complaint = explain(problem, text_, tree_.lines());
    tree_.give_up(std::move(complaint.code), std::move(complaint.message), complaint.at, std::move(complaint.help));
    is_empty_ = false;
  }

  std::string_view text_;
  const Limits limits_;
  Parser parser_;
  Offsets offsets_;
  TreeGrower tree_;
  std::map<std::string, TreePath, std::less<>> anchors_;
  int documents_ = 0;
  bool is_empty_ = true;        ///< No value so far.
  int skip_ = 0;                ///< Whole nodes still to leave out.
  std::size_t skip_depth_ = 0;  ///< Lists and maps open in what is left out.
};

}  // namespace

Result<Tree> read_yaml(const Source& source, const Limits& limits) {
  if (auto found = check_text(source, limits); !found.empty()) return found;
  if (source.text.compare(0, 3, "\xEF\xBB\xBF") == 0)
    return Diagnostics{{Severity::error, "byte-order-mark", "a byte order mark stands at the beginning",
                        Lines(source).place({0, 3}), "save the file as UTF-8 without a byte order mark"}};
  return YamlReader(source, limits).read();
}

}  // namespace assize::input
