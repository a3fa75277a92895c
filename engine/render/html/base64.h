// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace assize::render::html {

/// RFC 4648, section 4, with padding.
void append_base64(std::string& page, std::string_view bytes);

/// `'sha256-…'`, by which a content security policy lets in one style or script: that text, byte for byte.
std::string policy_source(std::string_view text);

}  // namespace assize::render::html
