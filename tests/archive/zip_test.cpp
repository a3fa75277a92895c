// SPDX-License-Identifier: Apache-2.0
#include "engine/archive/zip.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

using namespace assize;
using archive::File;
using archive::write_zip;

namespace {

/// What a program prints that is asked about the archive `FILE`.
std::string told(const std::string& zip, std::string command) {
  char path[] = "/tmp/zip_test_XXXXXX";
  const int file = mkstemp(path);
  REQUIRE(file >= 0);
  REQUIRE(write(file, zip.data(), zip.size()) == static_cast<ssize_t>(zip.size()));
  close(file);
  command.replace(command.find("FILE"), 4, path);
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[65536];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, got);
  CHECK(pclose(pipe) == 0);
  unlink(path);
  return text;
}

std::string unpacked(const std::string& zip, const std::string& name) {
  return told(zip, "LC_ALL=C.UTF-8 unzip -p FILE '" + name + "'");
}

std::string code_of(const std::vector<File>& files) {
  const auto zip = write_zip(files);
  return zip ? "" : zip.diagnostics().front().code;
}

}  // namespace

TEST_CASE("unzip gives back what was put in, in the order given") {
  std::string all_bytes;
  for (int i = 0; i < 100'000; ++i) all_bytes += static_cast<char>(i * 7 % 251);
  const std::vector<File> files = {
      {"z.txt", "short"}, {"folder/a.bin", all_bytes}, {"empty", ""}, {"many x.txt", std::string(5000, 'x')}};
  const auto zip = write_zip(files);
  REQUIRE(zip);
  for (const auto& file : files) {
    CAPTURE(file.name);
    CHECK(unpacked(zip.value(), file.name) == file.bytes);
  }
  CHECK(told(zip.value(), "unzip -Z1 FILE").starts_with("z.txt\nfolder/a.bin\nempty\n"));
  CHECK(zip.value().size() < 20'000);  // It is packed at all.
  CHECK(told(zip.value(), "unzip -tqq FILE").empty());
}

TEST_CASE("an archive is dated 1980 and the same each time") {
  const std::vector<File> files = {{"a", "one"}, {"b", std::string(1000, 'b')}};
  CHECK(write_zip(files).value() == write_zip(files).value());
  CHECK(told(write_zip(files).value(), "unzip -lqq FILE | grep -c '1980-01-01 00:00'") == "2\n");
}

TEST_CASE("a name is UTF-8 and says so") {
  const auto zip = write_zip({{"Zähler 計測", "x"}}).value();
  CHECK(zip.substr(6, 2) == std::string("\0\x08", 2));  // The flag, in the record of the file.
  CHECK(zip.substr(30, 14) == "Zähler 計測");
  CHECK(told(zip, "unzip -tqq FILE").empty());
}

TEST_CASE("an archive without files is an archive") {
  CHECK(write_zip({}).value() == std::string("PK\5\6") + std::string(18, '\0'));
}

TEST_CASE("a name that could leave its folder, or comes twice, is refused") {
  const auto [name, safe] = GENERATE(table<std::string, bool>({{"a", true},
                                                               {"a/b", true},
                                                               {"..a/b..", true},
                                                               {"", false},
                                                               {"/a", false},
                                                               {"a/", false},
                                                               {"a//b", false},
                                                               {"..", false},
                                                               {"a/../b", false},
                                                               {"./a", false},
                                                               {"a\\b", false},
                                                               {std::string("a\0b", 3), false},
                                                               {std::string(65'536, 'a'), false}}));
  CAPTURE(name);
  CHECK(code_of({{name, "x"}}) == (safe ? "" : "archive-name"));
  CHECK(code_of({{name, "x"}, {name, "x"}}) == "archive-name");
}

TEST_CASE("more files than the format counts are refused") {
  const auto [count, code] =
      GENERATE(table<int, std::string>({{65'534, ""}, {65'535, "archive-too-large"}, {70'000, "archive-too-large"}}));
  std::vector<File> files;
  for (int i = 0; i < count; ++i) files.push_back({std::to_string(i), ""});
  CAPTURE(count);
  CHECK(code_of(files) == code);
}
