// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/result.h"

namespace assize::render {

/// The bytes of the TrueType fonts a PDF embeds. Who calls reads them from disk; nothing here touches it.
struct Fonts {
  std::string regular, bold, italic, mono;
  std::vector<std::string> fallbacks;  ///< Asked in this order for a glyph that the first four lack.
  std::string srgb_profile;            ///< ICC profile of the output intent; empty: none is written.
};

/// The rules of PDF/A (ISO 19005) that a file is built to. Part 1 knows no attachments: they are left out, with a
/// warning.
enum class PdfA { part_3b, part_1b };

/// Each takes the whole document and gives the whole file, the same bytes for the same document. What cannot be shown
/// (invalid UTF-8, right-to-left text in a PDF) is an error that names the text; what had to be cut is a warning.
input::Result<std::string> render_pdf(const dossier::Document& document, const Fonts& fonts, PdfA part = PdfA::part_3b);
/// An Office Open XML text for Word and LibreOffice, to be edited: real headings, captions, contents, notes and shapes.
input::Result<std::string> render_docx(const dossier::Document& document);
input::Result<std::string> render_xlsx(const dossier::Document& document);
/// RFC 4180, header of column ids, every table of the document one after the other, separated by a blank line (most
/// documents asked for as CSV have one). A text cell that begins with = + - @ TAB or CR gets a leading apostrophe.
input::Result<std::string> render_csv(const dossier::Document& document);

struct TerminalStyle {
  int width = 100;     ///< Columns of the terminal.
  bool color = false;  ///< ANSI escape sequences.
};
input::Result<std::string> render_terminal(const dossier::Document& document, const TerminalStyle& style);
input::Result<std::string> render_markdown(const dossier::Document& document);
/// One file that needs nothing beside it: no network, and no script to be read.
input::Result<std::string> render_html(const dossier::Document& document);

}  // namespace assize::render
