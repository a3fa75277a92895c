// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>
#include <set>

#include "engine/dossier/figure_parts.h"
#include "engine/dossier/figures.h"
#include "tests/dossier/figure_sample.h"

using namespace assize;
using namespace assize::dossier;
using namespace sample;

namespace {

struct Rectangle {
  double x1, y1, x2, y2;
};

bool overlap(const Rectangle& a, const Rectangle& b) {
  constexpr double kTouch = 0.05;
  return a.x1 < b.x2 - kTouch && b.x1 < a.x2 - kTouch && a.y1 < b.y2 - kTouch && b.y1 < a.y2 - kTouch;
}

/// Widths of letters as no face in use exceeds them, in ems; this table is the test's own.
double widest(const std::string& text, double size, bool bold) {
  double sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0) == 0x80) continue;
    if (c >= 0x80)
      sum += c >= 0xE0 ? 1 : 0.7;
    else if (std::string(" .,:;'|!iljtfI()-").find(static_cast<char>(c)) != std::string::npos)
      sum += 0.4;
    else if (c >= '0' && c <= '9')
      sum += 0.58;
    else if (c == 'm' || c == 'M' || c == 'w' || c == 'W' || c == '@')
      sum += 0.95;
    else
      sum += c >= 'A' && c <= 'Z' ? 0.72 : 0.6;
  }
  return sum * size * (bold ? 1.06 : 1);
}

/// What a label covers once a renderer has shortened it.
Rectangle ground_of(const Figure::Label& label, double frame) {
  double width = widest(label.text, label.size, label.bold);
  const double room = label.align == Figure::Align::left    ? frame - label.x
                      : label.align == Figure::Align::right ? label.x
                                                            : 2 * std::min(label.x, frame - label.x);
  width = std::min(width, room);
  if (label.max_width > 0) width = std::min(width, label.max_width);
  const double left = label.align == Figure::Align::left    ? label.x
                      : label.align == Figure::Align::right ? label.x - width
                                                            : label.x - width / 2;
  return {left, label.y - 0.74 * label.size, left + width, label.y + 0.2 * label.size};
}

template <class Kind>
std::vector<Kind> shapes_of(const Figure& figure) {
  std::vector<Kind> all;
  for (const auto& shape : figure.shapes)
    if (const auto* one = std::get_if<Kind>(&shape)) all.push_back(*one);
  return all;
}

std::string said(const Figure::Label& label) {
  return label.text + " at " + std::to_string(label.x) + "," + std::to_string(label.y);
}

/// What is wrong with a figure in itself; "" when nothing is.
std::string fault_of(const Figure& figure) {
  const auto inside = [&](double x, double y) {
    return x >= -0.01 && y >= -0.01 && x <= figure.width + 0.01 && y <= figure.height + 0.01;
  };
  if (!(figure.width > 0 && figure.height > 0)) return "no size";
  if (figure.description.empty()) return "no description";
  for (const auto& box : shapes_of<Figure::Box>(figure))
    if (!inside(box.x, box.y) || !inside(box.x + box.width, box.y + box.height)) return "a box outside";
  for (const auto& one : shapes_of<Figure::Ellipse>(figure))
    if (!inside(one.x, one.y) || !inside(one.x + one.width, one.y + one.height)) return "an ellipse outside";
  for (const auto& line : shapes_of<Figure::Line>(figure))
    for (const auto& point : line.points)
      if (!inside(point.x, point.y)) return "a line outside";
  const double scale = print_scale(figure.width, figure.height);
  const auto labels = shapes_of<Figure::Label>(figure);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto ground = ground_of(labels[i], figure.width);
    if (labels[i].text.empty()) return "an empty label";
    if (!inside(ground.x1, ground.y1) || !inside(ground.x2, ground.y2)) return "outside: " + said(labels[i]);
    if (labels[i].size * scale < 6.5 - 1e-6) return "too small: " + said(labels[i]);
    for (std::size_t k = 0; k < i; ++k)
      if (overlap(ground, ground_of(labels[k], figure.width))) return said(labels[i]) + " lies on " + said(labels[k]);
  }
  return {};
}

/// Boxes that frame others have a dashed edge; of all others none may lie on another.
std::string overlap_of_boxes(const Figure& figure) {
  const auto boxes = shapes_of<Figure::Box>(figure);
  const auto ground = [](const Figure::Box& box) {
    return Rectangle{box.x, box.y, box.x + box.width, box.y + box.height};
  };
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (!boxes[i].dashed && !boxes[k].dashed && overlap(ground(boxes[i]), ground(boxes[k])))
        return "boxes at " + std::to_string(boxes[i].x) + "," + std::to_string(boxes[i].y);
  return {};
}

/// All that a renderer sees, to tell two figures apart.
std::string bytes_of(const Figures& figures) {
  std::string all;
  const auto add = [&](double number) { all += std::to_string(number) + " "; };
  for (const auto& figure : figures) {
    all += figure.id + "|" + figure.caption + "|" + figure.description + "|";
    add(figure.width), add(figure.height);
    for (const auto& label : shapes_of<Figure::Label>(figure)) all += label.text, add(label.x), add(label.y);
    for (const auto& box : shapes_of<Figure::Box>(figure)) add(box.x), add(box.y), add(box.width), add(box.height);
    for (const auto& one : shapes_of<Figure::Ellipse>(figure)) add(one.x), add(one.y);
    for (const auto& line : shapes_of<Figure::Line>(figure))
      for (const auto& point : line.points) add(point.x), add(point.y);
  }
  return all;
}

void check_all_figures(const View& seen) {
  std::set<std::string> ids;
  for (const auto& kind : figure_kinds) {
    const auto figures = figures_of(kind, seen, kind.id, kind.caption);
    CHECK_FALSE(figures.empty());
    for (const auto& figure : figures) {
      INFO(figure.id << " " << figure.caption);
      CHECK(ids.insert(figure.id).second);
      CHECK(fault_of(figure) == "");
      CHECK(overlap_of_boxes(figure) == "");
      CHECK(figure.caption.starts_with(kind.caption));
    }
    CHECK(bytes_of(figures) == bytes_of(figures_of(kind, seen, kind.id, kind.caption)));
  }
}

std::map<std::string, std::string> methods_and_others() {
  return {{"tvra", "hazard"},          {"tvra-legacy", "hazard"}, {"iso27005", "iso27005-hazard"},
          {"iso-sae-21434", "hazard"}, {"evita", "hazard"},       {"evita-c2", "iso27005-hazard"},
          {"evita-c3", "hazard"},      {"evita-c4", "hazard"}};
}

ProjectText text_by(const std::string& attack, const std::string& hazard) {
  auto text = project_text();
  text.settings->text += "methods: {attack: " + attack + ", hazard: " + hazard + "}\n";
  return text;
}

const Seen& triage() {
  static const auto once = seen(example_text("triage-assist"), "2026-11-20");
  return *once;
}

/// The labels of a figure in their order, without those of its legend.
std::vector<std::string> texts_of(const Figure& figure) {
  std::vector<std::string> texts;
  for (const auto& label : shapes_of<Figure::Label>(figure)) texts.push_back(label.text);
  return texts;
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

/// Risks in the cells of all heat maps.
static int counted(const Figures& maps) {
  int sum = 0;
  for (const auto& figure : maps)
    for (const auto& label : shapes_of<Figure::Label>(figure))
      if (label.bold && std::isdigit(static_cast<unsigned char>(label.text[0]))) sum += std::stoi(label.text);
  return sum;
}

TEST_CASE("by every method every figure is sound, and the heat maps count every risk once at each level") {
  for (const auto& [attack, hazard] : methods_and_others()) {
    CAPTURE(attack, hazard);
    const auto by = seen(text_by(attack, hazard), "2026-11-20");
    check_all_figures(*by->view);
    CHECK(counted(heat_map(*by->view)) == 4 * static_cast<int>(by->assessment.risks.size()));
  }
}

TEST_CASE("every figure of an example is sound") {
  const auto name = GENERATE(as<std::string>{}, "triage-assist", "gate-face", "desk-agent", "husky-ai");
  const std::string as_of = name == "gate-face" ? "2031-01-01" : "2026-11-20";
  CAPTURE(name, as_of);
  check_all_figures(*seen(example_text(name), as_of)->view);
}

TEST_CASE("data flows of systems of every size can be read, and each flow is drawn with its number") {
  const auto seed = GENERATE(range(1u, 45u));
  const std::size_t elements = seed < 12 ? seed : 1 + (seed * 37) % 200;
  CAPTURE(seed, elements);
  const auto large = seen_large(elements, seed);
  const auto figures = figures_of(*figure_kind("data-flow"), *large->view, "flow", "Flows");
  std::set<int> drawn;
  for (const auto& figure : figures) {
    INFO(figure.id << " " << figure.caption);
    CHECK(fault_of(figure) == "");
    CHECK(overlap_of_boxes(figure) == "");
    for (const auto& text : texts_of(figure))
      if (text.find_first_not_of("0123456789, ") == text.npos)
        for (std::size_t at = 0; at < text.size();
             at = text.find(' ', at) == text.npos ? text.size() : text.find(' ', at) + 1)
          drawn.insert(std::stoi(text.substr(at)));
  }
  const auto& flows = *large->view->table("flows");
  CHECK(drawn.size() == flows.rows);
  CHECK((drawn.empty() || (*drawn.begin() == 1 && *drawn.rbegin() == static_cast<int>(flows.rows))));
  if (elements <= 6) CHECK(figures.size() == 1);
  if (elements > 60) CHECK(figures.size() > 1);
}

TEST_CASE("two hundred elements make an overview whose counts are those of the table of flows") {
  const auto large = seen_large(200, 4);
  const auto figures = data_flow(*large->view);
  const auto& facts = large->assessment.facts;
  int counted = 0, crossing = 0;
  for (const auto& text : texts_of(figures.front()))
    if (text.ends_with("×")) counted += std::stoi(text);
  const auto outermost = [&](int element) {
    int boundary = facts.boundary_of[static_cast<std::size_t>(element)];
    while (boundary >= 0 && facts.boundary_parent[static_cast<std::size_t>(boundary)] >= 0)
      boundary = facts.boundary_parent[static_cast<std::size_t>(boundary)];
    return boundary;
  };
  for (std::size_t i = 0; i < facts.flow_from.size(); ++i)
    crossing += outermost(facts.flow_from[i]) != outermost(facts.flow_to[i]);
  CHECK(counted >= crossing);  // Flows between parts of a boundary that is divided are counted as well.
  CHECK(crossing > 0);
}

TEST_CASE("coverage bars have the numbers of the table") {
  const auto& table = *triage().view->table("coverage-counts");
  std::vector<std::string> numbers;
  for (const auto& figure : coverage_bars(*triage().view))
    for (const auto& label : shapes_of<Figure::Label>(figure))
      if (label.align == Figure::Align::right) numbers.push_back(label.text == "·" ? "0" : label.text);
  std::vector<std::string> expected;
  for (std::size_t row = 0; row < table.rows; ++row)
    for (const char* column : {"evidenced", "claimed", "planned", "related", "unmet", "open", "out"})
      expected.push_back(table.cell(row, static_cast<std::size_t>(table.column(column))).text);
  CHECK(numbers == expected);
}

TEST_CASE("bars of classes have the numbers of the table, in words too") {
  const auto figure = class_bars(*triage().view).front();
  const auto& table = *triage().view->table("class-counts");
  for (std::size_t level = 1; level <= 4; ++level)
    for (std::size_t row = 0; row + 1 < table.rows; ++row)
      CHECK(figure.description.find(table.cell(row, 0).text + " " + table.cell(row, level).text) != std::string::npos);
}

TEST_CASE("arrows show the worst first, with what the register says of each") {
  const auto& table = *triage().view->table("risks");
  const auto cell = [&](std::size_t row, const char* column) {
    auto text = table.cell(row, static_cast<std::size_t>(table.column(column))).text;
    if (const auto at = text.find("\u00A0"); at != text.npos) text.replace(at, 2, " ");
    return text;
  };
  std::size_t shown = 0;
  for (const auto& figure : risk_arrows(*triage().view))
    for (std::size_t row = 0; row < table.rows; ++row) {
      const auto sentence = cell(row, "id") + ": inherent " + cell(row, "inherent") + ", evidenced " +
                            cell(row, "evidenced") + ", claimed " + cell(row, "claimed") + ", planned " +
                            cell(row, "planned") + ".";
      shown += times(figure.description, sentence);
    }
  std::size_t named = 0;
  for (const auto& figure : risk_arrows(*triage().view))
    for (const auto& label : shapes_of<Figure::Label>(figure)) named += label.link.starts_with("#");
  CHECK(shown == named);
  CHECK(shown == 16);
  for (const auto& figure : risk_arrows(*triage().view))
    CHECK(times(figure.description, "Shown are the first 8 of ") == 1);
}

TEST_CASE("no mark of a risk lies to the right of the one before, and the same value stands at the same place") {
  for (const auto& figure : risk_arrows(*triage().view))
    for (const auto& line : shapes_of<Figure::Line>(figure))
      if (line.arrow) CHECK(line.points.back().x <= line.points.front().x);
}

TEST_CASE("profiles name every factor of the method, at the level of the table of factors") {
  const auto cell = [](const char* table, std::size_t row, const char* column) {
    const auto& of = *triage().view->table(table);
    return of.cell(row, static_cast<std::size_t>(of.column(column))).text;
  };
  std::map<std::string, std::string> titles, method_of;
  for (std::size_t row = 0; row < triage().view->table("method-factors")->rows; ++row)
    titles[cell("method-factors", row, "method") + "." + cell("method-factors", row, "factor") + "." +
           cell("method-factors", row, "level")] = cell("method-factors", row, "title");
  for (std::size_t row = 0; row < triage().view->table("risks")->rows; ++row)
    method_of[cell("risks", row, "id")] = cell("risks", row, "method");
  std::string all;
  for (const auto& figure : factor_profile(*triage().view)) all += " " + figure.description + " ";
  std::size_t found = 0, missing = 0;
  for (std::size_t row = 0; row < triage().view->table("factors")->rows; ++row) {
    const auto risk = cell("factors", row, "risk"), factor = cell("factors", row, "factor");
    const auto at = all.find(" " + risk + ": ");
    if (at == all.npos || factor == "intensity") continue;
    const auto name = method_of[risk] + "." + factor + ".";
    const auto before = titles.at(name + cell("factors", row, "inherent"));
    const auto after = titles.at(name + cell("factors", row, "evidenced"));
    const auto said = all.find(" " + (before == after ? after : before + " → " + after), at);
    ++(said < all.find(". ", at) ? found : missing);
  }
  CHECK(missing == 0);
  CHECK(found == 6 * 5 + 6 * 4);  // Six risks of each method, with its factors.
}

TEST_CASE("evidence that lapses first stands on top, lapsed or not as the register says") {
  const auto& table = *triage().view->table("evidence");
  const auto figure = evidence_timeline(*triage().view).front();
  std::string last;
  std::size_t rows = 0;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const auto cell = [&](const char* id) { return table.cell(row, static_cast<std::size_t>(table.column(id))).text; };
    const auto end = cell("last-day");
    rows += times(figure.description,
                  cell("id") + ": " + cell("made") + " – " + (end.empty() ? "…" : end) + ", " + cell("validity") + ".");
  }
  CHECK(rows == std::min<std::size_t>(table.rows, 14));
  for (const auto& label : shapes_of<Figure::Label>(figure))
    if (label.text.size() == 10 && label.text[4] == '-' && !label.bold) {
      CHECK(last <= label.text);
      last = label.text;
    }
  CHECK_FALSE(last.empty());
}

TEST_CASE("treatments stand by their day, overdue or not as the table says") {
  const auto& table = *triage().view->table("treatments");
  const auto figure = treatment_timeline(*triage().view).front();
  std::size_t rows = 0, dated = 0;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const auto cell = [&](const char* id) { return table.cell(row, static_cast<std::size_t>(table.column(id))).text; };
    const auto accepted = cell("accepted-on");
    if (accepted.empty() && cell("due").empty()) continue;
    ++dated;
    const auto day = accepted.empty() ? cell("due") : cell("accepted-until");
    rows += times(figure.description, cell("risk") + ": " + (day.empty() ? "…" : day) + ", " + cell("decision") + ".");
  }
  CHECK(dated > 0);
  CHECK(rows == std::min<std::size_t>(dated, 14));
}

TEST_CASE("a template that asks for a figure gets all of them, with ids and its own caption") {
  TemplateText text;
  text.tree = sample::text("template.yaml", R"(format: assize/template/1
id: t
title: {en: T}
sections:
  - {id: a, title: {en: A}, blocks: [{figure: {of: heat-map, caption: {en: Maps}}}]}
)");
  const auto document = compose(text, view());
  for (const auto& fault : document.diagnostics()) UNSCOPED_INFO(fault.code << " " << fault.message);
  REQUIRE(document);
  const auto figures = blocks_of<Figure>(document.value());
  REQUIRE(figures.size() == 2);
  CHECK(figures[0]->id == "a-heat-map");
  CHECK(figures[1]->id == "a-heat-map-2");
  CHECK(figures[0]->caption == "Maps: TVRA, ETSI TS 102 165-1");
}
