// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/input/place.h"

namespace assize::catalogue {

/// Whose ids stand in `references` as `SCHEME:id`: a published list of threats, weaknesses, controls.
struct ReferenceScheme {
  std::string id, title, edition, licence, url, verification, note;
  std::vector<std::string> kinds;  ///< What its entries are: threat, control, weakness ...
  std::string pack;
  input::Place place;
};

/// One entry of such a list: a fact that points at the source, never its text.
struct External {
  std::string scheme, id, title, parent, note, pack;
  std::string kind;  ///< One of the scheme's kinds, where it has several; empty: not said.
  input::Place place;
  std::string token() const { return scheme + ":" + id; }
};

/// An id that changed between two editions: `new_id` is one of the same scheme, `SCHEME:id` of another, or empty
/// where nothing took its place.
struct Alias {
  std::string scheme, old_id, new_id, relation, since, note;
  input::Place place;
};

/// The threats, grouped by the entries of one or more schemes that their references name.
struct View {
  struct Open {  ///< An entry under which no threat stands, and why that is right.
    std::string token, because;
    input::Place place;
  };
  std::string id, title, says;
  std::vector<std::string> schemes;
  std::vector<std::string> kinds;  ///< Only entries of these kinds; empty: all.
  std::vector<Open> open;
  std::string pack;
  input::Place place;
};

}  // namespace assize::catalogue
