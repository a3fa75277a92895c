// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dossier/document.h"
#include "engine/input/diagnostic.h"
#include "engine/render/html/anchors.h"

namespace assize::render::html {

/// A note at the end: what it says, its id, and that of the mark that leads to it.
struct Note {
  std::string text, id, mark;
};

/// Something that the lists in front name.
struct Captioned {
  std::string name;  ///< `Table 3`
  std::string caption;
  std::string id;
};

/// A page while it is drawn: what is written so far, and what later parts need to know of it.
struct Page {
  explicit Page(const dossier::Document& of) : document(of), anchors(of) {}

  const dossier::Document& document;
  Anchors anchors;
  std::string out;
  std::vector<Note> notes;
  std::vector<Captioned> figures, tables;
  std::set<std::string> refused;  ///< Links that are shown as text.
  input::Diagnostics complaints;

  void write(std::string_view markup) { out += markup; }
  void text(std::string_view words);
  void one_line(std::string_view words);
  void attribute(std::string_view name, std::string_view value);

  /// What `href` says for a link of the document; nothing when there is no link, or when it must not be followed (a
  /// warning) or leads nowhere (an error).
  std::optional<std::string> target(const std::string& link);
  /// The small sign that gives the address of what has this id, called `name`.
  void write_here(const std::string& id, std::string_view name);
};

/// The label with {key} replaced by the value.
std::string filled(std::string label, std::string_view key, std::string_view value);

}  // namespace assize::render::html
