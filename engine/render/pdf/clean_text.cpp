// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/clean_text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstddef>

#include "engine/input/quote.h"

namespace assize::render::pdf {
namespace {

constexpr char32_t kInvalid = 0xFFFFFFFF;

/// Decodes the code point at `at` and moves past it; kInvalid for overlong forms, surrogates and cut sequences.
char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 && first <= 0xF4  ? 3
                   : first >= 0xE0 && first < 0xF0 ? 2
                                                   : first >= 0xC2 && first < 0xE0;
  if (more == 0) return kInvalid;
  char32_t code = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at == utf8.size() || (byte(at) & 0xC0) != 0x80) return kInvalid;
    code = code << 6 | (byte(at++) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
  if (code < least[more] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return kInvalid;
  return code;
}

bool leaves_no_mark(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || (code >= 0x200C && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
         (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFFFE || code == 0xFFFF;
}

}  // namespace

std::optional<std::u16string> clean_text(std::string_view utf8) {
  std::u16string clean;
  clean.reserve(utf8.size());
  bool may_compose = false;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t code = next_code_point(utf8, at);
    if (code == kInvalid) return std::nullopt;
    if (code == '\r') {
      if (at < utf8.size() && utf8[at] == '\n') continue;
      code = '\n';
    } else if (code == '\t') {
      code = ' ';
    } else if (code == 0x2028 || code == 0x2029 || code == 0x85) {
      code = '\n';
    }
    if (code != '\n' && leaves_no_mark(code)) continue;
    may_compose = may_compose || code >= 0x300;  // Below, every text is NFC already.
    if (code < 0x10000) {
      clean += static_cast<char16_t>(code);
    } else {
      clean += static_cast<char16_t>(0xD7C0 + (code >> 10));
      clean += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    }
  }
  if (!may_compose) return clean;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return clean;
  const icu::UnicodeString given(false, clean.data(), static_cast<std::int32_t>(clean.size()));
  if (nfc->isNormalized(given, status) || U_FAILURE(status)) return clean;
  const icu::UnicodeString composed = nfc->normalize(given, status);
  if (U_FAILURE(status)) return clean;
  return std::u16string(composed.getBuffer(), static_cast<std::size_t>(composed.length()));
}

bool is_right_to_left(char32_t code) {
  return (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFF) || (code >= 0x10800 && code <= 0x10FFF) ||
         (code >= 0x1E800 && code <= 0x1EFFF);
}

std::string in_backticks(std::string_view utf8) {
  std::string valid;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t from = at;
    if (next_code_point(utf8, at) == kInvalid)
      valid += '?';
    else
      valid.append(utf8.substr(from, at - from));
  }
  return input::quote(valid);
}

}  // namespace assize::render::pdf
