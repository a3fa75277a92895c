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
  std::string note = {};  ///< A footnote that belongs to the end of this run: where a statement comes from.
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
  double number = 0;     ///< Of integer and number.
  std::string iso = {};  ///< Of date, where `text` writes it in the language's way; empty: `text` is ISO 8601.
  Tone tone = Tone::plain;
  std::string anchor = {};  ///< This cell can be linked to under this name.
  std::string link = {};    ///< As in Span.
  std::string source = {};  ///< Where the value comes from ("system.yaml:41:9"), for formats that have notes.
};

struct Column {
  std::string id = {};                    ///< Stable, machine-readable: the CSV header.
  std::string title = {};                 ///< For people: the header elsewhere.
  double width = 1;                       ///< Share of the table's width, relative to the others.
  bool numeric = false;                   ///< Right-aligned.
  std::vector<std::string> choices = {};  ///< All values that a cell may have; empty: no such list.
  /// What a reader may write into the column of a workbook, so that it can be read back: `names` are ids and words of
  /// the project's files, several with commas between. Such columns are in no language: nothing of them is translated.
  enum class Edit { no, prose, names, day };
  Edit edit = Edit::no;
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

/// What renderers print of themselves, in the language of the document. Pieces in {braces} are replaced by renderers.
struct Labels {
  std::string contents = "Contents";
  std::string figures = "Figures";  ///< Headings of the lists in front.
  std::string tables = "Tables";
  std::string figure = "Figure {number}";  ///< Before a caption.
  std::string table = "Table {number}";
  std::string page = "Page {page} of {pages}";
  std::string document = "Document", version = "Version", date = "Date", classification = "Marking";
  std::string version_of = "Version {version}";
  std::string missing = "Missing";          ///< Before what a gap note says, where no colour can be relied on.
  std::string notes = "Notes";              ///< Heading of notes that stand at the end.
  std::string identifiers = "Identifiers";  ///< Heading of the index of ids at the end.
  std::string identifiers_about =
      "Where each risk, requirement, control and piece of evidence stands, and where it is named.";
  std::string stands_on = "Stands on page", named_on = "Named on pages";
  std::string continued = "continued";
  std::string texts = "Texts", about = "About";  ///< Sheets of a workbook.
  std::string to_edit = "To be edited";          ///< On the headers of columns that a reader may write into.
  // For a page on a screen.
  std::string skip = "Skip to the text";
  std::string search = "Search this document";
  std::string filter = "Filter rows";
  std::string all_values = "all";
  std::string rows_shown = "{shown} of {all} rows";
  std::string sort_by = "Sort by {column}";
  std::string found = "{count} found";
  std::string none_found = "Nothing found";
  std::string to_top = "Back to the top";
  std::string dark = "Light or dark";
  std::string link_here = "Link to this place";
};

/// Which parts beside the sections a document has. A renderer without pages leaves out what it cannot have.
struct Parts {
  bool cover = true;
  bool contents = true;
  bool lists = true;         ///< Of figures and tables, where there are two or more.
  bool identifiers = false;  ///< The index of ids at the end.
};

/// How a house dresses its papers. Empty members leave the renderer's own choice.
struct HouseStyle {
  std::string accent = {};     ///< `#rrggbb`: headings, rules, markings.
  std::string logo = {};       ///< A PNG file's bytes, for the cover and the head of pages.
  std::string logo_text = {};  ///< What the logo says, for those who cannot see it.
  std::string header = {};     ///< In the head of each page, before the title.
  std::string footer = {};     ///< In the foot of each page, under the identity.
  std::string font = {};       ///< Family to ask for where the reader's own machine has the fonts (HTML, DOCX).
};

/// A file that travels inside the document, such as the assessment for machines.
struct Attachment {
  std::string name = {};        ///< A file name, `assessment.json`.
  std::string media_type = {};  ///< `application/json`
  std::string description = {};
  std::string bytes = {};
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
  std::string watermark = {};  ///< Across each page, e.g. `DRAFT`; empty: none.
  Labels labels = {};
  Parts parts = {};
  HouseStyle style = {};
  std::vector<Attachment> attachments = {};
};

}  // namespace assize::dossier
