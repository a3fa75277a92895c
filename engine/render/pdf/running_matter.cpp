// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "engine/render/pdf/front_matter.h"
#include "engine/render/pdf/labels.h"

namespace assize::render::pdf {
namespace {

constexpr double kLogoHeight = 14, kLogoWidth = 70;
constexpr double kFooterLine = 10;  // From the identity down to what the house says.

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

std::string joined(std::initializer_list<std::string> parts) {
  std::string all;
  for (const std::string& part : parts)
    if (!part.empty()) all += (all.empty() ? "" : "  ·  ") + part;
  return all;
}

/// What is the same on all pages.
struct Matter {
  StyledText head, marking, identity, house;
  double marking_width = 0;
  double logo_width = 0, logo_height = 0;
};

Matter matter_of(TypeCase& type, const dossier::Document& document, const Picture* logo) {
  Matter matter;
  matter.head = plain(type, joined({document.style.header, document.title}));
  type.append(matter.marking, document.classification, Role::bold, ink::accent);
  type.shorten(matter.marking, kRunningSize, portrait.text_width() * 0.4);
  matter.marking_width = type.width(matter.marking, kRunningSize);
  const std::string version =
      document.version.empty() ? "" : filled(document.labels.version_of, {{"version", document.version}});
  matter.identity = plain(type, joined({document.id, version, document.date}));
  matter.house = plain(type, document.style.footer);
  if (logo != nullptr) {
    const double scale = std::min(kLogoWidth / logo->width, kLogoHeight / logo->height);
    matter.logo_width = logo->width * scale;
    matter.logo_height = logo->height * scale;
  }
  return matter;
}

void draw_head(Page& page, TypeCase& type, const Matter& matter) {
  const Sheet& sheet = *page.sheet;
  double left = sheet.left;
  if (matter.logo_width > 0) {
    page.logo(left, sheet.head + 3 - matter.logo_height, matter.logo_width, matter.logo_height);
    left += matter.logo_width + 8;
  }
  StyledText shown = matter.head;
  type.shorten(shown, kRunningSize, sheet.right - left - matter.marking_width - 20);
  draw_run(page, type, shown, left, sheet.head);
  draw_run(page, type, matter.marking, sheet.right - matter.marking_width, sheet.head);
  page.rule(sheet.left, sheet.head + 6, sheet.right, sheet.head + 6, ink::rule, 0.5);
}

void draw_foot(Page& page, TypeCase& type, const Matter& matter, const StyledText& number) {
  const Sheet& sheet = *page.sheet;
  page.rule(sheet.left, sheet.foot - 11, sheet.right, sheet.foot - 11, ink::rule, 0.5);
  const double number_width = type.width(number, kRunningSize);
  StyledText shown = matter.identity;
  type.shorten(shown, kRunningSize, sheet.text_width() - number_width - 20);
  draw_run(page, type, shown, sheet.left, sheet.foot);
  draw_run(page, type, number, sheet.right - number_width, sheet.foot);
  shown = matter.house;
  type.shorten(shown, kRunningSize, sheet.text_width());
  draw_run(page, type, shown, sheet.left, sheet.foot + kFooterLine);
}

}  // namespace

void place_running_matter(TypeCase& type, Draft& draft, const dossier::Document& document, std::size_t cover_pages,
                          const Picture* logo) {
  const Matter matter = matter_of(type, document, logo);
  const std::string pages = std::to_string(draft.pages.size());
  for (std::size_t i = 0; i < draft.pages.size(); ++i) {
    Page& page = draft.pages[i];
    page.text_element = page.shape_element = kRunningMatter;
    if (i >= cover_pages) draw_head(page, type, matter);
    const std::string number = filled(document.labels.page, {{"page", std::to_string(i + 1)}, {"pages", pages}});
    draw_foot(page, type, matter, plain(type, number));
  }
}

}  // namespace assize::render::pdf
