// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/input/nearest.h"

namespace {

namespace fs = std::filesystem;
using namespace assize;
using namespace assize::cli;

input::Date today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date{days};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

/// ASSIZE_DATA, else beside the installed command, else the source folder it was built from.
std::string data_folder() {
  if (const char* said = std::getenv("ASSIZE_DATA"); said && *said) return said;
  std::error_code failed;
  const auto self = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const auto beside = self.parent_path().parent_path() / "share" / "assize";
    if (fs::is_directory(beside / "catalogues", failed)) return beside.string();
  }
  return ASSIZE_SOURCE_FOLDER;
}

int width_of_terminal() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) return size.ws_col;
  return 100;
}

std::string overview() {
  std::string text =
      "assize COMMAND [PROJECT] [options]\n\n"
      "Walks a description of a system through threat catalogues and control mappings, and makes risk\n"
      "registers and conformity dossiers in which every number can be followed to where it comes from.\n\n"
      "Commands:\n";
  for (const auto* command : commands) {
    std::string left = "  " + std::string(command->name);
    left.resize(16, ' ');
    text += left + std::string(command->says) + "\n";
  }
  return text + "\n`assize COMMAND --help` explains one. A project is a folder with assize.yaml and system.yaml.\n";
}

ExitCode run(const std::vector<std::string>& words, World& world) {
  if (words.empty() || words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
    (words.empty() ? world.err : world.out) << overview();
    return words.empty() ? ExitCode::wrong_input : ExitCode::done;
  }
  if (words.front() == "--version") {
    world.out << "assize " << ASSIZE_VERSION << '\n';
    return ExitCode::done;
  }
  for (const auto* command : commands) {
    if (words.front() != command->name) continue;
    const auto asked = parse(*command, {words.begin() + 1, words.end()});
    if (!asked) {
      print_diagnostics(asked.diagnostics(), {}, world.err_is_terminal && !world.no_color, world.err);
      return ExitCode::wrong_input;
    }
    if (asked.value().has("help")) {
      world.out << help(*command);
      return ExitCode::done;
    }
    return command->run(asked.value(), world);
  }
  std::vector<std::string> names;
  for (const auto* command : commands) names.emplace_back(command->name);
  const auto near = input::did_you_mean(words.front(), names);
  print_diagnostics({{input::Severity::error,
                      "unknown-command",
                      "`" + words.front() + "` is no command",
                      {},
                      near.empty() ? "`assize --help` lists them" : near}},
                    {}, world.err_is_terminal && !world.no_color, world.err);
  return ExitCode::wrong_input;
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // A reader that goes away is a write that fails, and is said.
  const char* no_color = std::getenv("NO_COLOR");
  World world{.out = std::cout,
              .err = std::cerr,
              .today = today,
              .data_folder = data_folder(),
              .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
              .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
              .no_color = no_color && *no_color,
              .width = width_of_terminal()};
  try {
    return static_cast<int>(run({words + 1, words + count}, world));
  } catch (const std::exception& failed) {  // Out of memory, and bugs: say so, change nothing.
    std::cerr << "error[internal]: " << failed.what() << '\n';
    return static_cast<int>(ExitCode::machine_failed);
  }
}
