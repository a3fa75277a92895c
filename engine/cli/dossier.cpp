// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "engine/cli/commands.h"
#include "engine/cli/files.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/records.h"
#include "engine/input/fields.h"
#include "engine/input/limits.h"
#include "engine/input/nearest.h"
#include "engine/input/read_tree.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Severity;

input::Result<dossier::TemplateText> load_template(const std::string& name, const World& world, Sources& sources) {
  const auto shipped = fs::path(world.data_folder) / "templates";
  const auto names = list_folders(shipped, "template.yaml");
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    std::string list;
    for (const auto& one : names) list += (list.empty() ? "" : ", ") + one;
    auto near = input::did_you_mean(name, names);
    return input::Diagnostics{{Severity::error,
                               "unknown-template",
                               "`" + name + "` is no template",
                               {},
                               (near.empty() ? "" : near + " ") + "there are: " + list}};
  }
  input::Diagnostics found;
  const auto read = [&](const std::string& file) {
    const auto place = "templates/" + name + "/" + file;
    auto bytes = read_file(shipped, fs::path(name) / file, Links::follow, input::Limits{}.file_bytes);
    if (!bytes) found.insert(found.end(), bytes.diagnostics().begin(), bytes.diagnostics().end());
    sources.files[place] = {(shipped / name / file).string(), bytes ? bytes.value() : std::string()};
    return input::Source{input::FileName(place), sources.files[place].text};
  };
  dossier::TemplateText text{read("template.yaml"), {}};
  for (const auto& file : list_files(shipped / name, ".md")) text.prose.push_back(read(file));
  if (input::has_errors(found)) return found;
  return text;
}

/// Each template with its title, in the order of their names.
ExitCode list_templates(const Asked& asked, World& world) {
  const auto shipped = fs::path(world.data_folder) / "templates";
  Sources sources;
  input::Diagnostics found;
  std::string lines;
  for (const auto& name : list_folders(shipped, "template.yaml")) {
    const auto text = load_template(name, world, sources);
    found.insert(found.end(), text.diagnostics().begin(), text.diagnostics().end());
    if (!text) continue;
    const auto tree = input::read_tree(text.value().tree);
    found.insert(found.end(), tree.diagnostics().begin(), tree.diagnostics().end());
    const auto* title = tree ? tree.value().find("title") : nullptr;
    std::string line = "  " + name;
    line.resize(std::max<std::size_t>(26, line.size() + 1), ' ');
    lines += line + (title ? input::text_at(*title, "en") : std::string()) + "\n";
  }
  print_diagnostics(found, sources, color_for_err(asked, world), world.err);
  world.out << lines;
  return input::has_errors(found) ? exit_code_of(found) : ExitCode::done;
}

ExitCode dossier_of(const Asked& asked, World& world) {
  if (asked.has("list")) return list_templates(asked, world);
  if (asked.words.empty()) {
    print_diagnostics(
        {{Severity::error, "bad-option", "no template is named", {}, "`assize dossier --list` names them"}}, {},
        color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  auto targets = targets_of(asked, {"text", "pdf", "html", "md", "csv", "xlsx"}, "pdf");
  if (!targets) {
    print_diagnostics(targets.diagnostics(), {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  Progress progress(world.err, is_watched(asked, world), 3 + static_cast<int>(targets.value().size()));
  Sources sources;
  const auto fail = [&](const input::Diagnostics& found) {
    progress.finish();
    print_diagnostics(found, sources, color_for_err(asked, world), world.err);
    return exit_code_of(found);
  };
  const auto text = load_template(asked.words.front(), world, sources);
  if (!text) return fail(text.diagnostics());
  const auto made = assess_project(asked.words.size() > 1 ? asked.words[1] : ".", asked, world, progress);
  if (!made->assessment) return made->exit;
  sources.files.insert(made->loaded.sources.files.begin(), made->loaded.sources.files.end());
  progress.step("composing");
  const dossier::View view(made->project(), *made->assessment);
  const auto document = dossier::compose(text.value(), view, made->project().settings.language);
  if (!document) return fail(document.diagnostics());
  const auto exit = show([&](const std::string&) { return document.value(); }, [] { return std::string(); },
                         targets.value(), asked, world, progress);
  if (exit != ExitCode::done) return exit;
  const auto blocking = std::count_if(made->assessment->gaps.begin(), made->assessment->gaps.end(),
                                      [](const auto& gap) { return gap.weight == cover::Gap::Weight::blocking; });
  if (!asked.has("quiet"))
    world.err << made->assessment->gaps.size() << " gaps are known, " << blocking
              << " of them blocking; `assize gaps` lists them\n";
  return blocking > 0 && asked.has("fail-on-gaps") ? ExitCode::falls_short : ExitCode::done;
}

}  // namespace

const Command dossier_command{
    "dossier",
    "Renders a conformity dossier from a template, such as annex-iv or tvra-report.",
    "TEMPLATE [PROJECT] -o FILE [options] | --list",
    0,
    2,
    {as_of_option,
     method_option,
     {"list", 0, "", "Names the templates that come with assize."},
     {"fail-on-gaps", 0, "", "Exit with 1 when a blocking gap is open."},
     {"format", 0, "FORMAT", "pdf (default), html, md, text, csv or xlsx."},
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    "  0 done   1 with --fail-on-gaps: a blocking gap is open   2 the input or the call is wrong   3 the machine "
    "failed",
    dossier_of};

}  // namespace assize::cli
