// SPDX-License-Identifier: Apache-2.0
#include "engine/archive/zip.h"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

#include "engine/input/quote.h"

namespace assize::archive {
namespace {

using input::Severity;

constexpr int kLevel = 6;
constexpr std::size_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1u;  // The last value says "see Zip64".
constexpr std::size_t kMostFiles = std::numeric_limits<std::uint16_t>::max() - 1u;
constexpr std::uint32_t kVersion = 20;     // Folders and deflate.
constexpr std::uint32_t kUtf8 = 0x0800;    // Flag: the name is UTF-8.
constexpr std::uint32_t kFirstDay = 0x21;  // 1980-01-01, the earliest that the format can say.

/// What both records of a file say alike.
struct Entry {
  std::string_view name;
  std::uint32_t method = 0, checksum = 0, packed = 0, size = 0, offset = 0;
};

void put(std::string& into, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) into += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// The bytes as a raw deflate stream; nothing when it would not be smaller, or memory is short.
std::optional<std::string> deflated(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return std::nullopt;
  std::string packed(bytes.size(), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib reads it only.
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!whole || packed.size() >= bytes.size()) return std::nullopt;
  return packed;
}

std::uint32_t checksum_of(const std::string& bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// From "version needed" to "extra field length", the same in both records.
void put_common(std::string& into, const Entry& entry) {
  put(into, kVersion, 2);
  put(into, kUtf8, 2);
  put(into, entry.method, 2);
  put(into, 0, 2);  // Midnight.
  put(into, kFirstDay, 2);
  put(into, entry.checksum, 4);
  put(into, entry.packed, 4);
  put(into, entry.size, 4);
  put(into, static_cast<std::uint32_t>(entry.name.size()), 2);
  put(into, 0, 2);
}

void put_directory(std::string& into, const std::vector<Entry>& entries) {
  const auto start = static_cast<std::uint32_t>(into.size());
  for (const auto& entry : entries) {
    put(into, 0x02014B50, 4);
    put(into, kVersion, 2);  // Made by: no system, so no modes or owners.
    put_common(into, entry);
    put(into, 0, 2);  // Comment.
    put(into, 0, 2);  // Disk.
    put(into, 0, 2);  // Internal attributes.
    put(into, 0, 4);  // External attributes.
    put(into, entry.offset, 4);
    into += entry.name;
  }
  const auto size = static_cast<std::uint32_t>(into.size()) - start;
  put(into, 0x06054B50, 4);
  put(into, 0, 4);  // Disks.
  put(into, static_cast<std::uint32_t>(entries.size()), 2);
  put(into, static_cast<std::uint32_t>(entries.size()), 2);
  put(into, size, 4);
  put(into, start, 4);
  put(into, 0, 2);  // Comment.
}

bool is_safe(std::string_view name) {
  if (name.empty() || name.size() > 0xFFFF || name.find('\\') != name.npos || name.find('\0') != name.npos)
    return false;
  for (std::size_t at = 0; at <= name.size();) {
    const auto end = std::min(name.find('/', at), name.size());
    const auto part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

input::Diagnostics check(const std::vector<File>& files) {
  input::Diagnostics found;
  std::set<std::string_view> seen;
  std::size_t bytes = 0;
  for (const auto& file : files) {
    if (!is_safe(file.name) || !seen.insert(file.name).second)
      found.push_back(
          {Severity::error, "archive-name", "no file of an archive can be called " + input::quote(file.name)});
    bytes += file.bytes.size() + 2 * file.name.size() + 100;  // More than its records take.
  }
  if (bytes > kMostBytes || files.size() > kMostFiles)
    found.push_back({Severity::error, "archive-too-large",
                     "the archive would have " + std::to_string(files.size()) + " files and " + std::to_string(bytes) +
                         " bytes, more than a zip file holds"});
  return found;
}

}  // namespace

input::Result<std::string> write_zip(const std::vector<File>& files) {
  auto found = check(files);
  if (!found.empty()) return found;
  std::string zip;
  std::vector<Entry> entries;
  for (const auto& file : files) {
    const auto packed = deflated(file.bytes);
    const auto& kept = packed ? *packed : file.bytes;
    const Entry entry{file.name,
                      packed ? 8u : 0u,
                      checksum_of(file.bytes),
                      static_cast<std::uint32_t>(kept.size()),
                      static_cast<std::uint32_t>(file.bytes.size()),
                      static_cast<std::uint32_t>(zip.size())};
    put(zip, 0x04034B50, 4);
    put_common(zip, entry);
    zip += file.name;
    zip += kept;
    entries.push_back(entry);
  }
  put_directory(zip, entries);
  return zip;
}

}  // namespace assize::archive
