// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/place.h"

namespace assize::catalogue {

/// A document that somebody may apply or cite: number, title and state are facts; nothing of its text is here.
struct Standard {
  /// A source says that the standard has to do with a requirement. That is no conformity, and no presumption of it.
  struct SpeaksTo {
    std::string requirement, topic, source, basis, mark, because;
    input::Place place;
  };
  std::string id, title, body, edition, kind, status, status_note, confidence, replaced_by, source, note;
  std::optional<input::Date> issued, effective;
  std::vector<std::string> also;  ///< Other numbers under which sources name it.
  std::vector<SpeaksTo> speaks_to;
  std::string pack;
  input::Place place;
};

/// A way to sort controls, such as the five of ISO/IEC 27002:2022, 4.2.
struct Attribute {
  std::string id, title, source, note;
  std::vector<std::string> values;
  std::string pack;
  input::Place place;
};

}  // namespace assize::catalogue
