// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

/// Pixels in rows from the top, three bytes each: what is clear in the file is white here.
struct Picture {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

/// The picture in the bytes of a PNG file. Without one, the warning `logo-unreadable` says what is wrong: damaged, more
/// than 4 million pixels, or no PNG file at all. Empty bytes are no picture and no complaint.
std::optional<Picture> read_logo(std::string_view png, TypeCase& type);

/// `#rrggbb`; anything else is a warning `accent-unreadable`. Empty text is no colour and no complaint.
std::optional<Rgb> read_accent(const std::string& text, TypeCase& type);

/// Puts a house's colour in place of our own accent: as it is for rules and grounds, darkened for text until that can
/// be read on white (contrast 4.5 to 1), and very light behind the heads of tables.
void dye(Draft& draft, Rgb accent);

}  // namespace assize::render::pdf
