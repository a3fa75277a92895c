// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/schema_node.h"

/// What a message says about a value that a schema does not allow. Each returns one error at the value's place.
namespace assize::input::schema_fault {

Diagnostic wrong_type(std::uint8_t types, const Tree& value, const std::string& description);
Diagnostic nothing_allowed(const Tree& value);
/// `meant` is a property that was probably meant; empty when none is near.
Diagnostic unknown_key(const Schema::Node& node, const Member& member, const std::string& meant);
Diagnostic missing_key(const Schema::Node& node, const std::string& key, const Tree& map);
Diagnostic not_one_of(const std::vector<const Tree*>& allowed, const Tree& value, const std::string& description);
Diagnostic bad_pattern(const Schema::Node& node, const Tree& value);
Diagnostic not_a_date(const Tree& value);
/// `side` is "at least" or "at most".
Diagnostic out_of_range(std::string_view side, const Tree& bound, const Tree& value, const std::string& description);
Diagnostic wrong_length(std::string_view side, std::size_t bound, std::size_t found, std::string_view unit,
                        const Tree& value);
Diagnostic repeated_item(const Tree& again, const Tree& first);
Diagnostic fits_several(const Tree& value);

/// The keys that the schema names, in alphabetical order.
std::vector<std::string> known_keys(const Schema::Node& node);

}  // namespace assize::input::schema_fault
