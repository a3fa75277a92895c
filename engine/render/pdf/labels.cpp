// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/labels.h"

namespace assize::render::pdf {

std::string filled(std::string_view label, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string made;
  while (!label.empty()) {
    const auto open = label.find('{');
    const auto close = open == label.npos ? label.npos : label.find('}', open);
    if (close == label.npos) return made.append(label);
    const auto name = label.substr(open + 1, close - open - 1);
    made += label.substr(0, open);
    const std::pair<std::string_view, std::string>* found = nullptr;
    for (const auto& value : values)
      if (value.first == name) found = &value;
    made += found != nullptr ? std::string_view(found->second) : label.substr(open, close + 1 - open);
    label.remove_prefix(close + 1);
  }
  return made;
}

std::string table_name(const dossier::Labels& labels, std::size_t number) {
  return filled(labels.table, {{"number", std::to_string(number)}});
}

std::string figure_name(const dossier::Labels& labels, std::size_t number) {
  return filled(labels.figure, {{"number", std::to_string(number)}});
}

}  // namespace assize::render::pdf
