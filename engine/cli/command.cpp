// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/command.h"

#include <algorithm>
#include <boost/program_options.hpp>

#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace po = boost::program_options;
using input::Diagnostic;
using input::Diagnostics;
using input::Severity;

Diagnostics fault(std::string message, std::string help = {}) {
  return {Diagnostic{Severity::error, "bad-option", std::move(message), {}, std::move(help)}};
}

std::vector<Option> all_options(const Command& command) {
  auto options = command.options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

}  // namespace

const std::vector<Option>& common_options() {
  static const std::vector<Option> options = {
      {"quiet", 'q', "", "Say nothing on stderr but errors."},
      {"color", 0, "WHEN", "auto, always or never. NO_COLOR is honoured."},
      {"help", 'h', "", "Show this."},
  };
  return options;
}

bool Asked::has(std::string_view name) const {
  return std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.first == name; });
}
std::string Asked::get(std::string_view name, std::string otherwise) const {
  for (const auto& [key, value] : options)
    if (key == name) return value;
  return otherwise;
}
std::vector<std::string> Asked::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : options)
    if (key == name) values.push_back(value);
  return values;
}

input::Result<Asked> parse(const Command& command, const std::vector<std::string>& words) {
  const auto known = all_options(command);
  po::options_description described;
  for (const auto& option : known) {
    auto name = std::string(option.name);
    if (option.letter) name += std::string(",") + option.letter;
    if (option.value.empty())
      described.add_options()(name.c_str(), "");
    else
      described.add_options()(name.c_str(), po::value<std::string>(), "");
  }
  described.add_options()("=words", po::value<std::vector<std::string>>(),
                          "");  // Positional; no one can type this name.
  Asked asked;
  try {
    namespace style = po::command_line_style;
    const auto parsed = po::command_line_parser(words)
                            .options(described)
                            .style(style::unix_style & ~style::allow_guessing)
                            .positional(po::positional_options_description().add("=words", -1))
                            .run();
    for (const auto& option : parsed.options) {
      if (option.string_key == "=words") {
        asked.words.insert(asked.words.end(), option.value.begin(), option.value.end());
        continue;
      }
      const auto definition =
          std::find_if(known.begin(), known.end(), [&](const Option& one) { return one.name == option.string_key; });
      if (asked.has(option.string_key) && !definition->repeatable)
        return fault("`--" + option.string_key + "` is given twice");
      asked.options.emplace_back(option.string_key, option.value.empty() ? "" : option.value.front());
    }
  } catch (const po::unknown_option& wrong) {
    std::vector<std::string> names;
    for (const auto& option : known) names.push_back("--" + std::string(option.name));
    auto help = input::did_you_mean(wrong.get_option_name(), names);
    return fault("`" + wrong.get_option_name() + "` is no option of `assize " + std::string(command.name) + "`",
                 help.empty() ? "`assize " + std::string(command.name) + " --help` lists them" : help);
  } catch (const po::error& wrong) {
    std::string says = wrong.what();
    std::replace(says.begin(), says.end(), '\'', '`');
    return fault(says);
  }
  if (asked.has("help")) return asked;
  if (asked.words.size() < command.least_words || asked.words.size() > command.most_words)
    return fault("`assize " + std::string(command.name) + "` takes " + std::string(command.synopsis),
                 "`assize " + std::string(command.name) + " --help` explains");
  if (const auto when = asked.get("color", "auto"); when != "auto" && when != "always" && when != "never")
    return fault("`--color` is `" + when + "`", "it is auto, always or never");
  return asked;
}

std::string help(const Command& command) {
  std::string text = "assize " + std::string(command.name) + " " + std::string(command.synopsis) + "\n\n" +
                     std::string(command.says) + "\n\nOptions:\n";
  for (const auto& option : all_options(command)) {
    std::string left = "  ";
    if (option.letter) left += std::string("-") + option.letter + ", ";
    left += "--" + std::string(option.name);
    if (!option.value.empty()) left += " " + std::string(option.value);
    left.resize(std::max<std::size_t>(left.size() + 1, 28), ' ');
    text += left + " " + std::string(option.says) + "\n";
  }
  return text + "\nExit codes:\n" + std::string(command.exits) + "\n";
}

namespace {
bool color(const Asked& asked, bool terminal, const World& world) {
  const auto when = asked.get("color", "auto");
  return when == "always" || (when == "auto" && terminal && !world.no_color);
}
}  // namespace

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= list.size();) {
    const auto end = std::min(list.find(',', at), list.size());
    names.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

bool color_for_out(const Asked& asked, const World& world) { return color(asked, world.out_is_terminal, world); }
bool color_for_err(const Asked& asked, const World& world) { return color(asked, world.err_is_terminal, world); }

input::Result<std::string> format_of(const Asked& asked, const std::vector<std::string>& allowed,
                                     const std::string& otherwise) {
  const auto format = asked.get("format", otherwise);
  if (std::find(allowed.begin(), allowed.end(), format) != allowed.end()) return format;
  std::string list;
  for (const auto& one : allowed) list += (list.empty() ? "" : ", ") + one;
  auto near = input::did_you_mean(format, allowed);
  return fault("`--format` is `" + format + "`",
               (near.empty() ? "" : near + " ") + std::string("it is one of: ") + list);
}

}  // namespace assize::cli
