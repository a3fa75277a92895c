// SPDX-License-Identifier: Apache-2.0
#include "engine/input/read_tree.h"

#include <string_view>

namespace assize::input {

Result<Tree> read_tree(const Source& source, const Limits& limits) {
  constexpr std::string_view ending = ".json";
  const std::string_view name = source.name.text();
  const bool json = name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
  return json ? read_json(source, limits) : read_yaml(source, limits);
}

}  // namespace assize::input
