// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/input/place.h"

namespace assize::input {

/// A file's name, as messages show it, and its bytes. Who read it from where is not known here.
struct Source {
  FileName name;
  std::string text;
};

}  // namespace assize::input
