// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace assize::render::html {

/// Red, green, blue, 0 to 255.
using Colour = std::array<int, 3>;

/// From `#rrggbb`; nothing when it is something else.
std::optional<Colour> read_colour(std::string_view text);
std::string to_text(const Colour& colour);
/// Contrast of two colours by WCAG 2, from 1 to 21.
double contrast(const Colour& one, const Colour& other);
/// The colour, moved towards black or white (whichever `ground` is not) until it can be read on `ground`: a contrast of
/// 4.5 at least.
Colour readable_on(const Colour& ground, Colour colour);

}  // namespace assize::render::html
