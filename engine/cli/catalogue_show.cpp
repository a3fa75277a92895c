// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/catalogue_parts.h"
#include "engine/cli/loaded_catalogue.h"
#include "engine/cli/print_diagnostics.h"
#include "engine/dossier/entry_sheet.h"
#include "engine/input/nearest.h"
#include "engine/render/json.h"

namespace assize::cli {
namespace {

void draw(const dossier::SheetLine& line, const std::string& lead, const std::string& under, bool color,
          std::string& out) {
  out += lead + line.label + (line.label.empty() || line.text.empty() ? "" : ": ") + line.text;
  if (!line.place.empty())
    out += std::string(color ? "\x1b[2m" : "") + "  [" + line.place + "]" + (color ? "\x1b[0m" : "");
  out += "\n";
  for (std::size_t i = 0; i < line.below.size(); ++i) {
    const bool last = i + 1 == line.below.size();
    draw(line.below[i], under + (last ? "└─ " : "├─ "), under + (last ? "   " : "│  "), color, out);
  }
}

}  // namespace

ExitCode catalogue_show(const Asked& asked, World& world, const std::string& format) {
  const auto words = words_behind(asked);
  const auto loaded = load_catalogue(words.size() > 1 ? words[1] : "", asked, world);
  if (loaded.exit != ExitCode::done) return loaded.exit;
  const auto& catalogue = loaded.read.catalogue;
  const auto names = dossier::entries_named(catalogue, words.front());
  if (names.size() != 1) {
    input::Diagnostic one{input::Severity::error, "unknown-entry", {}, {}, {}};
    if (names.empty()) {
      one.message = "nothing in the catalogue is called `" + words.front() + "`";
      one.help = input::did_you_mean(words.front(), dossier::entry_ids(catalogue));
    } else {
      one.code = "ambiguous-entry";
      one.message = "`" + words.front() + "` is the name of more than one entry";
      for (const auto& name : names)
        one.help += (one.help.empty() ? "say which: `" : ", `") + name.what + ":" + name.id + "`";
    }
    print_diagnostics({one}, {}, color_for_err(asked, world), world.err);
    return ExitCode::wrong_input;
  }
  const auto& name = names.front();
  const auto sheet = dossier::sheet_of(catalogue, name);
  std::string text;
  if (format == "json")
    text = render::render_json(dossier::Record::Map{{"format", "assize/catalogue-entry/1"},
                                                    {"what", name.what},
                                                    {"id", name.id},
                                                    {"entry", dossier::record_of(sheet)}});
  else
    draw(sheet, "", "", color_for_out(asked, world), text);
  world.out << text;
  return ExitCode::done;
}

}  // namespace assize::cli
