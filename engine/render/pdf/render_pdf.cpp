// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <new>
#include <string>
#include <utility>

#include "engine/render/formats.h"
#include "engine/render/pdf/attachments.h"
#include "engine/render/pdf/canvas.h"
#include "engine/render/pdf/clean_text.h"
#include "engine/render/pdf/finish.h"
#include "engine/render/pdf/house_style.h"
#include "engine/render/pdf/lay_out.h"

namespace assize::render {
namespace {

using namespace pdf;
using input::Severity;

/// As many as libharu can hold.
constexpr std::size_t kMostPages = 32000;

/// Where each link leads; a link to an anchor that nothing has is an error.
std::vector<Destination> resolve(const Draft& draft, TypeCase& type) {
  std::map<std::string_view, Spot> spots;
  for (const auto& anchor : draft.anchors) spots.emplace(anchor.name, anchor.spot);
  std::vector<Destination> destinations;
  for (const std::string& target : draft.targets) {
    if (!target.starts_with('#')) {
      destinations.push_back({{}, target});
      continue;
    }
    const auto found = spots.find(std::string_view(target).substr(1));
    if (found == spots.end())
      type.complain({Severity::error, "dangling-link",
                     std::string("nothing in the document is called ").append(in_backticks(target))});
    destinations.push_back({found == spots.end() ? Spot{} : found->second, {}});
  }
  return destinations;
}

/// What the file will not have or be.
void complain_of_losses(TypeCase& type, const dossier::Document& document, const Fonts& fonts, PdfA part) {
  if (fonts.srgb_profile.empty())
    type.complain({Severity::warning,
                   "pdf-not-archival",
                   "without a colour profile the file is no archive file (PDF/A)",
                   {},
                   "install icc-profiles-free"});
  if (part == PdfA::part_1b && !document.attachments.empty())
    type.complain({Severity::warning,
                   "attachment-left-out",
                   std::string("attachment ").append(in_backticks(document.attachments.front().name)) +
                       (document.attachments.size() > 1 ? " and others are left out" : " is left out") +
                       ", part 1 of PDF/A knows none",
                   {},
                   "use part 3"});
}

input::Result<std::string> render(const dossier::Document& document, const Fonts& fonts, PdfA part) {
  auto opened = TypeCase::open(fonts);
  if (!opened) return opened.diagnostics();
  TypeCase type = std::move(opened).value();
  if (auto found = check_attachments(document); !found.empty()) return found;
  complain_of_losses(type, document, fonts, part);
  const auto logo = read_logo(document.style.logo, type);
  Draft draft = lay_out(document, type, logo ? &*logo : nullptr);
  if (draft.pages.size() > kMostPages)
    return input::Diagnostics{{Severity::error,
                               "too-many-pages",
                               "the document takes " + std::to_string(draft.pages.size()) + " pages, at most " +
                                   std::to_string(kMostPages) + " can be written",
                               {},
                               "split it, or write the long tables as XLSX or CSV"}};
  auto destinations = resolve(draft, type);
  if (input::has_errors(type.complaints())) return type.complaints();

  Drawing drawing;
  {
    Canvas canvas(type, draft.structure, logo ? &*logo : nullptr);
    bool drawn = true;
    for (Page& page : draft.pages) {
      drawn = drawn && canvas.draw(page);
      page.items = {};  // Drawn: its room is worth more than its content.
      page.chars = {};
      page.points = {};
    }
    if (drawn) drawing = canvas.save();
    if (drawing.pdf.empty())
      return input::Diagnostics{{Severity::error, "pdf-undrawn", "the pages could not be drawn: " + canvas.failure()}};
  }
  auto finished =
      finish(std::move(drawing), type, {document, draft, std::move(destinations), fonts.srgb_profile, part});
  if (!finished) return finished;
  return {std::move(finished).value(), type.complaints()};
}

}  // namespace

input::Result<std::string> render_pdf(const dossier::Document& document, const Fonts& fonts, PdfA part) {
  try {
    return render(document, fonts, part);
  } catch (const std::bad_alloc&) {
    return input::Diagnostics{{Severity::error, "out-of-memory", "the document is too large for the memory at hand"}};
  }
}

}  // namespace assize::render
