// SPDX-License-Identifier: Apache-2.0
// Reads each #include under engine/ against one table: which folder may include which, which library lives where, and
// what is deliberately absent.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// A folder of engine/, or one of the values at its top.
struct Folder {
  std::string name;
  Names may_include;       ///< Folders of ours, or single headers.
  bool touches_the_world;  ///< Only the kept folders and the shell do.
};

// In reading order: every edge points up the table.
const std::vector<Folder> table = {
    {"input", {}, false},
    {"model", {"input"}, false},
    {"catalogue", {"input", "model"}, false},
    {"evidence", {"input", "model", "catalogue"}, false},
    {"review", {"input"}, false},
    {"walk", {"input", "model", "catalogue", "evidence"}, false},
    {"analyse", {"input", "model", "catalogue", "evidence", "walk"}, false},
    {"treat", {"input", "model", "catalogue", "evidence", "walk", "analyse"}, false},
    {"cover", {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat"}, false},
    {"project", {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review"}, false},
    {"rerate",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project"},
     false},
    {"assessment",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project"},
     false},
    {"diff",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project",
      "assessment"},
     false},
    {"cost_benefit",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project",
      "assessment"},
     false},
    {"dossier",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project", "assessment",
      "diff", "cost_benefit"},
     false},
    {"archive", {"input"}, false},
    {"render", {"input", "archive", "evidence/digest.h", "dossier/document.h", "dossier/record.h"}, false},
    {"store", {"input", "evidence"}, true},
    {"cli",
     {"input", "model", "catalogue", "evidence", "walk", "analyse", "treat", "cover", "review", "project", "rerate",
      "assessment", "diff", "cost_benefit", "dossier", "archive", "render", "store"},
     true},
};

/// A library, by how its headers begin, and where they may be included.
struct Library {
  std::string name;
  Names headers;
  Names homes;  ///< Folders, or single files without their ending.
};
const std::vector<Library> libraries = {
    {"libyaml", {"yaml.h", "yaml-cpp/"}, {"input"}},
    {"RE2", {"re2/"}, {"input"}},
    {"nlohmann-json", {"nlohmann/"}, {"input", "render/json"}},
    {"OpenSSL", {"openssl/"}, {"evidence/digest"}},
    {"libharu", {"hpdf"}, {"render"}},
    {"qpdf", {"qpdf/"}, {"render"}},
    {"libpng", {"png.h"}, {"render"}},
    {"ICU", {"unicode/"}, {"render"}},
    {"md4c", {"md4c"}, {"dossier"}},
    {"libxlsxwriter", {"xlsxwriter"}, {"render"}},
    {"zlib", {"zlib.h"}, {"archive"}},
    {"SQLite", {"sqlite3"}, {"store"}},
    {"Boost", {"boost/"}, {"cli"}},
};

/// What would make the same input give other bytes, or reach outside. A name that ends in `/` is a folder.
const Names absent = {"fstream",  "filesystem",    "iostream",      "chrono",   "random", "locale",  "thread",
                      "mutex",    "atomic",        "future",        "ctime",    "time.h", "cstdio",  "stdio.h",
                      "unistd.h", "unordered_map", "unordered_set", "regex",    "sys/",   "fcntl.h", "execution",
                      "codecvt",  "syncstream",    "clocale",       "locale.h", "csignal"};

/// The same, as words of the source.
const Names absent_words = {"getenv",  "setlocale", "strftime", "localtime", "gmtime",  "rand",        "fopen",
                            "tmpfile", "mkstemp",   "getcwd",   "stod",      "strtod",  "snprintf",    "sprintf",
                            "printf",  "atof",      "cout",     "cerr",      "virtual", "dynamic_cast"};

/// What is let in all the same, and why. An exception that nothing needs any more is a fault too.
struct Exception {
  std::string file, what, why;
};
const std::vector<Exception> exceptions = {
    {"input/check_schema.cpp", "unordered_map", "a memory of answers that is looked up and never walked"},
    {"render/workbook.cpp", "sys/mman.h", "libxlsxwriter writes to files alone: this one is in memory"},
    {"render/workbook.cpp", "sys/statvfs.h", "as above: whether there is room for what the library buffers"},
    {"render/workbook.cpp", "unistd.h", "as above: reads the file in memory back"},
    {"render/workbook.cpp", "cstdio", "as above"},
};

bool excepted(const std::string& file, const std::string& what) {
  for (const auto& one : exceptions)
    if (one.file == file && one.what == what) return true;
  return false;
}

struct Include {
  std::string file;    ///< Below engine/, as `walk/holds.cpp`.
  std::string folder;  ///< `walk`, or `project` for project.h.
  int line = 0;
  bool ours = false;
  std::string header;  ///< Of ours below engine/, else as written.
};

std::string folder_of(const std::string& path) {
  const auto slash = path.find('/');
  return slash != path.npos ? path.substr(0, slash) : path.substr(0, path.find('.'));
}

std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ASSIZE_SOURCE_DIR) / "engine"))
    if (const auto ending = entry.path().extension(); ending == ".h" || ending == ".cpp" || ending == ".inc")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Every include under engine/, in the order of the files' names.
std::vector<Include> read_includes() {
  const fs::path engine = fs::path(ASSIZE_SOURCE_DIR) / "engine";
  std::vector<Include> includes;
  for (const auto& file : source_files()) {
    const auto name = fs::relative(file, engine).generic_string();
    std::ifstream text(file);
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
      const auto first = line.find_first_not_of(" \t");
      if (first == line.npos || line.compare(first, 8, "#include") != 0) continue;
      const auto open = line.find_first_of("<\"", first + 8);
      const auto close = open == line.npos ? line.npos : line.find_first_of(">\"", open + 1);
      REQUIRE(close != line.npos);
      Include include{name, folder_of(name), number, false, line.substr(open + 1, close - open - 1)};
      include.ours = line[open] == '"';
      includes.push_back(include);
    }
  }
  return includes;
}

const std::vector<Include>& includes() {
  static const auto all = read_includes();
  return all;
}

std::string place(const Include& include) {
  return "engine/" + include.file + ":" + std::to_string(include.line) + ": " + include.header;
}

bool begins_with_any(const std::string& text, const Names& beginnings) {
  for (const auto& beginning : beginnings)
    if (text.starts_with(beginning)) return true;
  return false;
}

const Folder* folder(const std::string& name) {
  for (const auto& one : table)
    if (one.name == name) return &one;
  return nullptr;
}

/// `render/json` is at home in `render` and in `render/json`, not in `render/js`.
bool at_home(const std::string& file, const Names& homes) {
  for (const auto& home : homes)
    if (file.starts_with(home + "/") || file.starts_with(home + ".") || file.starts_with(home + "_")) return true;
  return false;
}

/// Each on a line of its own, so that a failure names all of them.
std::string listed(const std::vector<std::string>& wrong) {
  std::string text;
  for (const auto& one : wrong) text += "\n  " + one;
  return text;
}

}  // namespace

TEST_CASE("the includes of the engine are found at all") {
  CHECK(includes().size() > 500);
  std::set<std::string> seen;
  for (const auto& include : includes()) seen.insert(include.folder);
  for (const auto& one : table) {
    CAPTURE(one.name);
    CHECK(seen.contains(one.name));
  }
}

TEST_CASE("every folder of the engine stands in the table") {
  std::vector<std::string> wrong;
  for (const auto& entry : fs::directory_iterator(fs::path(ASSIZE_SOURCE_DIR) / "engine")) {
    const auto name = entry.path().filename().string();
    const bool source = entry.is_directory() || name.ends_with(".h") || name.ends_with(".cpp");
    if (source && !folder(folder_of(name))) wrong.push_back("engine/" + name);
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("in the table every edge points up") {
  std::set<std::string> above;
  for (const auto& one : table) {
    for (const auto& allowed : one.may_include) {
      CAPTURE(one.name, allowed);
      CHECK(above.contains(folder_of(allowed)));
    }
    above.insert(one.name);
  }
}

TEST_CASE("a folder includes only what the table lets it") {
  std::vector<std::string> wrong;
  for (const auto& include : includes()) {
    if (!include.ours) continue;
    const auto* from = folder(include.folder);
    if (!from) continue;  // Said above.
    const auto header = include.header.starts_with("engine/") ? include.header.substr(7) : include.header;
    const auto to = folder_of(header);
    bool allowed = to == include.folder;
    for (const auto& one : from->may_include) allowed = allowed || one == to || one == header;
    if (!allowed) wrong.push_back(place(include));
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("our headers are included from the top, in quotes, and exist") {
  std::vector<std::string> wrong;
  for (const auto& include : includes()) {
    if (!include.ours && include.header.starts_with("engine/")) wrong.push_back(place(include));
    if (include.ours && !include.header.starts_with("engine/")) wrong.push_back(place(include));
    // What the build generates is not in the source tree; nothing is so far.
    if (include.ours && !fs::exists(fs::path(ASSIZE_SOURCE_DIR) / include.header)) wrong.push_back(place(include));
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("a library is included in its home alone") {
  std::vector<std::string> wrong;
  for (const auto& include : includes())
    for (const auto& library : libraries)
      if (!include.ours && begins_with_any(include.header, library.headers) && !at_home(include.file, library.homes))
        wrong.push_back(place(include) + " (" + library.name + ")");
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("a library shows in no header that another folder includes") {
  std::set<std::string> showing;
  for (const auto& include : includes())
    for (const auto& library : libraries)
      if (!include.ours && include.file.ends_with(".h") && begins_with_any(include.header, library.headers))
        showing.insert(include.file);
  // By way of others too: a header that includes a showing one shows as much.
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& include : includes())
      if (include.ours && include.file.ends_with(".h") && include.header.starts_with("engine/") &&
          showing.contains(include.header.substr(7)))
        grew = showing.insert(include.file).second || grew;
  }
  std::vector<std::string> wrong;
  for (const auto& include : includes())
    if (include.ours && include.header.starts_with("engine/") && showing.contains(include.header.substr(7)) &&
        folder_of(include.header.substr(7)) != include.folder)
      wrong.push_back(place(include));
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("said, follows and shown know no clock, disk, stream, chance, locale, thread or order of hashes") {
  std::vector<std::string> wrong;
  for (const auto& include : includes()) {
    const auto* from = folder(include.folder);
    if (include.ours || !from || from->touches_the_world) continue;
    for (const auto& one : absent)
      if ((include.header == one || (one.ends_with('/') && include.header.starts_with(one))) &&
          !excepted(include.file, include.header))
        wrong.push_back(place(include));
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("every exception is still needed") {
  for (const auto& one : exceptions) {
    CAPTURE(one.file, one.what, one.why);
    CHECK(std::any_of(includes().begin(), includes().end(),
                      [&](const auto& include) { return include.file == one.file && include.header == one.what; }));
  }
}

TEST_CASE("said, follows and shown call nothing that reads the environment, a file, a locale or chance") {
  std::vector<std::string> wrong;
  const auto part_of_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  const fs::path engine = fs::path(ASSIZE_SOURCE_DIR) / "engine";
  for (const auto& file : source_files()) {
    const auto name = fs::relative(file, engine).generic_string();
    const auto* from = folder(folder_of(name));
    if (!from || from->touches_the_world) continue;
    std::ifstream text(file);
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
      line.resize(std::min(line.size(), line.find("//")));
      for (const auto& word : absent_words)
        for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
          const auto end = at + word.size();
          if (end < line.size() && part_of_word(line[end])) continue;
          if (at > 0 && part_of_word(line[at - 1])) continue;
          wrong.push_back("engine/" + name + ":" + std::to_string(number) + ": " + word);
        }
    }
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("every engine file begins with its licence") {
  std::vector<std::string> wrong;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ASSIZE_SOURCE_DIR) / "engine")) {
    if (const auto ending = entry.path().extension(); ending != ".h" && ending != ".cpp") continue;
    std::ifstream text(entry.path());
    std::string line;
    std::getline(text, line);
    if (line != "// SPDX-License-Identifier: Apache-2.0") wrong.push_back(entry.path().generic_string());
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}

TEST_CASE("every header is included once, by pragma once") {
  std::vector<std::string> wrong;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ASSIZE_SOURCE_DIR) / "engine")) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream text(entry.path());
    std::string line;
    bool once = false;
    while (std::getline(text, line)) once = once || line == "#pragma once";
    if (!once) wrong.push_back(entry.path().generic_string());
  }
  INFO(listed(wrong));
  CHECK(wrong.empty());
}
