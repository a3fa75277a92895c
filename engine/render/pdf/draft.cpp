// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/draft.h"

namespace assize::render::pdf {

std::int32_t Draft::target(std::string_view link) {
  const auto known = index_of_target_.find(link);
  if (known != index_of_target_.end()) return known->second;
  const auto index = static_cast<std::int32_t>(targets.size());
  targets.emplace_back(link);
  index_of_target_.emplace(link, index);
  return index;
}

std::string heading_anchor(std::size_t index) { return "\x01heading " + std::to_string(index); }
std::string table_anchor(std::size_t index) { return "\x01table " + std::to_string(index); }
std::string figure_anchor(std::size_t index) {
  return "\x01"
         "figure " +
         std::to_string(index);
}

std::string note_anchor(std::size_t number) { return "\x01note " + std::to_string(number); }
std::string mark_anchor(std::size_t number) { return "\x01mark " + std::to_string(number); }

}  // namespace assize::render::pdf
