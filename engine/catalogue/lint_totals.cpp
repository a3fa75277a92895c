// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>

#include "engine/catalogue/lint_rules.h"
#include "engine/catalogue/pack_counts.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;

/// What an entry can be chosen by: key -> its values. A key that is not there is none of such an entry.
using Traits = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Keys of which the beginning is compared.
bool is_beginning(std::string_view key) { return key == "begins" || key == "from" || key == "to"; }

/// `iso42001:A.2` as the pack has it: `A.2`.
std::string local(const std::string& id, const Pack& pack) {
  const auto prefix = pack.prefix + ":";
  return !pack.prefix.empty() && id.starts_with(prefix) ? id.substr(prefix.size()) : id;
}

std::string text_of(Scheme scheme) { return scheme == Scheme::attack ? "attack" : "hazard"; }

Traits traits_of(const Threat& one, const Pack&) {
  return {{"begins", {one.id}},
          {"family", {one.family}},
          {"nature", {one.nature}},
          {"scheme", {text_of(one.scheme)}},
          {"basis", {one.basis}}};
}
Traits traits_of(const Control& one, const Pack& pack) {
  Traits traits{
      {"begins", {one.local_id}}, {"theme", {one.theme}}, {"parent", {local(one.parent, pack)}}, {"attribute", {}}};
  for (const auto& [name, values] : one.attributes)
    for (const auto& value : values) traits["attribute"].push_back(name + ": " + value);
  return traits;
}
Traits traits_of(const Requirement& one, const Pack& pack) {
  return {{"begins", {one.local_id}},
          {"kind", {one.kind}},
          {"norm", {one.norm}},
          {"phase", {one.phase}},
          {"parent", {local(one.parent, pack)}}};
}
Traits traits_of(const Mapping& one, const Pack&) {
  return {{"from", {one.from}},
          {"to", {one.to}},
          {"relation", {std::string(name_of(one.relation))}},
          {"basis", {one.basis}}};
}
Traits traits_of(const Control::Effect& one, const Pack&) { return {{"to", {one.threat}}, {"basis", {one.basis}}}; }
Traits traits_of(const Method& one, const Pack&) { return {{"begins", {one.id}}, {"scheme", {text_of(one.scheme)}}}; }
Traits traits_of(const Standard& one, const Pack&) { return {{"begins", {one.id}}, {"kind", {one.kind}}}; }
Traits traits_of(const ReferenceScheme& one, const Pack&) { return {{"begins", {one.id}}, {"kind", one.kinds}}; }
Traits traits_of(const External& one, const Pack&) {
  return {{"begins", {one.id}}, {"scheme", {one.scheme}}, {"parent", {one.parent}}, {"kind", {one.kind}}};
}
Traits traits_of(const Alias& one, const Pack&) { return {{"begins", {one.old_id}}, {"scheme", {one.scheme}}}; }
template <class Entry>
Traits traits_of(const Entry& one, const Pack&) {
  return {{"begins", {one.id}}};
}

bool fits(const Traits& traits, const std::string& key, const std::vector<std::string>& wanted) {
  const auto at = traits.find(key);
  if (at == traits.end()) return false;
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
    return std::any_of(at->second.begin(), at->second.end(), [&](const std::string& value) {
      return is_beginning(key) ? value.starts_with(one) : value == one;
    });
  });
}

class Counter {
 public:
  Counter(const Catalogue& catalogue, const Pack& pack, const Total& total)
      : catalogue_(catalogue), pack_(pack), total_(total) {}

  std::size_t count() {
    const auto& c = catalogue_;
    const auto& of = total_.of;
    if (of == "threats") return in(c.threats);
    if (of == "controls") return in(c.controls);
    if (of == "effects") {
      std::size_t sum = 0;
      for (const auto& control : c.controls) sum += in(control.treats);
      return sum;
    }
    if (of == "requirements") return in(c.requirements);
    if (of == "mappings") return in(c.mappings);
    if (of == "methods") return in(c.methods);
    if (of == "standards") return in(c.standards);
    if (of == "schemes") return in(c.schemes);
    if (of == "external") return in(c.externals);
    if (of == "aliases") return in(c.aliases);
    if (of == "views") return in(c.views);
    if (of == "attributes") return in(c.attributes);
    if (of == "regimes") return in(c.regimes);
    if (of == "questions") return in(c.questions);
    if (of == "kinds") return in(c.vocabulary.kinds);
    if (of == "objectives") return in(c.vocabulary.objectives);
    if (of == "stages") return in(c.vocabulary.stages);
    if (of == "traits") return in(c.vocabulary.traits);
    std::size_t facts = 0;
    for (const auto& fact : c.vocabulary.facts)  // One for each id, however many subjects it has.
      for (const auto* definition : {&fact.of_system, &fact.of_element, &fact.of_flow})
        if (*definition && is_of((*definition)->place, pack_) && fits_all(traits_of(fact, pack_))) {
          ++facts;
          break;
        }
    return facts;
  }

  /// A key that none of what is counted has.
  const std::string& strange_key() const { return strange_; }

 private:
  template <class Entry>
  std::size_t in(const std::vector<Entry>& entries) {
    return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      return is_of(entry.place, pack_) && fits_all(traits_of(entry, pack_));
    }));
  }
  bool fits_all(const Traits& traits) {
    return std::all_of(total_.where.begin(), total_.where.end(), [&](const auto& one) {
      if (!traits.contains(one.first)) strange_ = one.first;
      return fits(traits, one.first, one.second);
    });
  }

  const Catalogue& catalogue_;
  const Pack& pack_;
  const Total& total_;
  std::string strange_;
};

std::string words_of(const Total& total) {
  auto text = total.of;
  for (const auto& [key, values] : total.where) {
    std::string list;
    for (const auto& value : values) list += (list.empty() ? "" : " or ") + ("`" + value + "`");
    text += ", " + key + " " + list;
  }
  return text;
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> counts_of(const Catalogue& catalogue, const Pack& pack) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const auto* of : {"kinds", "objectives", "stages", "traits", "facts", "threats", "controls", "effects",
                         "requirements", "mappings", "methods", "attributes", "standards", "schemes", "external",
                         "aliases", "views", "regimes", "questions"}) {
    const Total total{.of = of, .where = {}, .count = 0, .source = {}, .place = {}};
    counts.emplace_back(of, Counter(catalogue, pack, total).count());
  }
  return counts;
}

void lint_totals(const Catalogue& catalogue, Diagnostics& found) {
  for (const auto& pack : catalogue.packs) {
    // A pack that is overruled is another than its source: its numbers are judged where it is linted for itself.
    if (std::any_of(catalogue.overrulings.begin(), catalogue.overrulings.end(),
                    [&](const auto& one) { return one.of == pack.id; }))
      continue;
    for (const auto& total : pack.totals) {
      Counter counter(catalogue, pack, total);
      const auto count = counter.count();
      if (!counter.strange_key().empty())
        found.push_back({Severity::error, "wrong-total",
                         total.of + " have no `" + counter.strange_key() + "` that could be counted by", total.place,
                         "leave it out of `where:`"});
      else if (count != total.count)
        found.push_back({Severity::error, "wrong-total",
                         "pack `" + pack.id + "` has " + std::to_string(count) + " " + words_of(total) + ", but " +
                             std::to_string(total.count) + " by " + total.source,
                         total.place, "look for what is missing or there twice"});
    }
  }
}

}  // namespace assize::catalogue
