// SPDX-License-Identifier: Apache-2.0
// Does what a guide says, in an empty folder: blocks of a file (```yaml NAME) are written, blocks of commands (```sh)
// are run, and what they print must be the block of text that follows. A block without one must succeed.
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Block {
  std::string language, name, text;
  int line = 0;
};

std::vector<Block> blocks_of(const fs::path& guide) {
  std::ifstream file(guide);
  if (!file) throw std::runtime_error("cannot read " + guide.string());
  std::vector<Block> blocks;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("```")) {
      inside = !inside;
      if (!inside) continue;
      std::istringstream words(line.substr(3));
      Block block;
      words >> block.language >> block.name;
      block.line = number;
      blocks.push_back(block);
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
  }
  if (inside) throw std::runtime_error("a block is not closed");
  return blocks;
}

struct Answer {
  std::string text;
  int exit = 0;
};

Answer run(const std::string& commands, const fs::path& folder) {
  const auto script = folder / ".step.sh";
  std::ofstream(script) << "cd '" << folder.string() << "' || exit 99\n" << commands;
  FILE* pipe = ::popen(("sh '" + script.string() + "' 2>&1").c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run a shell");
  Answer answer;
  char bytes[4096];
  while (const auto got = std::fread(bytes, 1, sizeof bytes, pipe)) answer.text.append(bytes, got);
  const int status = ::pclose(pipe);
  answer.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  fs::remove(script);
  return answer;
}

/// Digests stand in a guide as DIGEST: they change with every comma of the page.
std::string without_digests(std::string text) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  for (std::size_t at = 0; at + 64 <= text.size(); ++at) {
    std::size_t length = 0;
    while (at + length < text.size() && is_hex(text[at + length])) ++length;
    if (length == 64) text.replace(at, 64, "DIGEST");
    at += length;
  }
  return text;
}

int check(const fs::path& assize, const fs::path& source, const fs::path& guide) {
  auto pattern = (fs::temp_directory_path() / "assize-guide-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder");
  const fs::path folder = pattern;
  const char* path = std::getenv("PATH");
  ::setenv("PATH", (assize.parent_path().string() + ":" + (path ? path : "")).c_str(), 1);
  ::setenv("ASSIZE_DATA", source.c_str(), 1);
  ::setenv("NO_COLOR", "1", 1);
  int steps = 0, wrong = 0;
  const auto blocks = blocks_of(guide);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto& block = blocks[i];
    const auto complain = [&](const std::string& what) {
      ++wrong;
      std::cout << guide.filename().string() << ":" << block.line << ": " << what << '\n';
    };
    if (!block.name.empty()) {
      fs::create_directories((folder / block.name).parent_path());
      std::ofstream(folder / block.name) << block.text;
    } else if (block.language == "sh") {
      ++steps;
      const auto answer = run(block.text, folder);
      const bool is_shown = i + 1 < blocks.size() && blocks[i + 1].language == "text";
      if (is_shown && without_digests(answer.text) != blocks[i + 1].text)
        complain("it prints otherwise:\n" + answer.text);
      if (!is_shown && answer.exit != 0) complain("it ends with " + std::to_string(answer.exit) + ":\n" + answer.text);
    } else if (block.language == "text" && (i == 0 || blocks[i - 1].language != "sh")) {
      complain("nothing says which command prints this");
    }
  }
  fs::remove_all(folder);
  if (steps == 0) {
    std::cout << guide.string() << " has no step that could be run\n";
    return 1;
  }
  return wrong > 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "guide_test ASSIZE SOURCE GUIDE\n";
    return 2;
  }
  try {
    return check(fs::canonical(words[1]), fs::canonical(words[2]), words[3]);
  } catch (const std::exception& failed) {
    std::cout << failed.what() << '\n';
    return 1;
  }
}
