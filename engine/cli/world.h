// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/input/date.h"

namespace assize::cli {

/// All that a command knows of the machine: handed in, so that a test can run a command with another.
struct World {
  std::ostream& out;  ///< The answer.
  std::ostream& err;  ///< All else.
  std::function<input::Date()> today;
  std::string data_folder;  ///< Catalogues, templates, examples, docs/diagnostics, fonts.
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;  ///< NO_COLOR is set.
  int width = 100;        ///< Columns of the terminal.
};

}  // namespace assize::cli
