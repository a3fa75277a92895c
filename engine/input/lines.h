// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/input/place.h"
#include "engine/input/source.h"

namespace assize::input {

/// A stretch of a text, in bytes from its beginning; `end` is past the last byte.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where the lines of a text begin. A line ends at LF, CR LF or CR. The source must outlive it.
class Lines {
 public:
  explicit Lines(const Source& source);
  /// The place of a stretch, without a pointer. Its length is that of the part on the first line, without blanks at the
  /// end, and at least 1.
  Place place(Span span) const;
  /// A line, counted from 1, without its end; empty when there is none of that number.
  std::string_view line(int number) const;

 private:
  const Source& source_;
  std::vector<std::size_t> starts_;
};

}  // namespace assize::input
