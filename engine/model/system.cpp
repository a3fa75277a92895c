// SPDX-License-Identifier: Apache-2.0
#include "engine/model/system.h"

namespace assize::model {

std::string_view name_of(Relation relation) {
  for (const auto& [name, known] : relations)
    if (known == relation) return name;
  return {};
}

std::optional<Relation> relation_of(std::string_view name) {
  for (const auto& [known, relation] : relations)
    if (known == name) return relation;
  return std::nullopt;
}

}  // namespace assize::model
