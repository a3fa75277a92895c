// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/fields.h"

namespace assize::evidence {

/// A file or reference that shows an implementation or fulfils a requirement.
struct Evidence {
  struct Shows {
    input::Said<std::string> implementation, requirement;  ///< One of them, or neither.
    std::string section, page, note;
    input::Place place;
  };
  std::string id, kind, title, reference, sha256, confidentiality;
  input::Said<std::string> file, owner;
  input::Date made;
  std::optional<input::Date> from, to;  ///< The period it speaks of.
  std::optional<input::Date> valid_until;
  std::string every;  ///< ISO 8601 period of renewal, as written.
  std::vector<Shows> shows;
  std::string digest;  ///< Of the file's bytes, when who read them set it.
  input::Place place;
};

}  // namespace assize::evidence
