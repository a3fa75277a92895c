// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assize::dossier {

/// A value for machines, in the order it was built; every field is written, unknown is null.
struct Record {
  using List = std::vector<Record>;
  using Map = std::vector<std::pair<std::string, Record>>;
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Map> value = nullptr;
  Record() = default;
  Record(bool b) : value(b) {}
  Record(int i) : value(static_cast<std::int64_t>(i)) {}
  Record(std::size_t i) : value(static_cast<std::int64_t>(i)) {}
  Record(double d) : value(d) {}
  Record(const char* text) : value(std::string(text)) {}
  Record(std::string text) : value(std::move(text)) {}
  Record(std::string_view text) : value(std::string(text)) {}
  Record(List list) : value(std::move(list)) {}
  Record(Map map) : value(std::move(map)) {}
};

}  // namespace assize::dossier
