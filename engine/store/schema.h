// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <span>
#include <string>

#include "engine/input/result.h"

namespace assize::store {

/// "ASZE" in ASCII, in the header of the file: whose database this is.
inline constexpr int application_id = 0x41535A45;

/// SQL from each version of the format (`user_version`) to the next; the first makes version 1 from an empty file.
/// What was released is never changed: files out there were made by it.
std::span<const char* const> format_steps();

/// Makes an empty database ours, or brings ours to version `steps.size()`, in one transaction. Anything else stays
/// untouched: `store-not-ours`, `store-newer`.
input::Diagnostics bring_up_to_date(sqlite3& db, std::span<const char* const> steps);

/// `store-corrupt` when tables, indices or triggers are not exactly those that `steps` make: a trigger that a stranger
/// added would run inside our own writes.
input::Diagnostics check_schema(sqlite3& db, std::span<const char* const> steps);

}  // namespace assize::store
