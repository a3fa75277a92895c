// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "engine/render/document_text.h"
#include "engine/render/formats.h"
#include "engine/render/terminal_style.h"
#include "engine/render/terminal_table.h"
#include "engine/render/terminal_text.h"

namespace assize::render {
namespace {

using namespace dossier;

/// Text whose parts have escapes: each run reaches from the end of the one before to `end`.
struct Styled {
  struct Run {
    std::size_t end = 0;
    std::string escape;
  };
  std::string text;
  std::vector<Run> runs;

  void add(std::string_view part, std::string_view escape = "") {
    text += part;
    runs.push_back({text.size(), std::string(escape)});
  }
};

Styled styled(const Spans& spans, std::string_view tone = "") {
  Styled all;
  for (const auto& span : spans) {
    std::string escape(tone);
    const auto also = [&](const char* code) { escape += (escape.empty() ? "" : ";") + std::string(code); };
    if (span.bold) also("1");
    if (span.italic) also("3");
    if (span.code) also("36");
    if (!span.link.empty()) also("4");
    all.add(terminal_text(span.text), escape);
    if (is_web_link(span.link) && span.link != span.text) all.add(terminal_text(" <" + span.link + ">"));
  }
  return all;
}

class Page {
 public:
  explicit Page(const TerminalStyle& style) : style_(style) { style_.width = std::max(style.width, 20); }

  std::string take() && { return std::move(out_); }

  void front(const Document& document) {
    lines({}, {}, plain(document.title, "1"));
    if (!document.subtitle.empty()) lines({}, {}, plain(document.subtitle));
    std::string running;
    for (const auto* part :
         {&document.id, &document.version, &document.date, &document.classification, &document.author})
      if (!part->empty()) running += (running.empty() ? "" : " · ") + *part;
    if (!running.empty()) lines({}, {}, plain(running, "2"));
    if (!document.cover.facts.empty()) {
      blank();
      block(document.cover);
    }
  }

  void section(const Section& part, int depth) {
    blank();
    const std::string number = part.number.empty() ? "" : part.number + " ";
    const auto title = plain(number + part.title, "1");
    lines({}, {}, title);
    if (depth < 2) {
      int underline = 0;
      for (const auto& line : wrap(title.text, style_.width))
        underline =
            std::max(underline, columns_of(std::string_view(title.text).substr(line.begin, line.end - line.begin)));
      for (int at = 0; at < underline; ++at) out_ += depth == 0 ? "═" : "─";
      out_ += '\n';
    }
    for (const auto& each : part.blocks) {
      blank();
      std::visit([this](const auto& kind) { block(kind); }, each);
    }
    for (const auto& inner : part.sections) section(inner, depth + 1);
  }

 private:
  static Styled plain(std::string_view text, std::string_view escape = "") {
    Styled all;
    all.add(terminal_text(text), escape);
    return all;
  }
  void blank() {
    if (!out_.empty()) out_ += '\n';
  }
  std::string color(std::string_view text, std::string_view escape) const {
    return style_.color ? painted(text, escape) : std::string(text);
  }

  /// Wraps to the width; the first line begins with `first`, the others with as many blanks or `rest` if given.
  void lines(std::string_view first, std::string_view first_escape, const Styled& all) {
    const int indent = columns_of(first);
    bool begun = false;
    for (const auto& line : wrap(all.text, std::max(1, style_.width - indent))) {
      std::string drawn = begun ? std::string(static_cast<std::size_t>(indent), ' ') : color(first, first_escape);
      begun = true;
      append(drawn, all, line);
      while (!drawn.empty() && drawn.back() == ' ') drawn.pop_back();
      out_ += drawn + "\n";
    }
  }
  void append(std::string& drawn, const Styled& all, Stretch line) const {
    std::size_t at = line.begin;
    for (const auto& run : all.runs) {
      const std::size_t end = std::min(run.end, line.end);
      if (end <= at) continue;
      drawn += color(std::string_view(all.text).substr(at, end - at), run.escape);
      at = end;
    }
  }

  void block(const Paragraph& paragraph) { lines({}, {}, styled(paragraph.spans)); }

  void block(const List& list) {
    std::vector<int> counts;
    for (const auto& item : list.items) {
      const auto depth = static_cast<std::size_t>(std::max(0, item.depth));
      counts.resize(depth + 1);  // A deeper list that ended starts anew.
      const std::string mark = list.numbered ? std::to_string(++counts[depth]) + ". " : "• ";
      lines(std::string(2 + 2 * std::min<std::size_t>(depth, 8), ' ') + mark, {}, styled(item.spans));
    }
  }

  void block(const Preformatted& preformatted) {
    // Lines as given: wrapping would change what they mean, and a terminal wraps what it must.
    const auto text = terminal_text(preformatted.text);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      out_ += end > begin ? "    " + text.substr(begin, end - begin) + "\n" : "\n";
      begin = end + 1;
    }
  }

  void block(const GapNote& note) {
    Styled all;
    all.add(terminal_text(note.id), escape_of(Tone::gap));
    all.add(" ");
    all.add(terminal_text(note.title), "1");
    lines("! ", escape_of(Tone::gap), all);
    if (!note.detail.empty()) lines("  ", {}, plain(note.detail));
  }

  void block(const KeyFacts& facts) {
    int widest = 0;
    for (const auto& fact : facts.facts) widest = std::max(widest, columns_of(terminal_text(fact.term)));
    const int column = std::clamp(widest, 1, std::max(8, style_.width / 3));
    for (const auto& fact : facts.facts) {
      const auto term = terminal_text(fact.term);
      // A term that is too long, or has line ends, stands on lines of its own.
      const auto parts = wrap(term, column);
      for (std::size_t part = 0; part + 1 < parts.size(); ++part)
        out_ += term.substr(parts[part].begin, parts[part].end - parts[part].begin) + "\n";
      std::string last = term.substr(parts.back().begin, parts.back().end - parts.back().begin);
      last.append(static_cast<std::size_t>(std::max(0, column - columns_of(last)) + 2), ' ');
      lines(last, "2", styled(fact.value, escape_of(fact.tone)));
    }
  }

  void block(const Table& table) {
    if (!table.caption.empty()) lines({}, {}, plain(table.caption, "1"));
    if (!table.rows.empty() || table.when_empty.empty()) out_ += draw_table(table, style_);
    if (table.rows.empty() && !table.when_empty.empty()) lines({}, {}, plain(table.when_empty, "3"));
  }

  void block(const Figure& figure) {
    if (!figure.caption.empty()) lines({}, {}, plain("Figure: " + figure.caption, "1"));
    if (!figure.description.empty()) lines("  ", {}, plain(figure.description));
  }

  TerminalStyle style_;
  std::string out_;
};

}  // namespace

input::Result<std::string> render_terminal(const Document& document, const TerminalStyle& style) {
  const auto found = find_invalid_text(document);
  if (!found.empty()) return found;
  Page page(style);
  page.front(document);
  for (const auto& section : document.sections) page.section(section, 0);
  return std::move(page).take();
}

}  // namespace assize::render
