// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/input/fields.h"
#include "engine/input/read_tree.h"

namespace assize::laws {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline input::Source source_of(const std::string& name, std::string text) {
  return {input::FileName(name), std::move(text)};
}

/// What went wrong, a line each; "" when nothing did.
inline std::string said(const input::Diagnostics& found) {
  std::string text;
  for (const auto& one : found)
    text += one.code + ": " + one.message + " (" + to_text(one.place) + ")" +
            (one.help.empty() ? "" : " = " + one.help) + "\n";
  return text;
}

/// The tree of a text that a test wrote itself, so that it must parse.
inline input::Tree tree_of(const std::string& yaml) {
  auto tree = input::read_yaml(source_of("test.yaml", yaml));
  if (!tree) throw std::runtime_error(said(tree.diagnostics()) + yaml);
  return std::move(tree).value();
}

inline std::filesystem::path source_folder() { return ASSIZE_SOURCE_DIR; }

/// All packs in catalogues/, by name.
inline std::vector<std::string> shipped_packs() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "catalogues"))
    if (std::filesystem::exists(entry.path() / "pack.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

inline std::vector<catalogue::PackText> texts_of(const std::vector<std::string>& packs) {
  std::vector<catalogue::PackText> texts;
  for (const auto& name : packs) {
    const auto folder = source_folder() / "catalogues" / name;
    catalogue::PackText text{source_of(name + "/pack.yaml", bytes_of(folder / "pack.yaml")), {}};
    const auto pack = catalogue::read_pack(text.pack);
    if (!pack) throw std::runtime_error(said(pack.diagnostics()));
    for (const auto& file : pack.value().files)
      text.files.push_back(source_of(name + "/" + file, bytes_of(folder / file)));
    texts.push_back(std::move(text));
  }
  return texts;
}

inline catalogue::CatalogueRead read_shipped(const std::vector<std::string>& packs) {
  return catalogue::read_catalogue(texts_of(packs));
}

/// All shipped packs, read once.
inline const catalogue::CatalogueRead& shipped() {
  static const auto read = read_shipped(shipped_packs());
  return read;
}

/// One pack of a test's own, as content files have it (without `format`).
inline catalogue::CatalogueRead own_pack(const std::string& content) {
  return catalogue::read_catalogue(
      {{source_of("own/pack.yaml",
                  "{format: assize/pack/1, id: own, title: Own, version: 1.0.0, licence: Apache-2.0, prefix: \"\", "
                  "sources: [], verification: {state: judgement}, files: [own.yaml]}"),
        {source_of("own/own.yaml", "format: assize/catalogue/1\n" + content)}}});
}

inline std::string codes_of(const input::Diagnostics& found) {
  std::string text;
  for (const auto& one : found) text += (text.empty() ? "" : " ") + one.code;
  return text;
}

}  // namespace assize::laws
