// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/read_prose.h"

#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace assize::dossier {
namespace {

void append_utf8(std::string& text, unsigned code) {
  const auto byte = [&](unsigned value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
    text += "\xEF\xBF\xBD";
  } else if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

/// `&amp;`, `&#8212;` and the like; one we do not know stays as written.
std::string entity(std::string_view written) {
  static constexpr std::pair<std::string_view, std::string_view> named[] = {
      {"&amp;", "&"},         {"&lt;", "<"},         {"&gt;", ">"},         {"&quot;", "\""},      {"&apos;", "'"},
      {"&nbsp;", "\xC2\xA0"}, {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"}, {"&hellip;", "\u2026"}};
  for (const auto& [name, text] : named)
    if (written == name) return std::string(text);
  if (written.size() < 4 || written[1] != '#') return std::string(written);
  const bool hexadecimal = written[2] == 'x' || written[2] == 'X';
  const char* first = written.data() + (hexadecimal ? 3 : 2);
  const char* last = written.data() + written.size() - 1;
  unsigned code = 0;
  const auto [end, wrong] = std::from_chars(first, last, code, hexadecimal ? 16 : 10);
  if (wrong != std::errc() || end != last) return std::string(written);
  std::string text;
  append_utf8(text, code);
  return text;
}

bool may_follow(std::string_view link) {
  for (const std::string_view start : {"https://", "http://", "mailto:", "#"})
    if (link.starts_with(start)) return true;
  return false;
}

/// Takes what md4c reports, piece by piece.
class Prose {
 public:
  explicit Prose(const std::string& id) : id_(id) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush();
        if (items_.empty()) list_ = List{type == MD_BLOCK_OL, {}};
        ++depth_;
        break;
      case MD_BLOCK_LI:
        flush();
        list_.items.push_back({{}, depth_ - 1});
        items_.push_back(list_.items.size() - 1);
        break;
      case MD_BLOCK_H:
        flush();
        style_.bold = true;
        break;
      case MD_BLOCK_CODE:
        flush();
        in_code_ = true;
        break;
      case MD_BLOCK_TABLE:
        flush();
        table_ = Table{};
        table_.id = id_ + "-table-" + std::to_string(++tables_);
        break;
      case MD_BLOCK_TR:
        row_.clear();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        spans_.clear();
        right_ = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align == MD_ALIGN_RIGHT;
        break;
      default:
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush();
        if (--depth_ == 0) blocks_.emplace_back(std::exchange(list_, {}));
        break;
      case MD_BLOCK_LI:
        flush();
        items_.pop_back();
        break;
      case MD_BLOCK_H:
        flush();
        style_.bold = false;
        break;
      case MD_BLOCK_P:
        flush();
        break;
      case MD_BLOCK_CODE:
        leave_code();
        break;
      case MD_BLOCK_TH: {
        const auto text = taken();
        table_.columns.push_back({"column-" + std::to_string(table_.columns.size() + 1), text, 1, right_});
        break;
      }
      case MD_BLOCK_TD: {
        Cell cell;
        cell.text = taken();
        if (cell.text.empty()) cell.type = Cell::Type::empty;
        row_.push_back(std::move(cell));
        break;
      }
      case MD_BLOCK_TR:
        if (row_.empty()) break;
        row_.resize(table_.columns.size());
        table_.rows.push_back(std::move(row_));
        break;
      case MD_BLOCK_TABLE:
        blocks_.emplace_back(std::exchange(table_, {}));
        break;
      default:
        break;
    }
  }

  void enter(MD_SPANTYPE type, void* detail) {
    outer_.push_back(style_);
    if (type == MD_SPAN_EM) style_.italic = true;
    if (type == MD_SPAN_STRONG) style_.bold = true;
    if (type == MD_SPAN_CODE) style_.code = true;
    if (type == MD_SPAN_A) {
      const auto& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      const std::string link(href.text ? href.text : "", href.size);
      if (may_follow(link)) style_.link = link;
    }
  }

  void leave_span() {
    style_ = std::move(outer_.back());
    outer_.pop_back();
  }

  void text(MD_TEXTTYPE type, std::string_view what) {
    switch (type) {
      case MD_TEXT_NULLCHAR:
        return append("\xEF\xBF\xBD");
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        return append(" ");
      case MD_TEXT_ENTITY:
        return append(entity(what));
      default:
        return append(what);
    }
  }

  std::vector<Block> finish() {
    flush();
    return std::move(blocks_);
  }

 private:
  void append(std::string_view what) {
    if (in_code_) {
      code_ += what;
      return;
    }
    if (!spans_.empty()) {
      auto& last = spans_.back();
      if (last.bold == style_.bold && last.italic == style_.italic && last.code == style_.code &&
          last.link == style_.link) {
        last.text += what;
        return;
      }
    }
    spans_.push_back(style_);
    spans_.back().text = what;
  }

  /// What was gathered becomes a paragraph, or goes on with the item of the list that is open.
  void flush() {
    if (spans_.empty()) return;
    auto spans = std::exchange(spans_, {});
    if (items_.empty()) {
      blocks_.emplace_back(Paragraph{std::move(spans)});
      return;
    }
    auto& item = list_.items[items_.back()].spans;
    if (!item.empty()) item.push_back({" "});
    item.insert(item.end(), spans.begin(), spans.end());
  }

  void leave_code() {
    in_code_ = false;
    auto code = std::exchange(code_, {});
    while (!code.empty() && code.back() == '\n') code.pop_back();
    if (items_.empty()) {
      blocks_.emplace_back(Preformatted{std::move(code)});
    } else {
      Span span;
      span.text = std::move(code);
      span.code = true;
      spans_.push_back(std::move(span));
      flush();
    }
  }

  std::string taken() {
    std::string text;
    for (const auto& span : std::exchange(spans_, {})) text += span.text;
    return text;
  }

  const std::string& id_;
  std::vector<Block> blocks_;
  Spans spans_;
  Span style_;  ///< Its text stays empty.
  std::vector<Span> outer_;
  List list_;
  std::vector<std::size_t> items_;  ///< Those open, in `list_`.
  int depth_ = 0;
  Table table_;
  std::vector<Cell> row_;
  bool right_ = false;
  int tables_ = 0;
  std::string code_;
  bool in_code_ = false;
};

Prose& prose(void* at) { return *static_cast<Prose*>(at); }

}  // namespace

std::vector<Block> read_prose(std::string_view markdown, const std::string& id) {
  Prose read(id);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_COLLAPSEWHITESPACE;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* at) { return prose(at).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* at) { return prose(at).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* at) { return prose(at).enter(type, detail), 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void* at) { return prose(at).leave_span(), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* at) {
    return prose(at).text(type, {text, size}), 0;
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &read);
  return read.finish();
}

}  // namespace assize::dossier
