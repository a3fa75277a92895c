// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/written_file.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace assize::render::pdf {
namespace {

constexpr std::size_t kPerStream = 400;
constexpr std::size_t kRow = 7;  // Bytes of an entry: kind, four of the place, two of the index.

std::string deflated(const std::string& data) {
  Pl_Buffer all("all");
  Pl_Flate flate("flate", &all, Pl_Flate::a_deflate);
  flate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());
  flate.finish();
  const auto buffer = all.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::size_t number_at(const std::string& text, std::size_t at) {
  std::size_t number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

/// What stands in `text` from `key` to `end`, as `12 0 R` after `/Root `.
std::string value_of(std::string_view text, std::string_view key, std::string_view end) {
  const auto at = text.find(key);
  const auto to = at == text.npos ? text.npos : text.find(end, at + key.size());
  if (to == text.npos) throw std::runtime_error("no " + std::string(key) + " at the end of the file");
  return std::string(text.substr(at + key.size(), to + end.size() - at - key.size()));
}

}  // namespace

WrittenFile::WrittenFile(QPDFWriter& writer, std::string bytes, bool packed)
    : bytes_(std::move(bytes)), packed_(packed) {
  const auto start = bytes_.rfind("startxref\n");
  if (start == bytes_.npos) throw std::runtime_error("no startxref in the file");
  const std::size_t end = number_at(bytes_, start + 10);
  if (end >= start) throw std::runtime_error("a wrong startxref in the file");
  const auto tail = std::string_view(bytes_).substr(end, start - end);
  const std::size_t dictionary = packed ? 0 : tail.rfind("trailer");
  const auto keys = tail.substr(std::min(dictionary, tail.size()));
  root_ = value_of(keys, "/Root ", " R");
  info_ = value_of(keys, "/Info ", " R");
  id_ = value_of(keys, "/ID [<", ">");
  for (const auto& [object, written] : writer.getWrittenXRefTable()) {
    Entry& known = entry(object.getObj());
    if (written.getType() == 1)
      known = {1, static_cast<std::uint32_t>(written.getOffset()), 0};
    else if (written.getType() == 2)
      known = {2, static_cast<std::uint32_t>(written.getObjStreamNumber()),
               static_cast<std::uint16_t>(written.getObjStreamIndex())};
  }
  if (packed) end_number_ = static_cast<int>(number_at(bytes_, end));
  bytes_.resize(end);
  entry(end_number_) = {};
}

WrittenFile::Entry& WrittenFile::entry(int number) {
  const auto at = static_cast<std::size_t>(number);
  if (at >= entries_.size()) entries_.resize(at + 1);
  return entries_[at];
}

int WrittenFile::reserve(std::size_t count) {
  const std::size_t first = std::max<std::size_t>(entries_.size(), 1);
  entries_.resize(first + count);
  return static_cast<int>(first);
}

void WrittenFile::put(int number, std::string_view object) {
  for (const char c : object) fingerprint_ = (fingerprint_ ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  if (!packed_) {
    entry(number) = {1, static_cast<std::uint32_t>(bytes_.size()), 0};
    bytes_ += std::to_string(number) + " 0 obj\n";
    bytes_ += object;
    bytes_ += "\nendobj\n";
    return;
  }
  waiting_.push_back(number);
  waiting_heads_ += std::to_string(number) + ' ' + std::to_string(waiting_text_.size()) + ' ';
  waiting_text_ += object;
  waiting_text_ += '\n';
  if (waiting_.size() == kPerStream) end_stream();
}

void WrittenFile::end_stream() {
  if (waiting_.empty()) return;
  const int stream = reserve(1);
  for (std::size_t i = 0; i < waiting_.size(); ++i)
    entry(waiting_[i]) = {2, static_cast<std::uint32_t>(stream), static_cast<std::uint16_t>(i)};
  add_stream(stream,
             "/Type/ObjStm/N " + std::to_string(waiting_.size()) + "/First " + std::to_string(waiting_heads_.size()),
             waiting_heads_ + waiting_text_);
  waiting_.clear();
  waiting_heads_.clear();
  waiting_text_.clear();
}

void WrittenFile::add_stream(int number, const std::string& dictionary, const std::string& data) {
  const std::string packed = deflated(data);
  entry(number) = {1, static_cast<std::uint32_t>(bytes_.size()), 0};
  bytes_ += std::to_string(number) + " 0 obj\n<<" + dictionary + "/Filter/FlateDecode/Length " +
            std::to_string(packed.size()) + ">>\nstream\n" + packed + "\nendstream\nendobj\n";
}

/// The rows of a cross-reference stream, each as its difference to the one before: they hardly differ.
std::string WrittenFile::cross_references() const {
  std::string rows;
  rows.reserve(entries_.size() * (kRow + 1));
  unsigned char before[kRow] = {};
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& one = entries_[i];
    const unsigned index = i == 0 ? 0xFFFF : one.index;
    const auto byte = [](unsigned value) { return static_cast<unsigned char>(value & 0xFF); };
    const unsigned char row[kRow] = {one.kind,
                                     byte(one.place >> 24),
                                     byte(one.place >> 16),
                                     byte(one.place >> 8),
                                     byte(one.place),
                                     byte(index >> 8),
                                     byte(index)};
    rows += '\2';
    for (std::size_t k = 0; k < kRow; ++k) rows += static_cast<char>(byte(unsigned{row[k]} - before[k]));
    std::copy_n(row, kRow, before);
  }
  return rows;
}

/// The ID that libqpdf made of what it wrote, changed by what was put after that.
std::string WrittenFile::trailer() const {
  constexpr char digits[] = "0123456789abcdef";
  std::string id = id_.substr(0, id_.size() - 1);
  for (std::size_t i = 0; i < 16 && i < id.size(); ++i) {
    const auto known = static_cast<unsigned>(std::string_view(digits).find(id[i]));
    id[i] = digits[(known ^ static_cast<unsigned>(fingerprint_ >> (60 - 4 * i))) & 0xF];
  }
  return "/Size " + std::to_string(entries_.size()) + "/Root " + root_ + "/Info " + info_ + "/ID[<" + id + "><" + id +
         ">]";
}

std::string WrittenFile::finished() {
  end_stream();
  const std::size_t start = bytes_.size();
  if (packed_) {
    entry(end_number_) = {1, static_cast<std::uint32_t>(start), 0};
    add_stream(end_number_, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>" + trailer(),
               cross_references());
  } else {
    bytes_ += "xref\n0 " + std::to_string(entries_.size()) + "\n0000000000 65535 f \n";
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      const std::string place = std::to_string(entries_[i].place);
      const bool used = entries_[i].kind == 1;
      bytes_ += std::string(10 - place.size(), '0') + place + (used ? " 00000 n \n" : " 00000 f \n");
    }
    bytes_ += "trailer\n<<" + trailer() + ">>\n";
  }
  bytes_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return std::move(bytes_);
}

}  // namespace assize::render::pdf
