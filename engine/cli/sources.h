// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace assize::cli {

/// The texts that messages may quote, under the name that places have, with the path a person can open.
struct Sources {
  struct Entry {
    std::string path, text;
  };
  std::map<std::string, Entry> files;
};

}  // namespace assize::cli
