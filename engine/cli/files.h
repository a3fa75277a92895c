// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"

namespace assize::cli {

enum class Links { follow, refuse };

/// The bytes of a regular file. Codes: `missing-file`, `not-a-file`, `link` (when refused, anywhere below `root`),
/// `file-too-large`, `unreadable`.
input::Result<std::string> read_file(const std::filesystem::path& root, const std::filesystem::path& relative,
                                     Links links, std::size_t limit);

/// Writes beside the target and renames: a reader sees the old file or the whole new one. Code `unwritable`.
input::Diagnostics write_file(const std::filesystem::path& path, std::string_view bytes);

/// Names of the regular files in a folder that end so, sorted by bytes; empty when there is no such folder.
std::vector<std::string> list_files(const std::filesystem::path& folder, std::string_view ending);
/// Names of the folders in a folder that hold `file`, sorted by bytes.
std::vector<std::string> list_folders(const std::filesystem::path& folder, std::string_view file);

}  // namespace assize::cli
