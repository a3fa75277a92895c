// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "engine/dossier/document.h"

namespace assize::render::pdf {

/// The label with each `{name}` replaced by its value. What stands in braces and is not named stays as it is.
std::string filled(std::string_view label, std::initializer_list<std::pair<std::string_view, std::string>> values);

std::string table_name(const dossier::Labels& labels, std::size_t number);
std::string figure_name(const dossier::Labels& labels, std::size_t number);

}  // namespace assize::render::pdf
