// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "engine/store/open_store.h"
#include "engine/store/sqlite_statement.h"
#include "tests/store/temporary_folder.h"

// What the tests of the file behind a store do to it.

namespace assize::store {

/// A database as any other program would open it.
struct Database {
  explicit Database(const std::filesystem::path& path) { REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK); }
  ~Database() { sqlite3_close(raw); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  void run(const std::string& sql) const {
    INFO(sql << ": " << sqlite3_errmsg(raw));
    REQUIRE(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }
  std::string query(const std::string& sql) const {
    const auto text = query_text(*raw, sql);
    REQUIRE(text);
    return text.value();
  }
  sqlite3* raw = nullptr;
};

inline std::unique_ptr<Store> opened(const std::filesystem::path& path) {
  auto store = open_store(path);
  if (!store) FAIL(store.diagnostics().front().message);
  return std::move(store).value();
}

inline assize::input::Diagnostic refusal(const std::filesystem::path& path) {
  const auto store = open_store(path, std::chrono::milliseconds(50));
  REQUIRE_FALSE(store);
  REQUIRE(store.diagnostics().size() == 1);
  CHECK(store.diagnostics().front().place.file.text() == path.string());
  return store.diagnostics().front();
}

inline Entry append(Store& store, const std::string& action, const std::vector<std::string>& blobs = {}) {
  auto entry = store.append({.at = "2026-03-01", .actor = "Ann", .action = action}, blobs);
  if (!entry) FAIL(entry.diagnostics().front().message);
  return std::move(entry).value();
}

inline void append_three(const std::filesystem::path& path) {
  const auto store = opened(path);
  append(*store, "init");
  append(*store, "assess", {"a", "b"});
  append(*store, "sign");
}

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace assize::store
