// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/requirement_blocks.h"

#include "engine/dossier/cells.h"
#include "engine/dossier/frame.h"
#include "engine/dossier/read_prose.h"
#include "engine/dossier/view_tables.h"

namespace assize::dossier {
namespace {

Span plain(std::string text) {
  Span span;
  span.text = std::move(text);
  return span;
}

Span linked(const std::string& text, const std::string& anchor) {
  auto span = plain(text);
  span.link = "#" + anchor;
  return span;
}

std::string local_id(const cover::Coverage& coverage) {
  return coverage.requirement ? coverage.requirement->local_id : coverage.control->local_id;
}

Spans links_to(const std::vector<std::string>& ids, const View& view) {
  Spans spans;
  for (const auto& id : ids) {
    if (!spans.empty()) spans.push_back(plain(", "));
    bool is_evidence = false;
    for (const auto& piece : view.project().evidence) is_evidence = is_evidence || piece.id == id;
    spans.push_back(linked(id, (is_evidence ? "evidence:" : "implementation:") + id));
  }
  return spans;
}

std::string why_out(const cover::Coverage& coverage) {
  return coverage.excluded ? coverage.excluded->because : coverage.applies.why;
}

/// "is met by nothing" follows its subject; another sentence stands behind a colon.
std::string with_subject(const std::string& subject, const std::string& says) {
  return subject + (says.starts_with("is ") ? " " : ": ") + says;
}

}  // namespace

RequirementBlocks::RequirementBlocks(const View& view) : view_(view) {
  for (const auto& one : view.assessment().coverage) coverage_.emplace(one.id, &one);
  for (const auto& gap : view.assessment().gaps) gaps_[gap.about].push_back(&gap);
  for (const auto& narrative : view.project().narratives) narratives_.emplace(narrative.requirement, &narrative);
}

const cover::Coverage* RequirementBlocks::coverage(const std::string& id) const {
  const auto found = coverage_.find(view_.project().catalogue.qualified(id));
  return found == coverage_.end() ? nullptr : found->second;
}

void RequirementBlocks::note(const std::string& id, std::string title, std::string detail, std::vector<Block>& blocks) {
  if (noted_.insert(id).second)
    blocks.emplace_back(GapNote{id, std::move(title), with_capital(std::move(detail))});
  else
    blocks.emplace_back(Paragraph{{plain("Missing, as noted before: "), linked(id, id), plain(".")}});
}

void RequirementBlocks::status(const cover::Coverage& coverage, std::vector<Block>& blocks) {
  KeyFacts facts;
  auto state = text_of_met(coverage);
  if (coverage.applies.applies != cover::Truth::yes || coverage.excluded) state += ": " + why_out(coverage);
  if (coverage.applies.from) state += "; applies from " + to_text(*coverage.applies.from);
  facts.facts.push_back({"State", {plain(with_capital(state))}, tone_of_met(coverage)});
  if (coverage.requirement) {
    const auto& requirement = *coverage.requirement;
    if (!requirement.expects.empty()) facts.facts.push_back({"Expected", {plain(requirement.expects)}, Tone::plain});
    if (!requirement.checks.empty())
      facts.facts.push_back({"A reviewer checks", {plain(requirement.checks)}, Tone::quiet});
  } else if (!coverage.control->says.empty()) {
    facts.facts.push_back({"Asked", {plain(coverage.control->says)}, Tone::plain});
  }
  if (const auto ids = met_by(coverage); !ids.empty())
    facts.facts.push_back({"Met by", links_to(ids, view_), Tone::plain});
  if (const auto ids = evidence_for(coverage, view_.project()); !ids.empty())
    facts.facts.push_back({"Shown by", links_to(ids, view_), Tone::plain});
  blocks.emplace_back(std::move(facts));
  if (const auto found = gaps_.find(coverage.id); found != gaps_.end())
    for (const auto* gap : found->second)
      if (!gap->code.starts_with("narrative-"))
        note(gap->id(), with_subject(local_id(coverage), gap->says), gap->to_do, blocks);
}

bool RequirementBlocks::narrative(const cover::Coverage& coverage, const std::string& id, std::vector<Block>& blocks) {
  const auto found = narratives_.find(coverage.id);
  const bool out = coverage.applies.applies != cover::Truth::yes || coverage.excluded;
  if (found == narratives_.end()) {
    if (out) return false;
    note("narrative-missing:" + coverage.id, local_id(coverage) + ": the provider's own words are missing",
         "write them under a heading `# " + local_id(coverage) + "` in narrative/", blocks);
    return false;
  }
  if (const auto why = hollow(*found->second); !why.empty()) {
    note("narrative-hollow:" + coverage.id, local_id(coverage) + ": the provider's text is a placeholder, " + why,
         "write what is so", blocks);
    return false;
  }
  for (auto& block : read_prose(found->second->text, id + "-narrative")) blocks.push_back(std::move(block));
  return true;
}

}  // namespace assize::dossier
