// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/lay_out.h"

#include <utility>
#include <vector>

#include "engine/render/pdf/front_matter.h"
#include "engine/render/pdf/identifiers.h"
#include "engine/render/pdf/sections.h"

namespace assize::render::pdf {
namespace {

using dossier::Document;

/// Appends the pages of `body`, and what points at them, to `front`.
void append(Draft& front, Draft body) {
  const auto shift = static_cast<std::uint32_t>(front.pages.size());
  std::vector<std::uint32_t> target;
  for (const auto& link : body.targets) target.push_back(static_cast<std::uint32_t>(front.target(link)));
  const ElementId moved = front.structure.append(body.structure);
  for (Page& page : body.pages) {
    for (Link& link : page.links) {
      link.target = target[link.target];
      if (link.element != kArtifact) link.element += moved;
    }
    for (Item& item : page.items)
      if (item.element > kWholeDocument) item.element += moved;
    front.pages.push_back(std::move(page));
  }
  for (auto& box : body.boxes) {
    box.page += shift;
    front.boxes.push_back(box);
  }
  for (auto& anchor : body.anchors) {
    anchor.spot.page += shift;
    front.anchors.push_back(std::move(anchor));
  }
  for (auto& heading : body.headings) {
    heading.spot.page += shift;
    front.headings.push_back(std::move(heading));
  }
}

/// What stands before the sections, on pages of its own. Says how many of them are the cover.
std::size_t place_front(Flow& flow, const Document& document, const Draft& body, std::size_t pages_before,
                        const Picture* logo) {
  if (document.parts.cover) {
    place_cover(flow, document, logo);
    flow.finish();
  } else if (has_contents(document, body) || body.pages.empty()) {
    flow.start_page(portrait);
    place_title_block(flow, document, logo);
  }
  const std::size_t cover_pages = document.parts.cover ? flow.draft.pages.size() : 0;
  place_contents(flow, document, body, pages_before);
  flow.finish();
  return cover_pages;
}

/// How many pages stand before the sections, whatever their page numbers are.
std::size_t pages_of_front(TypeCase& type, LineBreaker& breaker, const Document& document, const Draft& body,
                           const Picture* logo) {
  Draft trial;
  Flow flow(type, breaker, trial, document.labels);
  place_front(flow, document, body, 0, logo);
  return trial.pages.size();
}

/// Notes of the cover are numbered first; it is laid out last, so they are counted.
std::size_t notes_of_cover(const Document& document) {
  std::size_t notes = 0;
  for (const auto& fact : document.cover.facts)
    for (const auto& span : fact.value) notes += span.note.empty() ? 0 : 1;
  return notes;
}

Draft lay_out_body(const Document& document, TypeCase& type, LineBreaker& breaker, const Picture* logo, Boxes boxes) {
  Draft body;
  body.keeps_boxes = boxes == Boxes::kept;
  const bool titled = !document.parts.cover && !document.parts.contents;
  body.notes_before = titled ? 0 : notes_of_cover(document);
  Flow flow(type, breaker, body, document.labels);
  if (titled) {
    flow.start_page(portrait);
    place_title_block(flow, document, logo);
  }
  place_sections(flow, document.sections);
  if (document.parts.identifiers && has_identifiers(body)) {
    body.headings.push_back({1, {}, document.labels.identifiers, {}});  // It is listed too.
    const std::size_t before = pages_of_front(type, breaker, document, body, logo);
    body.headings.pop_back();
    flow.finish();
    place_identifiers(flow, before);
  }
  flow.finish();
  return body;
}

}  // namespace

Draft lay_out(const Document& document, TypeCase& type, const Picture* logo, Boxes boxes) {
  LineBreaker breaker(type);
  Draft draft;
  std::size_t cover_pages = 0;
  {
    Draft body = lay_out_body(document, type, breaker, logo, boxes);
    Flow flow(type, breaker, draft, document.labels);
    const std::size_t before = pages_of_front(type, breaker, document, body, logo);
    cover_pages = place_front(flow, document, body, before, logo);
    append(draft, std::move(body));
  }
  place_running_matter(type, draft, document, cover_pages, logo);
  if (const auto accent = read_accent(document.style.accent, type)) dye(draft, *accent);
  place_watermark(type, draft, document.watermark);
  return draft;
}

}  // namespace assize::render::pdf
