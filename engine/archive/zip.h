// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/input/result.h"

namespace assize::archive {

/// One file of an archive. `name` is relative, in UTF-8, with `/` between folders.
struct File {
  std::string name;
  std::string bytes;
};

/// The files as one zip, in the order given: deflated at a fixed level (or stored, where that is smaller), names as
/// UTF-8, dated 1980-01-01, without extra fields. So the bytes follow from names and contents alone. What the format
/// cannot hold (4 GiB, 65,535 files; this writes no Zip64) is the error `archive-too-large`; a name that could leave
/// the folder it is unpacked to (absolute, `..`, a backslash), is empty, or comes twice, the error `archive-name`.
input::Result<std::string> write_zip(const std::vector<File>& files);

}  // namespace assize::archive
