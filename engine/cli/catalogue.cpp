// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/cli/catalogue_parts.h"
#include "engine/cli/commands.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

struct Part {
  std::string_view name;
  std::size_t least, most;  ///< Words behind it.
  std::vector<std::string_view> options;
  ExitCode (*run)(const Asked&, World&, const std::string& format);
};

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {{"list", 0, 1, {}, catalogue_list},
                                        {"show", 1, 2, {}, catalogue_show},
                                        {"lint", 0, 1000, {"alone"}, catalogue_lint},
                                        {"test", 0, 1000, {"alone", "coverage"}, catalogue_test}};
  return all;
}

ExitCode run(const Asked& asked, World& world) {
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  };
  const auto bad = [&](const std::string& message, const std::string& help) {
    return complain({{input::Severity::error, "bad-option", message, {}, help}});
  };
  const auto format = format_of(asked, {"text", "json"}, "text");
  if (!format) return complain(format.diagnostics());
  const auto& name = asked.words.front();
  std::vector<std::string> names;
  for (const auto& part : parts()) {
    names.emplace_back(part.name);
    if (part.name != name) continue;
    const auto words = asked.words.size() - 1;
    if (words < part.least)
      return bad("`assize catalogue " + name + "` says nothing to show", "name a pack or an entry");
    if (words > part.most)
      return bad("`" + asked.words.back() + "` is one word too many", "see `assize catalogue --help`");
    for (const auto* option : {"alone", "coverage"})
      if (asked.has(option) && std::find(part.options.begin(), part.options.end(), option) == part.options.end())
        return bad("`assize catalogue " + name + "` has no option `--" + option + "`", "see `assize catalogue --help`");
    return part.run(asked, world, format.value());
  }
  return bad("`assize catalogue " + name + "` is nothing", input::suggest(name, names));
}

}  // namespace

std::vector<std::string> words_behind(const Asked& asked) { return {asked.words.begin() + 1, asked.words.end()}; }

const Command catalogue_command{
    "catalogue",
    "Lists catalogue packs, shows what is in them, finds what is wrong with them, or runs their cases.",
    "list [PROJECT]\n       assize catalogue show [WHAT:]ID [PROJECT]\n       assize catalogue lint [PACK|FOLDER ...] "
    "[--alone]\n       assize catalogue test [PACK|FOLDER ...] [--coverage]",
    1,
    1001,
    {{"alone", 0, "", "lint, test --coverage: packs by folder without those that come with assize."},
     {"coverage", 0, "", "test: also hold each threat against the cases: does it fire, is it silent in a near miss."},
     {"format", 0, "FORMAT", "text (default) or json."}},
    "  0 done   1 lint: errors or warnings; test: a case failed, or a threat lacks one   2 the input or the call is "
    "wrong\n  3 the machine failed",
    run};

}  // namespace assize::cli
