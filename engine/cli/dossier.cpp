// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "engine/cli/assessment_json.h"
#include "engine/cli/commands.h"
#include "engine/cli/load_template.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/cli/show.h"
#include "engine/cli/untranslated.h"
#include "engine/dossier/compose.h"
#include "engine/dossier/one_asset.h"
#include "engine/dossier/records.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/read_tree.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Severity;

/// Each template with its title, in the order of their names; then the languages.
ExitCode list_templates(const Asked& asked, World& world) {
  Sources sources;
  input::Diagnostics found;
  std::string lines;
  for (const auto& name : template_names(world)) {
    const auto loaded = load_template(name, world, sources);
    found.insert(found.end(), loaded.diagnostics().begin(), loaded.diagnostics().end());
    if (!loaded) continue;
    const auto tree = input::read_tree(loaded.value().text.tree);
    found.insert(found.end(), tree.diagnostics().begin(), tree.diagnostics().end());
    const auto* title = tree ? tree.value().find("title") : nullptr;
    std::string line = "  " + name;
    line.resize(std::max<std::size_t>(26, line.size() + 1), ' ');
    lines += line + (title ? input::text_at(*title, "en") : std::string()) + "\n";
  }
  lines += "languages: " + list_languages(world) + "\n";
  print_diagnostics(found, sources, color_for_err(asked, world), world.err);
  world.out << lines;
  return input::has_errors(found) ? exit_code_of(found) : ExitCode::done;
}

/// What a dossier is made with beside its template: words, style, the project as far as it is wanted.
struct Wanted {
  LoadedTemplate loaded;
  std::optional<dossier::Words> words;
  std::optional<dossier::House> house;
  dossier::Composing composing;
};

input::Diagnostics keep_asset(const std::string& id, const Project& project, Assessment& assessment) {
  std::vector<std::string> known;
  for (const auto& risk : assessment.risks) known.push_back(assessment.facts.name_of(risk.scenario.subject));
  if (std::find(known.begin(), known.end(), id) == known.end())
    return {{Severity::error,
             "unknown-asset",
             "`" + id + "` is no element or flow with a risk",
             {},
             input::did_you_mean(id, known)}};
  dossier::keep_asset(id, project, assessment);
  return {};
}

/// The style file that is asked for, else that of the project.
std::string style_file(const Asked& asked, const std::string& folder, const Project& project) {
  if (asked.has("style")) return asked.get("style");
  return project.settings.style.empty() ? std::string() : (fs::path(folder) / project.settings.style).string();
}

/// Reads all that is wanted; the complaints are those of all parts.
input::Diagnostics prepare(const Asked& asked, const std::string& folder, const Project& project, const World& world,
                           Sources& sources, Wanted& wanted) {
  input::Diagnostics found;
  const auto take = [&](const auto& result) {
    found.insert(found.end(), result.diagnostics().begin(), result.diagnostics().end());
    return static_cast<bool>(result);
  };
  const auto language = asked.get("language", project.settings.language);
  if (language != "en")
    if (auto words = load_words(language, wanted.loaded.folder, world, sources); take(words)) {
      wanted.words = std::move(words).value();
      wanted.composing.words = &*wanted.words;
    }
  if (const auto file = style_file(asked, folder, project); !file.empty())
    if (auto house = load_house(file, sources); take(house)) {
      wanted.house = std::move(house).value();
      wanted.composing.house = &*wanted.house;
    }
  wanted.composing.reader = asked.get("reader");
  wanted.composing.asset = asked.get("asset");
  wanted.composing.final = asked.has("final");
  return found;
}

/// Part 1 of PDF/A knows no attachments.
bool attaches(const Asked& asked) { return !asked.has("no-attachment") && pdfa_of(asked) != render::PdfA::part_1b; }

/// How many gaps are known, and whether that is a failure.
ExitCode conclude(const Assessment& assessment, const Asked& asked, World& world) {
  const auto blocking = std::count_if(assessment.gaps.begin(), assessment.gaps.end(),
                                      [](const auto& gap) { return gap.weight == cover::Gap::Weight::blocking; });
  if (!asked.has("quiet"))
    world.err << assessment.gaps.size() << " gaps are known, " << blocking
              << " of them blocking; `assize gaps` lists them\n";
  return blocking > 0 && asked.has("fail-on-gaps") ? ExitCode::falls_short : ExitCode::done;
}

/// All that a template sees, for other programs. The words of the call are the project alone.
ExitCode show_view(const Asked& asked, World& world) {
  Progress progress(world.err, is_watched(asked, world), 3);
  const auto made = assess_project(asked.words.empty() ? "." : asked.words.front(), asked, world, progress);
  if (!made->assessment) return made->exit;
  if (asked.has("asset"))
    if (const auto found = keep_asset(asked.get("asset"), made->project(), *made->assessment); !found.empty()) {
      progress.finish();
      print_diagnostics(found, made->loaded.sources, color_for_err(asked, world), world.err);
      return exit_code_of(found);
    }
  const dossier::View view(made->project(), *made->assessment);
  const auto text = render::render_json(dossier::view_record(view));
  progress.finish();
  return put(asked.get("output", "-"), text, asked, world);
}

ExitCode dossier_of(const Asked& asked, World& world) {
  if (asked.has("list")) return list_templates(asked, world);
  if (asked.has("view")) return show_view(asked, world);
  if (asked.words.empty()) {
    print_diagnostics(
        {{Severity::error, "bad-option", "no template is named", {}, "`assize dossier --list` names them"}}, {},
        color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const bool lists_words = asked.has("untranslated");
  const auto targets = lists_words ? input::Result<std::vector<Target>>(std::vector<Target>{})
                                   : targets_of(asked, {"text", "pdf", "docx", "html", "md", "csv", "xlsx"}, "pdf");
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
  auto loaded = load_template(asked.words.front(), world, sources);
  if (!loaded) return fail(loaded.diagnostics());
  Wanted wanted{std::move(loaded).value(), {}, {}, {}};
  const std::string folder = asked.words.size() > 1 ? asked.words[1] : ".";
  const auto made = assess_project(folder, asked, world, progress);
  if (!made->assessment) return made->exit;
  sources.files.insert(made->loaded.sources.files.begin(), made->loaded.sources.files.end());
  if (const auto found = prepare(asked, folder, made->project(), world, sources, wanted); !found.empty())
    return fail(found);
  if (asked.has("asset"))
    if (const auto found = keep_asset(asked.get("asset"), made->project(), *made->assessment); !found.empty())
      return fail(found);
  progress.step("composing");
  std::set<std::string> untranslated;
  wanted.composing.untranslated = &untranslated;
  const dossier::View view(made->project(), *made->assessment);
  const auto document = dossier::compose(wanted.loaded.text, view, wanted.composing);
  if (lists_words) {
    progress.finish();
    return put(asked.get("output", "-"),
               words_to_translate(untranslated, made->loaded, asked.get("language", made->project().settings.language)),
               asked, world);
  }
  if (!document) return fail(document.diagnostics());
  const auto exit = show(
      [&](const std::string& format) {
        auto shown = document.value();
        if (format == "pdf" && attaches(asked)) attach_assessment(shown, made->project(), *made->assessment);
        return shown;
      },
      [] { return std::string(); }, targets.value(), asked, world, progress);
  if (exit != ExitCode::done) return exit;
  return conclude(*made->assessment, asked, world);
}

}  // namespace

const Command dossier_command{
    "dossier",
    "Renders a conformity dossier from a template, such as annex-iv or tvra-report.",
    "TEMPLATE [PROJECT] -o FILE [options] | --list | --view [PROJECT]",
    0,
    2,
    {as_of_option,
     method_option,
     {"list", 0, "", "Names the templates and languages that come with assize."},
     {"view", 0, "", "Prints all that a template sees of the project, as JSON (schemas/view.schema.json)."},
     {"language", 0, "CODE", "Language of the document; else that of assize.yaml, else en."},
     {"reader", 0, "NAME", "Only what is for this reader; the template names its readers."},
     {"asset", 0, "ID", "Only the risks of this element or flow."},
     {"style", 0, "FILE", "How the document looks: logo, colour, running lines, chapters; else that of assize.yaml."},
     {"final", 0, "", "Refuses to make a draft: with 2 when the template says that it is one."},
     {"untranslated", 0, "", "Lists what of the document has no words in its language, as a words file to fill in."},
     {"fail-on-gaps", 0, "", "Exit with 1 when a blocking gap is open."},
     {"format", 0, "FORMAT", "pdf (default), docx, html, md, text, csv or xlsx."},
     pdfa_option,
     {"no-attachment", 0, "", "Leaves `assessment.json`, which `assess` prints as JSON, out of a PDF."},
     {"output", 'o', "FILE", "Write there; may be given several times; the format follows from the ending.", true}},
    "  0 done   1 with --fail-on-gaps: a blocking gap is open   2 the input or the call is wrong   3 the machine "
    "failed",
    dossier_of};

}  // namespace assize::cli
