// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace assize::input {

/// The name of a file, shared by every place in it.
class FileName {
 public:
  FileName() = default;
  FileName(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}
  const std::string& text() const {
    static const std::string none;
    return text_ ? *text_ : none;
  }
  bool operator==(const FileName& other) const { return text() == other.text(); }

 private:
  std::shared_ptr<const std::string> text_;
};

/// Where a value stands in a user's file. Lines and columns count from 1, columns in bytes.
struct Place {
  FileName file = {};
  std::string pointer = {};  ///< JSON pointer (RFC 6901), for YAML too; "" is the whole file.
  int line = 0;              ///< 0: no place in a text, e.g. a file that is missing.
  int column = 0;
  int length = 1;  ///< Bytes that a caret underlines, on that line.
  bool operator==(const Place& other) const = default;
};

/// "file:line:column", or the file alone when there is no line.
std::string to_text(const Place& place);

}  // namespace assize::input
