// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/input/date.h"
#include "engine/input/place.h"

namespace assize::cover {

/// Something that falls short. Its id is `CODE:ABOUT`, stable as long as it is there.
struct Gap {
  enum class Weight { blocking, open, remark };  ///< Blocking: a conformity claim cannot stand with it.
  std::string code;                              ///< e.g. `requirement-unmet`
  std::string about;                             ///< Id of the risk, requirement, control, evidence or element.
  std::string says;                              ///< One sentence.
  std::string to_do;                             ///< What closes it.
  std::string pack;                              ///< Of a requirement or control.
  Weight weight = Weight::open;
  std::optional<input::Date> when;  ///< When it lapsed or lapses, is due or was.
  input::Place place;               ///< In a file of the project, or in a catalogue.
  std::string id() const { return code + ":" + about; }
};
std::string_view name_of(Gap::Weight weight);

}  // namespace assize::cover
