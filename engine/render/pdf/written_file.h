// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDFWriter.hh>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assize::render::pdf {

/// The file that libqpdf wrote, with more objects put before its end. A structure tree may have a million objects:
/// through libqpdf each would cost a kilobyte of memory, here it costs its text. The result is a file in one piece, not
/// one with an update at its end.
class WrittenFile {
 public:
  /// `writer` has written `bytes`; `packed` says that it made object streams, and then they are made here too.
  WrittenFile(QPDFWriter& writer, std::string bytes, bool packed);

  /// The first of `count` numbers that no object has yet.
  int reserve(std::size_t count);
  /// The object of that number, new or in place of one that libqpdf wrote; not a stream.
  void put(int number, std::string_view object);
  /// The whole file. Nothing may follow.
  std::string finished();

 private:
  struct Entry {
    std::uint8_t kind = 0;    ///< As in a cross-reference stream: 0 free, 1 at an offset, 2 within a stream.
    std::uint32_t place = 0;  ///< Offset, or number of the stream.
    std::uint16_t index = 0;  ///< Within the stream.
  };
  Entry& entry(int number);
  void end_stream();
  void add_stream(int number, const std::string& dictionary, const std::string& data);
  std::string cross_references() const;
  std::string trailer() const;

  std::string bytes_;
  bool packed_;
  int end_number_ = 0;  ///< Of the cross-reference stream that libqpdf wrote.
  std::string root_, info_, id_;
  std::uint64_t fingerprint_ = 0xCBF29CE484222325;  ///< Of what was put.
  std::vector<Entry> entries_;
  std::vector<int> waiting_;  ///< For the next object stream.
  std::string waiting_heads_, waiting_text_;
};

}  // namespace assize::render::pdf
