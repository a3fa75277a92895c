// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace assize::cli {

enum class ExitCode {
  done = 0,           ///< Done and clean.
  falls_short = 1,    ///< Done, and something falls short of the gate that was asked for.
  wrong_input = 2,    ///< The input or the call is wrong.
  machine_failed = 3  ///< Disk, permissions.
};

}  // namespace assize::cli
