// SPDX-License-Identifier: Apache-2.0
#include "tests/dossier/sample.h"

#include "engine/dossier/figures.h"
#include "engine/dossier/lane_layout.h"

using namespace sample;

TEST_CASE("the register has a row per risk, worst first, and can be linked to") {
  const auto reader = GENERATE(RegisterFor::paper, RegisterFor::terminal, RegisterFor::spreadsheet);
  const auto document = register_document(view(), reader);
  const auto* risks = sample::table_of(document, "risks");
  REQUIRE(risks);
  const auto& rows = assessed().assessment.risk_register.rows;
  REQUIRE(risks->rows.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (risks->rows[i][0].text != rows[i].risk->id || risks->rows[i][0].anchor != rows[i].risk->id)
      FAIL(rows[i].risk->id);
    if (risks->rows[i].size() != risks->columns.size()) FAIL("row " << i);
  }
  REQUIRE(sample::table_of(document, "legend"));
  CHECK(document.id == "TICKET-DESK-RISK-REGISTER");
  CHECK(document.date == "2026-11-20");
}

TEST_CASE("the list of gaps has a row per gap, blocking first") {
  const auto document = gaps_document(view());
  const auto* gaps = sample::table_of(document, "gaps");
  REQUIRE(gaps);
  CHECK(gaps->rows.size() == assessed().assessment.gaps.size());
  CHECK(gaps->rows.front()[1].text == "blocking");
  CHECK(gaps->rows.back()[1].text != "blocking");
}

TEST_CASE("a statement of applicability has one line per control of its pack, each with a reason") {
  const auto document = soa_document(view(), "iso27001");
  const auto* controls = sample::table_of(document, "controls");
  REQUIRE(controls);
  CHECK(controls->rows.size() == 93);
  for (const auto& row : controls->rows) CHECK_FALSE(row[3].text.empty());
}

TEST_CASE("a statement of a pack without controls says so") {
  const auto document = soa_document(view(), "no-such-pack");
  CHECK(sample::table_of(document, "controls")->rows.empty());
}

/// A graph made of numbers: enough to meet circles, long edges and groups inside groups.
static LaneGraph graph_of(unsigned seed, std::size_t nodes, std::size_t edges, int groups) {
  LaneGraph graph;
  const auto next = [&](std::size_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
  };
  for (int i = 0; i < groups; ++i)
    graph.groups.push_back({i > 0 && next(3) == 0 ? static_cast<int>(next(static_cast<std::size_t>(i))) : -1});
  for (std::size_t i = 0; i < nodes; ++i)
    graph.nodes.push_back({static_cast<int>(next(static_cast<std::size_t>(groups) + 1)) - 1});
  while (graph.edges.size() < edges) {
    const LaneGraph::Edge edge{next(nodes), next(nodes)};
    if (edge.from != edge.to) graph.edges.push_back(edge);
  }
  return graph;
}

TEST_CASE("no box lies on another, each stands in its groups, and no line crosses a box") {
  const auto seed = GENERATE(range(1u, 40u));
  const int most = GENERATE(100, 4);
  const auto graph = graph_of(seed, 4 + seed, 6 + 2 * seed, static_cast<int>(seed % 6));
  CAPTURE(seed, most);
  LaneStyle style;
  style.most_columns = most;
  const auto layout = lay_out(graph, style);
  CHECK(layout.columns <= most);
  const auto& boxes = layout.nodes;
  bool apart = true, grouped = true, clear = true;
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b)
      apart = apart && (boxes[a].x + boxes[a].width <= boxes[b].x || boxes[b].x + boxes[b].width <= boxes[a].x ||
                        boxes[a].y + boxes[a].height <= boxes[b].y || boxes[b].y + boxes[b].height <= boxes[a].y);
    for (int group = 0; group < static_cast<int>(graph.groups.size()); ++group) {
      bool belongs = false;
      for (int in = graph.nodes[a].group; in >= 0; in = graph.groups[static_cast<std::size_t>(in)].parent)
        belongs = belongs || in == group;
      const auto& frame = layout.groups[static_cast<std::size_t>(group)];
      const bool inside =
          boxes[a].y >= frame.y && boxes[a].y + boxes[a].height <= frame.y + frame.height && frame.width > 0;
      grouped = grouped && inside == belongs;
    }
  }
  for (const auto& line : layout.lines)
    for (std::size_t i = 1; i < line.size(); ++i)
      for (const auto& box : boxes) {
        const auto [left, right] = std::minmax(line[i - 1].x, line[i].x);
        const auto [top, bottom] = std::minmax(line[i - 1].y, line[i].y);
        const bool apart_from = right <= box.x + 0.01 || left >= box.x + box.width - 0.01 || bottom <= box.y + 0.01 ||
                                top >= box.y + box.height - 0.01;
        clear = clear && apart_from;
      }
  CHECK(apart);
  CHECK(grouped);
  CHECK(clear);
}
