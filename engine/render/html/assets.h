// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace assize::render::html {

/// The *.css and *.js files of this folder, one after the other, as CMake builds them in.
std::string_view style_text();
std::string_view script_text();

}  // namespace assize::render::html
