// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace assize::input {

/// Whether a control character begins at `at`: C0 without tab, LF and CR; DEL; C1. A terminal may obey it, an XML file
/// or a PDF break on it.
inline bool is_control(std::string_view utf8, std::size_t at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x20) return lead != '\t' && lead != '\n' && lead != '\r';
  if (lead == 0x7F) return true;
  return lead == 0xC2 && at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xA0;
}

}  // namespace assize::input
