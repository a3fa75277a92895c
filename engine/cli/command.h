// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/exit_code.h"
#include "engine/cli/world.h"
#include "engine/input/date.h"
#include "engine/input/result.h"

namespace assize::cli {

/// What can be said after a command's name. Help, the parser and "did you mean" are all made from this.
struct Option {
  std::string_view name;   ///< Long, without dashes.
  char letter;             ///< 0: none.
  std::string_view value;  ///< What stands for its value in help; empty: a switch.
  std::string_view says;
  bool repeatable = false;
};

/// What was said: words are checked, nothing has been opened or looked up yet.
struct Asked {
  std::vector<std::string> words;  ///< Positional.
  std::vector<std::pair<std::string, std::string>> options;
  bool has(std::string_view name) const;
  std::string get(std::string_view name, std::string otherwise = {}) const;
  std::vector<std::string> all(std::string_view name) const;
};

struct Command {
  std::string_view name;
  std::string_view says;      ///< One sentence.
  std::string_view synopsis;  ///< After the name, e.g. `[PROJECT] [options]`.
  std::size_t least_words, most_words;
  std::vector<Option> options;
  std::string_view exits;  ///< What its exit codes mean.
  ExitCode (*run)(const Asked&, World&);
};

/// Options that every command has.
const std::vector<Option>& common_options();

/// Code `bad-option`, with "did you mean".
input::Result<Asked> parse(const Command& command, const std::vector<std::string>& words);
std::string help(const Command& command);

/// A list as it is written after an option: `a,b`.
std::vector<std::string> names_in(const std::string& list);

/// --color, NO_COLOR and whether a person looks.
bool color_for_out(const Asked& asked, const World& world);
bool color_for_err(const Asked& asked, const World& world);
/// The value of --format when it is among those allowed, else a fault.
input::Result<std::string> format_of(const Asked& asked, const std::vector<std::string>& allowed,
                                     const std::string& otherwise);

}  // namespace assize::cli
