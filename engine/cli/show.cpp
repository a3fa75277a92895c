// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/show.h"

#include <algorithm>
#include <filesystem>

#include "engine/cli/files.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/input/nearest.h"

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Diagnostics;
using input::Severity;

/// Installed beside the catalogues, or where Debian keeps them.
input::Result<std::string> font(const World& world, const std::string& name, const std::string& system_folder) {
  constexpr std::size_t limit = 32u << 20;
  if (auto own = read_file(fs::path(world.data_folder) / "fonts", name, Links::follow, limit)) return own;
  auto system = read_file(system_folder, name, Links::follow, limit);
  if (system) return system;
  return Diagnostics{{Severity::error,
                      "missing-font",
                      "font `" + name + "` is not on this machine",
                      {},
                      "install fonts-noto-core, fonts-noto-mono and fonts-dejavu-core, or put it into the folder "
                      "`fonts` beside the catalogues"}};
}

input::Result<render::Fonts> load_fonts(const World& world) {
  const std::string noto = "/usr/share/fonts/truetype/noto", dejavu = "/usr/share/fonts/truetype/dejavu";
  render::Fonts fonts;
  Diagnostics found;
  const auto load = [&](std::string& into, const std::string& name, const std::string& folder) {
    auto bytes = font(world, name, folder);
    if (bytes)
      into = std::move(bytes).value();
    else
      found.insert(found.end(), bytes.diagnostics().begin(), bytes.diagnostics().end());
  };
  load(fonts.regular, "NotoSans-Regular.ttf", noto);
  load(fonts.bold, "NotoSans-Bold.ttf", noto);
  load(fonts.italic, "NotoSans-Italic.ttf", noto);
  load(fonts.mono, "NotoSansMono-Regular.ttf", noto);
  fonts.fallbacks.emplace_back();
  load(fonts.fallbacks.back(), "DejaVuSans.ttf", dejavu);
  // Only for texts in Chinese or Japanese: who has none needs no font for them, who has some is warned of each
  // character.
  if (auto han = font(world, "DroidSansFallbackFull.ttf", "/usr/share/fonts/truetype/droid"))
    fonts.fallbacks.push_back(std::move(han).value());
  if (auto profile = read_file("/usr/share/color/icc", "sRGB.icc", Links::follow, 1u << 20))
    fonts.srgb_profile = std::move(profile).value();
  if (input::has_errors(found)) return found;
  return fonts;
}

input::Result<std::string> render_as(const std::string& format, const dossier::Document& document,
                                     const std::function<std::string()>& json, const Asked& asked, World& world,
                                     bool to_terminal) {
  if (format == "json") return json();
  if (format == "csv") return render::render_csv(document);
  if (format == "xlsx") return render::render_xlsx(document);
  if (format == "docx") return render::render_docx(document);
  if (format == "md") return render::render_markdown(document);
  if (format == "html") return render::render_html(document);
  if (format == "pdf") {
    const auto fonts = load_fonts(world);
    if (!fonts) return fonts.diagnostics();
    return render::render_pdf(document, fonts.value(), pdfa_of(asked));
  }
  return render::render_terminal(
      document, {.width = to_terminal ? world.width : 120, .color = to_terminal && color_for_out(asked, world)});
}

}  // namespace

render::PdfA pdfa_of(const Asked& asked) {
  return asked.get("pdfa") == "1b" ? render::PdfA::part_1b : render::PdfA::part_3b;
}

input::Result<std::vector<Target>> targets_of(const Asked& asked, const std::vector<std::string>& formats,
                                              const std::string& otherwise) {
  const auto format = format_of(asked, formats, otherwise);
  if (!format) return format.diagnostics();
  if (const auto part = asked.get("pdfa", "3b"); part != "3b" && part != "1b")
    return Diagnostics{{Severity::error, "bad-option", "`--pdfa` is `" + part + "`", {}, "it is one of: 3b, 1b"}};
  std::vector<Target> targets;
  for (const auto& file : asked.all("output")) {
    auto ending = fs::path(file).extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    const auto& named = asked.has("format") || file == "-" ? format.value() : ending == "txt" ? "text" : ending;
    if (std::find(formats.begin(), formats.end(), named) == formats.end()) {
      std::string list;
      for (const auto& one : formats) list += (list.empty() ? "." : ", .") + one;
      return Diagnostics{{Severity::error,
                          "bad-option",
                          "the format of `" + file + "` does not follow from its name",
                          {},
                          "say it with --format, or end the name with one of: " + list}};
    }
    targets.push_back({file, named});
  }
  if (targets.empty()) targets.push_back({"-", format.value()});
  for (const auto& target : targets)
    if (target.file == "-" && (target.format == "pdf" || target.format == "docx" || target.format == "xlsx"))
      return Diagnostics{{Severity::error,
                          "bad-option",
                          "a " + target.format + " file cannot go to a terminal",
                          {},
                          "name a file with -o"}};
  return targets;
}

ExitCode show(const std::function<dossier::Document(const std::string& format)>& document,
              const std::function<std::string()>& json, const std::vector<Target>& targets, const Asked& asked,
              World& world, Progress& progress) {
  std::vector<std::string> made;
  for (const auto& target : targets) {
    progress.step("rendering " + target.format);
    auto bytes = render_as(target.format, target.format == "json" ? dossier::Document{} : document(target.format), json,
                           asked, world, target.file == "-");
    const bool failed = !bytes;
    if (failed || !asked.has("quiet")) {
      if (!bytes.diagnostics().empty()) progress.finish();
      print_diagnostics(bytes.diagnostics(), {}, color_for_err(asked, world), world.err);
    }
    if (failed) return exit_code_of(bytes.diagnostics());
    made.push_back(std::move(bytes).value());
  }
  progress.finish();
  for (std::size_t i = 0; i < targets.size(); ++i)
    if (const auto exit = put(targets[i].file, made[i], asked, world); exit != ExitCode::done) return exit;
  return ExitCode::done;
}

}  // namespace assize::cli
