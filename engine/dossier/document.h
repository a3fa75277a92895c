// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assize::dossier {

/// The one format-neutral document: what compose makes and what every renderer sees. Text is plain UTF-8 (NFC not
/// promised); a renderer escapes it and never reads markup in it.

/// How something should stand out. A renderer must not rely on colour alone: the text says it too.
enum class Tone { plain, quiet, minor, major, critical, good, gap };

/// A run of text in one style. `link` is an anchor of this document (`#ID`) or an absolute URL; empty: no link.
struct Span {
  std::string text = {};
  bool bold = false;
  bool italic = false;
  bool code = false;
  std::string link = {};
};
using Spans = std::vector<Span>;

struct Paragraph {
  Spans spans = {};
};

/// A bulleted or numbered list; items may hold lists one level down by `depth` (0 outermost).
struct List {
  struct Item {
    Spans spans = {};
    int depth = 0;
  };
  bool numbered = false;
  std::vector<Item> items = {};
};

/// Preformatted text, drawn in a fixed pitch, lines as given.
struct Preformatted {
  std::string text = {};
};

/// Something that is missing, drawn so that nobody overlooks it. `id` is its anchor and stands in the list of gaps.
struct GapNote {
  std::string id = {};      ///< e.g. `GAP-007`
  std::string title = {};   ///< e.g. `No narrative for Annex IV.2(g)`
  std::string detail = {};  ///< What to do about it; may be empty.
};

/// Term and value pairs, two columns, no header.
struct KeyFacts {
  struct Fact {
    std::string term = {};
    Spans value = {};
    Tone tone = Tone::plain;
  };
  std::vector<Fact> facts = {};
};

/// What a cell holds, so that XLSX and JSON can type it. `text` is always set, except for `empty`.
struct Cell {
  enum class Type { empty, text, integer, number, date };
  Type type = Type::text;
  std::string text = {};
  double number = 0;  ///< Of integer and number. Dates stay ISO 8601 text.
  Tone tone = Tone::plain;
  std::string anchor = {};  ///< This cell can be linked to under this name.
  std::string link = {};    ///< As in Span.
  std::string source = {};  ///< Where the value comes from ("system.yaml:41:9"), for formats that have notes.
};

struct Column {
  std::string id = {};     ///< Stable, machine-readable: the CSV header.
  std::string title = {};  ///< For people: the header elsewhere.
  double width = 1;        ///< Share of the table's width, relative to the others.
  bool numeric = false;    ///< Right-aligned.
};

/// Rows break across pages, with the header repeated. Each row has a cell per column.
struct Table {
  std::string id = {};       ///< Stable name and anchor; unique in the document.
  std::string caption = {};  ///< May be empty: then it is not listed among the tables.
  std::vector<Column> columns = {};
  std::vector<std::vector<Cell>> rows = {};
  std::string when_empty = {};  ///< Printed in place of rows when there are none.
};

/// A vector drawing, y downwards from the top left, in points; the renderer scales it to fit the text width.
struct Figure {
  struct Point {
    double x = 0;
    double y = 0;
  };
  struct Box {  ///< A rectangle; `dashed` for boundaries.
    double x = 0, y = 0, width = 0, height = 0;
    Tone fill = Tone::plain;  ///< plain: no fill.
    bool dashed = false;
    bool rounded = false;
    bool outline = true;
  };
  struct Line {  ///< A polyline of two points or more; `arrow` at its end.
    std::vector<Point> points = {};
    bool arrow = false;
    bool dashed = false;
    Tone tone = Tone::plain;
  };
  struct Ellipse {
    double x = 0, y = 0, width = 0, height = 0;  ///< Of the box around it.
    Tone fill = Tone::plain;
  };
  enum class Align { left, centre, right };
  struct Label {  ///< One line of text; `y` is the baseline. A renderer shortens it with … when wider than max_width >
                  ///< 0.
    double x = 0, y = 0;
    std::string text = {};
    double size = 8;
    Align align = Align::left;
    bool bold = false;
    double max_width = 0;
    std::string link = {};
  };
  using Shape = std::variant<Box, Line, Ellipse, Label>;
  std::string id = {};
  std::string caption = {};
  std::string description = {};  ///< For those who cannot see it.
  double width = 0, height = 0;
  std::vector<Shape> shapes = {};  ///< Drawn in this order.
};

using Block = std::variant<Paragraph, List, Preformatted, GapNote, KeyFacts, Table, Figure>;

/// A heading with what stands under it. `number` is printed before the title when not empty ("2.3", "IV.2(g)").
struct Section {
  std::string id = {};  ///< Anchor; unique in the document.
  std::string number = {};
  std::string title = {};
  std::vector<Block> blocks = {};
  std::vector<Section> sections = {};
};

/// Cover and running matter, then sections. Every date is given, none is taken from a clock.
struct Document {
  std::string id = {};  ///< Document id, e.g. `TRIAGE-ASSIST-ANNEX-IV`.
  std::string title = {};
  std::string subtitle = {};
  std::string version = {};         ///< Of the system described.
  std::string date = {};            ///< ISO 8601: the as-of date.
  std::string language = "en";      ///< BCP 47.
  std::string classification = {};  ///< e.g. `Confidential`; may be empty.
  std::string author = {};          ///< The provider, or who had it made.
  KeyFacts cover = {};              ///< Printed on the cover page.
  std::vector<Section> sections = {};
};

}  // namespace assize::dossier
