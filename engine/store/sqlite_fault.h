// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include "engine/input/diagnostic.h"

namespace assize::store {

/// What an SQLite result code (extended or not) that is no success means to whoever runs us. `system_error` is errno
/// where the code is about a file, else 0; `detail` SQLite's own words.
input::Diagnostic sqlite_fault(int code, int system_error, const char* detail);

/// The same for the latest call on `db`, which failed.
input::Diagnostic sqlite_fault(sqlite3& db);

}  // namespace assize::store
