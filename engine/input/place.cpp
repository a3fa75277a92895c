// SPDX-License-Identifier: Apache-2.0
#include "engine/input/place.h"

namespace assize::input {

std::string to_text(const Place& place) {
  if (place.line == 0) return place.file.text();
  return place.file.text() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace assize::input
