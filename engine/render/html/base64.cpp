// SPDX-License-Identifier: Apache-2.0
#include "engine/render/html/base64.h"

#include <cstddef>

#include "engine/evidence/digest.h"

namespace assize::render::html {
namespace {

unsigned nibble(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

void append_base64(std::string& page, std::string_view bytes) {
  static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  page.reserve(page.size() + (bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto given = bytes.substr(at, 3);
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (i < given.size() ? static_cast<unsigned char>(given[i]) : 0u);
    page += letters[group >> 18];
    page += letters[group >> 12 & 63];
    page += given.size() > 1 ? letters[group >> 6 & 63] : '=';
    page += given.size() > 2 ? letters[group & 63] : '=';
  }
}

std::string policy_source(std::string_view text) {
  const auto digits = evidence::sha256(text);
  std::string digest;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
    digest += static_cast<char>(nibble(digits[at]) << 4 | nibble(digits[at + 1]));
  std::string source = "'sha256-";
  append_base64(source, digest);
  return source + "'";
}

}  // namespace assize::render::html
