// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/frame.h"

#include <functional>
#include <set>

namespace assize::dossier {
namespace {

std::string upper_case(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void each_block(std::vector<Section>& sections, const std::function<void(Block&)>& take) {
  for (auto& section : sections) {
    for (auto& block : section.blocks) take(block);
    each_block(section.sections, take);
  }
}

class Settler {
 public:
  explicit Settler(Document& document) : document_(document) {}

  void settle() {
    names_of(document_.sections);
    each_block(document_.sections, [&](Block& block) { settle_name(block); });
    each_block(document_.sections, [&](Block& block) { settle_anchors(block); });
    each_block(document_.sections, [&](Block& block) { settle_block(block); });
    for (auto& one : document_.cover.facts) settle_spans(one.value);
  }

 private:
  void names_of(const std::vector<Section>& sections) {
    for (const auto& section : sections) {
      names_.insert(section.id);
      names_of(section.sections);
    }
  }

  void settle_name(Block& block) {
    if (const auto* note = std::get_if<GapNote>(&block)) names_.insert(note->id);
    if (const auto* table = std::get_if<Table>(&block)) names_.insert(table->id);
    if (const auto* figure = std::get_if<Figure>(&block)) names_.insert(figure->id);
  }

  void settle_anchors(Block& block) {
    if (auto* table = std::get_if<Table>(&block))
      for (auto& row : table->rows)
        for (auto& cell : row)
          if (!cell.anchor.empty() && !names_.insert(cell.anchor).second) cell.anchor.clear();
  }

  bool leads_nowhere(const std::string& link) const {
    return link.starts_with('#') && !names_.contains(link.substr(1));
  }

  void settle_spans(Spans& spans) {
    for (auto& span : spans)
      if (leads_nowhere(span.link)) span.link.clear();
  }

  void settle_block(Block& block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) settle_spans(paragraph->spans);
    if (auto* list = std::get_if<List>(&block))
      for (auto& item : list->items) settle_spans(item.spans);
    if (auto* facts = std::get_if<KeyFacts>(&block))
      for (auto& one : facts->facts) settle_spans(one.value);
    if (auto* table = std::get_if<Table>(&block))
      for (auto& row : table->rows)
        for (auto& cell : row)
          if (leads_nowhere(cell.link) || (!cell.anchor.empty() && cell.link == "#" + cell.anchor)) cell.link.clear();
    if (auto* figure = std::get_if<Figure>(&block))
      for (auto& shape : figure->shapes)
        if (auto* label = std::get_if<Figure::Label>(&shape); label && leads_nowhere(label->link)) label->link.clear();
  }

  Document& document_;
  std::set<std::string> names_;
};

}  // namespace

KeyFacts::Fact fact(std::string term, const std::string& value) {
  Span span;
  span.text = value.empty() ? "not stated" : value;
  span.italic = value.empty();
  return {std::move(term), {std::move(span)}, value.empty() ? Tone::quiet : Tone::plain};
}

Document frame(const View& view, const std::string& kind, std::string title, std::string subtitle) {
  const auto& values = view.values();
  const auto& settings = view.project().settings;
  Document document;
  document.id =
      upper_case((settings.document_id.empty() ? view.project().system.id : settings.document_id) + "-" + kind);
  document.title = std::move(title);
  document.subtitle = std::move(subtitle);
  document.version = values.at("system.version");
  document.date = values.at("as-of");
  document.classification = settings.classification;
  document.author = values.at("provider.name");
  auto& cover = document.cover.facts;
  cover.push_back(fact("System", values.at("system.name")));
  cover.push_back(fact("Version", values.at("system.version")));
  cover.push_back(fact("Provider", values.at("provider.name")));
  cover.push_back(fact("Life-cycle stage", values.at("system.stage")));
  if (!view.assessment().system_class.regimes.empty())
    cover.push_back(fact("Classification", values.at("classification")));
  cover.push_back(fact("State of evidence on", values.at("as-of")));
  cover.push_back(fact("Document", document.id));
  return document;
}

void settle_links(Document& document) { Settler(document).settle(); }

}  // namespace assize::dossier
