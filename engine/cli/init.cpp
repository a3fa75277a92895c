// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/cli/commands.h"
#include "engine/cli/files.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Severity;

input::Diagnostics copy_folder(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::create_directories(to, failed);
  if (failed)
    return {
        {Severity::error, "unwritable", "folder `" + to.string() + "` cannot be made: " + failed.message(), {}, ""}};
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(from, failed), end; !failed && at != end; at.increment(failed))
    entries.push_back(at->path());
  std::sort(entries.begin(), entries.end());
  for (const auto& entry : entries) {
    const auto name = entry.filename();
    if (name.string().starts_with('.')) continue;  // The store of whoever tried the example here.
    if (fs::is_directory(entry, failed)) {
      if (auto found = copy_folder(entry, to / name); !found.empty()) return found;
      continue;
    }
    auto bytes = read_file(from, name, Links::follow, 512u << 20);
    if (!bytes) return bytes.diagnostics();
    if (auto found = write_file(to / name, bytes.value()); !found.empty()) return found;
  }
  return {};
}

ExitCode init(const Asked& asked, World& world) {
  const auto examples = fs::path(world.data_folder) / "examples";
  const auto names = list_folders(examples, "system.yaml");
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  const auto complain = [&](const input::Diagnostics& found) {
    print_diagnostics(found, {}, color_for_err(asked, world), world.err);
    return exit_code_of(found);
  };
  const auto example = asked.get("example");
  if (example.empty())
    return complain({{Severity::error,
                      "bad-option",
                      "nothing says which example to start from",
                      {},
                      "`--example NAME`, one of: " + list}});
  if (std::find(names.begin(), names.end(), example) == names.end()) {
    const auto near = input::did_you_mean(example, names);
    return complain({{Severity::error,
                      "unknown-example",
                      "`" + example + "` is no example",
                      {},
                      (near.empty() ? "" : near + " ") + "there are: " + list}});
  }
  const fs::path target = asked.words.front();
  std::error_code failed;
  if (fs::exists(target, failed) && !(fs::is_directory(target, failed) && fs::is_empty(target, failed)))
    return complain({{Severity::error,
                      "folder-not-empty",
                      "`" + target.string() + "` is there and not empty",
                      {},
                      "name a folder that does not exist yet"}});
  if (const auto found = copy_folder(examples / example, target); !found.empty()) return complain(found);
  if (!asked.has("quiet"))
    world.out << "Made " << target.string() << " from example " << example << ". Next:\n  assize check "
              << target.string() << "\n  assize assess " << target.string() << "\n  assize register " << target.string()
              << " -o register.xlsx\n";
  return ExitCode::done;
}

}  // namespace

const Command init_command{
    "init",
    "Makes a project that assesses at once, from a named example.",
    "FOLDER --example NAME",
    1,
    1,
    {{"example", 0, "NAME", "Which example: triage-assist, gate-face, desk-agent, husky-ai, parcel-desk."}},
    plain_exits,
    init};

}  // namespace assize::cli
