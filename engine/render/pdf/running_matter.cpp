// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "engine/render/pdf/front_matter.h"

namespace assize::render::pdf {
namespace {

void draw_run(Page& page, const TypeCase& type, const StyledText& text, double x, double baseline) {
  for (const Run& run : text.runs) {
    const Face& face = type.faces()[run.face];
    page.text(x, baseline, run.face, kRunningSize * face.scale, run.colour,
              std::u16string_view(text.chars).substr(run.begin, run.end - run.begin));
    for (std::uint32_t i = run.begin; i < run.end; ++i)
      x += face.metrics.advance[text.chars[i]] * kRunningSize * face.scale / 1000;
  }
}

StyledText plain(TypeCase& type, const std::string& words) {
  StyledText text;
  type.append(text, words, Role::regular, ink::quiet);
  return text;
}

}  // namespace

void place_running_matter(TypeCase& type, Draft& draft, const dossier::Document& document, std::size_t cover_pages) {
  const StyledText title = plain(type, document.title);
  StyledText marking;
  type.append(marking, document.classification, Role::bold, ink::accent);
  type.shorten(marking, kRunningSize, portrait.text_width() * 0.4);
  const double marking_width = type.width(marking, kRunningSize);
  std::string about;
  for (const std::string& part :
       {document.id, document.version.empty() ? "" : "Version " + document.version, document.date})
    if (!part.empty()) about += (about.empty() ? "" : "  ·  ") + part;
  const StyledText identity = plain(type, about);

  const std::string of = std::string(" of ").append(std::to_string(draft.pages.size()));
  for (std::size_t i = 0; i < draft.pages.size(); ++i) {
    Page& page = draft.pages[i];
    page.text_element = page.shape_element = kRunningMatter;
    const Sheet& sheet = *page.sheet;
    if (i >= cover_pages) {
      StyledText shown = title;
      type.shorten(shown, kRunningSize, sheet.text_width() - marking_width - 20);
      draw_run(page, type, shown, sheet.left, sheet.head);
      draw_run(page, type, marking, sheet.right - marking_width, sheet.head);
      page.rule(sheet.left, sheet.head + 6, sheet.right, sheet.head + 6, ink::rule, 0.5);
    }
    page.rule(sheet.left, sheet.foot - 11, sheet.right, sheet.foot - 11, ink::rule, 0.5);
    const StyledText number = plain(type, "Page " + std::to_string(i + 1) + of);
    const double number_width = type.width(number, kRunningSize);
    StyledText shown = identity;
    type.shorten(shown, kRunningSize, sheet.text_width() - number_width - 20);
    draw_run(page, type, shown, sheet.left, sheet.foot);
    draw_run(page, type, number, sheet.right - number_width, sheet.foot);
  }
}

}  // namespace assize::render::pdf
