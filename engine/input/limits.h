// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace assize::input {

/// What a file may ask of us before it is refused. Every input is hostile.
struct Limits {
  std::size_t file_bytes = 32u << 20;  ///< A longer file is refused unread (`file-too-large`).
  int depth = 64;                      ///< Lists and maps inside each other (`nested-too-deep`).
  std::size_t values = 3'000'000;      ///< Values in one file, aliases expanded (`too-many-values`).
  std::size_t alias_values = 20'000;   ///< Values that come from expanding aliases (`alias-bomb`).
  std::size_t alias_bytes = 8u << 20;  ///< Text and pointers that come from expanding aliases (`alias-bomb`).
  std::size_t text_bytes = 1u << 20;   ///< One scalar (`text-too-long`).
  std::size_t key_bytes = 4096;        ///< One key (`text-too-long`).
  /// All JSON pointers of one file, which long keys above many values make long (`too-many-values`).
  std::size_t place_bytes = 512u << 20;
  std::size_t faults = 1000;  ///< Complaints about one file; then reading stops (`too-many-faults`).
};

}  // namespace assize::input
