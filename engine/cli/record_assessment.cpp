// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/record_assessment.h"

#include <algorithm>
#include <filesystem>

#include "engine/cli/register_json.h"
#include "engine/dossier/records.h"
#include "engine/evidence/digest.h"
#include "engine/render/json.h"
#include "engine/store/open_store.h"

namespace assize::cli {
namespace {

using dossier::Record;

std::string payload_of(const Loaded& loaded, const Assessment& assessment, const std::string& register_digest) {
  auto inputs = loaded.digests;
  std::sort(inputs.begin(), inputs.end());
  inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
  Record::Map files;
  for (const auto& [name, digest] : inputs) files.emplace_back(name, digest);
  const auto& system = loaded.project->system;
  return render::render_json(Record::Map{{"format", "assize/assessed/1"},
                                         {"engine", ASSIZE_VERSION},
                                         {"system", system.id},
                                         {"version", system.version},
                                         {"as-of", to_text(assessment.as_of)},
                                         {"inputs", std::move(files)},
                                         {"register", register_digest},
                                         {"counts", dossier::counts_record(assessment)}});
}

}  // namespace

input::Result<std::string> record_assessment(const std::string& folder, const Loaded& loaded,
                                             const Assessment& assessment, const World& world) {
  auto opened = store::open_store(std::filesystem::path(folder) / ".assize" / "store.db");
  if (!opened) return opened.diagnostics();
  auto& store = *opened.value();
  std::vector<std::string> blobs{register_json(*loaded.project, assessment)};
  store::Draft draft{.at = to_text(world.today()),
                     .actor = "assize",
                     .action = "assess",
                     .payload = payload_of(loaded, assessment, evidence::sha256(blobs.front()))};
  for (const auto& [name, text] : loaded.texts) blobs.push_back(text);
  const auto ledger = store.ledger();
  if (!ledger) return ledger.diagnostics();
  const auto& entries = ledger.value();
  const auto last =
      std::find_if(entries.rbegin(), entries.rend(), [](const auto& entry) { return entry.action == "assess"; });
  if (last != entries.rend()) {
    const auto same = store::seal(draft, 1, store::start_of_chain);
    if (same && same.value().payload == last->payload)
      return "nothing changed since entry " + std::to_string(last->sequence) + " of " + folder + "/.assize/store.db";
  }
  draft.after = entries.empty() ? std::string(store::start_of_chain)
                                : entries.back().digest;  // Two at once: the later one says so.
  const auto entry = store.append(draft, blobs);
  if (!entry) return entry.diagnostics();
  return "recorded as entry " + std::to_string(entry.value().sequence) + " of " + folder + "/.assize/store.db";
}

}  // namespace assize::cli
