// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/catalogue/catalogue.h"
#include "engine/catalogue/read_entries.h"
#include "engine/catalogue/read_method.h"
#include "engine/catalogue/read_regime.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/read_tree.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::did_you_mean;
using input::Severity;
using input::Tree;

void append(Diagnostics& found, Diagnostics more) {
  found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Total> read_totals(const Tree& tree) {
  std::vector<Total> totals;
  for (const auto* item : input::items_at(tree, "totals")) {
    Total total{.of = input::text_at(*item, "of"),
                .where = {},
                .count = 0,
                .source = input::text_at(*item, "source"),
                .place = item->place};
    if (const auto* count = item->find("count"))
      total.count = static_cast<std::size_t>(std::max<std::int64_t>(0, count->integer));
    if (const auto* where = item->find("where"))
      for (const auto& member : where->members)
        total.where.emplace_back(member.key, input::texts_at(*where, member.key));
    totals.push_back(std::move(total));
  }
  return totals;
}

Pack pack_of(const Tree& tree) {
  Pack pack{.id = input::text_at(tree, "id"),
            .title = input::text_at(tree, "title"),
            .version = input::text_at(tree, "version"),
            .licence = input::text_at(tree, "licence"),
            .prefix = input::text_at(tree, "prefix"),
            .sources = {},
            .verification = {},
            .verification_note = {},
            .files = input::texts_at(tree, "files"),
            .totals = read_totals(tree),
            .title_limit = 0,
            .digest = {},
            .place = tree.place};
  for (const auto* item : input::items_at(tree, "sources"))
    pack.sources.push_back({input::text_at(*item, "id"), input::text_at(*item, "title"),
                            input::text_at(*item, "edition"), input::text_at(*item, "licence"),
                            input::text_at(*item, "url"), input::text_at(*item, "verification")});
  if (const auto* verification = tree.find("verification")) {
    pack.verification = input::text_at(*verification, "state");
    pack.verification_note = input::text_at(*verification, "note");
  }
  if (const auto* text = tree.find("protected"))
    if (const auto* title = text->find("title"))
      pack.title_limit = static_cast<std::size_t>(std::max<std::int64_t>(0, title->integer));
  return pack;
}

class Reader {
 public:
  CatalogueRead read(const std::vector<PackText>& packs) {
    for (const auto& text : packs) read_one(text);
    catalogue_.overrulings = overrule(files_, is_whole_, found_);
    for (const auto& file : files_) read_file(file.tree, *catalogue_.pack(file.pack));
    files_.clear();
    settle();
    return {std::move(catalogue_), std::move(found_), is_whole_};
  }

 private:
  void read_one(const PackText& text) {
    auto pack = read_pack(text.pack);
    append(found_, pack.diagnostics());
    if (!pack) {
      is_whole_ = false;
      return;
    }
    auto read = std::move(pack).value();
    for (const auto& known : catalogue_.packs)
      if (known.id == read.id) {
        error("duplicate-id", "pack `" + read.id + "` is there twice", read.place,
              "the first is at " + to_text(known.place));
        return;  // Or each of its entries would be a fault as well.
      }
    for (const auto& file : text.files) {
      auto tree = input::read_tree(file);
      append(found_, tree.diagnostics());
      if (!tree) {
        is_whole_ = false;
        continue;
      }
      append(found_, input::schema("catalogue").check(tree.value()));
      files_.push_back({read.id, read.prefix, std::move(tree).value()});
    }
    catalogue_.packs.push_back(std::move(read));
  }

  void read_file(const Tree& tree, const Pack& pack) {
    auto& vocabulary = catalogue_.vocabulary;
    for (const auto* item : input::items_at(tree, "kinds")) vocabulary.kinds.push_back(read_kind(*item));
    for (const auto* item : input::items_at(tree, "objectives")) vocabulary.objectives.push_back(read_objective(*item));
    for (const auto* item : input::items_at(tree, "stages")) vocabulary.stages.push_back(read_stage(*item));
    for (const auto* item : input::items_at(tree, "traits")) vocabulary.traits.push_back(read_trait(*item));
    for (const auto* item : input::items_at(tree, "facts")) read_fact(*item, vocabulary.facts, found_);
    for (const auto* item : input::items_at(tree, "threats")) add(catalogue_.threats, read_threat(*item), pack);
    for (const auto* item : input::items_at(tree, "controls"))
      add(catalogue_.controls, read_control(*item, pack.prefix), pack);
    for (const auto* item : input::items_at(tree, "requirements"))
      add(catalogue_.requirements, read_requirement(*item, pack.prefix), pack);
    for (const auto* item : input::items_at(tree, "mappings")) catalogue_.mappings.push_back(read_mapping(*item));
    for (const auto* item : input::items_at(tree, "methods")) add(catalogue_.methods, read_method(*item), pack);
    for (const auto* item : input::items_at(tree, "attributes"))
      add(catalogue_.attributes, read_attribute(*item), pack);
    for (const auto* item : input::items_at(tree, "standards")) add(catalogue_.standards, read_standard(*item), pack);
    for (const auto* item : input::items_at(tree, "schemes")) add(catalogue_.schemes, read_scheme(*item), pack);
    for (const auto* item : input::items_at(tree, "external"))
      for (auto& external : read_externals(*item)) add(catalogue_.externals, std::move(external), pack);
    for (const auto* item : input::items_at(tree, "aliases")) catalogue_.aliases.push_back(read_alias(*item));
    for (const auto* item : input::items_at(tree, "views")) add(catalogue_.views, read_view(*item), pack);
    read_regime_file(tree, pack, catalogue_, found_);
  }

  template <class Entry>
  void add(std::vector<Entry>& entries, Entry entry, const Pack& pack) {
    entry.pack = pack.id;
    entries.push_back(std::move(entry));
  }

  template <class Entry>
  static std::string key_of(const Entry& entry) {
    return entry.id;
  }
  static std::string key_of(const External& entry) { return entry.token(); }

  template <class Entry>
  void index(const std::vector<Entry>& entries, const char* what, std::map<std::string, std::size_t>& by_id) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].id.empty()) continue;
      const auto key = key_of(entries[i]);
      const auto [at, fresh] = by_id.emplace(key, i);
      if (!fresh)
        error("duplicate-id", std::string(what) + " `" + key + "` is defined twice", entries[i].place,
              "the first is at " + to_text(entries[at->second].place));
    }
  }

  void settle() {
    auto& c = catalogue_;
    append(found_, c.vocabulary.settle());
    index(c.threats, "threat", c.threat_index);
    index(c.controls, "control", c.control_index);
    index(c.requirements, "requirement", c.requirement_index);
    index(c.methods, "method", c.method_index);
    index(c.attributes, "attribute", c.attribute_index);
    index(c.standards, "standard", c.standard_index);
    index(c.schemes, "scheme", c.scheme_index);
    index(c.externals, "entry", c.external_index);
    index(c.views, "view", c.view_index);
    for (const auto& requirement : c.requirements) c.qualified_by_local[requirement.local_id].push_back(requirement.id);
    for (const auto& control : c.controls)
      if (control.local_id != control.id) c.qualified_by_local[control.local_id].push_back(control.id);
    for (const auto& method : c.methods) check_sound(method);
    for (auto& threat : c.threats) settle_threat(threat);
    for (const auto& control : c.controls) settle_control(control);
    for (auto& requirement : c.requirements) settle_requirement(requirement);
    settle_mappings();
    settle_references();
    settle_regimes(c, found_);
  }

  void check_sound(const Method& method) {
    if (method.factors.empty() || method.bands.empty() || method.classes.empty() || method.intensities.empty()) return;
    append(found_, check_method(method));
  }

  void settle_threat(Threat& threat) {
    auto& vocabulary = catalogue_.vocabulary;
    for (const auto& kind : threat.touches) {
      const int known = vocabulary.kind(kind);
      if (known < 0)
        error("unknown-kind", "threat `" + threat.id + "` touches `" + kind + "`, which is no kind", threat.place,
              did_you_mean(kind, vocabulary.kind_ids()));
      else
        threat.touched_kinds.push_back(known);
    }
    vocabulary.resolve(threat.when, Vocabulary::Where::threat, found_);
    for (auto& adjustment : threat.adjust) vocabulary.resolve(adjustment.when, Vocabulary::Where::threat, found_);
    for (const auto& objective : threat.hits)
      if (!vocabulary.objective(objective))
        error("unknown-objective", "threat `" + threat.id + "` hits `" + objective + "`, which is no objective",
              threat.place, did_you_mean(objective, vocabulary.objective_ids()));
    for (const auto& stage : threat.stages)
      if (!vocabulary.stage(stage))
        error("unknown-stage", "threat `" + threat.id + "` acts in `" + stage + "`, which is no stage", threat.place,
              did_you_mean(stage, vocabulary.stage_ids()));
    for (const auto& method : catalogue_.methods)
      if (method.scheme == threat.scheme) check_rating(threat, method);
  }

  /// Every method of the scheme must be able to rate the threat, so that a project may choose among them.
  void check_rating(const Threat& threat, const Method& method) {
    for (const auto& factor : method.factors)
      if (!threat.rating.contains(factor.id))
        error("missing-factor",
              "threat `" + threat.id + "` has no level for factor `" + factor.id + "` of method `" + method.id + "`",
              threat.place, "");
    if (!threat.rating.contains("intensity"))
      error("missing-factor", "threat `" + threat.id + "` has no intensity", threat.place, "");
    for (const auto& [factor, level] : threat.rating)
      check_level(method, factor, level.level, level.place, "threat `" + threat.id + "`");
    for (const auto& adjustment : threat.adjust)
      for (const auto& [factor, level] : adjustment.set)
        check_level(method, factor, level, adjustment.place, "an adjustment of threat `" + threat.id + "`");
  }

  void check_level(const Method& method, const std::string& factor, const std::string& level, const input::Place& place,
                   const std::string& who) {
    if (factor != "intensity" && method.factor(factor) < 0) {
      error("unknown-factor", who + " rates `" + factor + "`, which is no factor of method `" + method.id + "`", place,
            did_you_mean(factor, method.factor_ids()));
      return;
    }
    const auto levels = method.level_ids(factor);
    if (std::find(levels.begin(), levels.end(), level) == levels.end())
      error("unknown-level",
            who + " puts `" + factor + "` at `" + level + "`, which is no level of it in method `" + method.id + "`",
            place, did_you_mean(level, levels));
  }

  void settle_control(const Control& control) {
    for (const auto& effect : control.treats) {
      const auto* threat = catalogue_.threat(effect.threat);
      if (!threat) {
        error("unknown-threat", "control `" + control.id + "` treats `" + effect.threat + "`, which is no threat",
              effect.place, "name only threats of packs that are loaded together");
        continue;
      }
      for (const auto& method : catalogue_.methods) {
        if (method.scheme != threat->scheme) continue;
        for (const auto& [factor, level] : effect.floor)
          check_level(method, factor, level, effect.place, "control `" + control.id + "`");
        if (!effect.intensity_cap.empty())
          check_level(method, "intensity", effect.intensity_cap, effect.place, "control `" + control.id + "`");
      }
    }
    check_relations(control);
    for (const auto& [name, values] : control.attributes) check_attribute(control, name, values);
    for (const auto& brought : control.brings)
      if (catalogue_.vocabulary.kind(brought.kind) < 0)
        error("unknown-kind", "control `" + control.id + "` brings a `" + brought.kind + "`, which is no kind",
              brought.place, did_you_mean(brought.kind, catalogue_.vocabulary.kind_ids()));
  }

  void check_relations(const Control& control) {
    std::set<std::tuple<std::string, std::string, std::string>> claims;
    for (const auto& claim : control.relations)
      if (!claims.emplace(claim.to, claim.relation, claim.source).second)
        error("duplicate-id",
              "`" + control.id + "` is related to `" + claim.to + "` twice, with the same relation and source",
              claim.place, "");
  }

  void check_attribute(const Control& control, const std::string& name, const std::vector<std::string>& values) {
    const auto* attribute = catalogue_.attribute(name);
    if (!attribute) {
      std::vector<std::string> known;
      for (const auto& one : catalogue_.attributes) known.push_back(one.id);
      error("unknown-attribute", "control `" + control.id + "` has `" + name + "`, which is no attribute",
            control.place, did_you_mean(name, known));
      return;
    }
    for (const auto& value : values)
      if (std::find(attribute->values.begin(), attribute->values.end(), value) == attribute->values.end())
        error("unknown-attribute-value",
              "attribute `" + name + "` of control `" + control.id + "` is `" + value + "`, which it can never be",
              control.place, did_you_mean(value, attribute->values));
  }

  void settle_references() {
    std::vector<std::string> known;
    for (const auto& scheme : catalogue_.schemes) known.push_back(scheme.id);
    const auto must_be_scheme = [&](const std::string& id, const std::string& who, const input::Place& place) {
      if (!catalogue_.scheme(id))
        error("unknown-scheme", who + " is of `" + id + "`, which is no scheme of references", place,
              did_you_mean(id, known));
    };
    std::set<std::string> complained;
    for (const auto& external : catalogue_.externals)
      if (!catalogue_.scheme(external.scheme) && complained.insert(external.scheme).second)
        must_be_scheme(external.scheme, "entry `" + external.id + "`", external.place);
    for (const auto& alias : catalogue_.aliases)
      must_be_scheme(alias.scheme, "the alias `" + alias.old_id + "`", alias.place);
    for (const auto& view : catalogue_.views)
      for (const auto& scheme : view.schemes) must_be_scheme(scheme, "view `" + view.id + "`", view.place);
  }

  void settle_requirement(Requirement& requirement) {
    if (!requirement.parent.empty() && !catalogue_.requirement(requirement.parent))
      error("unknown-requirement",
            "requirement `" + requirement.id + "` lies below `" + requirement.parent + "`, which is none",
            requirement.place, "");
    if (requirement.when) catalogue_.vocabulary.resolve(*requirement.when, Vocabulary::Where::threat, found_);
  }

  void settle_mappings() {
    std::set<std::tuple<std::string, std::string, Relates, std::string>> rows;
    for (const auto& mapping : catalogue_.mappings) {
      for (const auto* end : {&mapping.from, &mapping.to})
        if (!catalogue_.control(*end) && !catalogue_.requirement(*end))
          error("unknown-control", "a mapping names `" + *end + "`, which is neither a control nor a requirement",
                mapping.place, "");
      if (!rows.emplace(mapping.from, mapping.to, mapping.relation, mapping.source).second)
        error("duplicate-id",
              "`" + mapping.from + "` is mapped to `" + mapping.to + "` twice, with the same relation and source",
              mapping.place, "");
    }
  }

  void error(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, code, std::move(message), place, std::move(help)});
  }

  Catalogue catalogue_;
  Diagnostics found_;
  bool is_whole_ = true;
  std::vector<PackFile> files_;  ///< Parsed, until what they overrule is settled.
};

template <class Entry>
const Entry* find(const std::vector<Entry>& entries, const std::map<std::string, std::size_t>& index,
                  const std::string& id) {
  const auto at = index.find(id);
  return at == index.end() ? nullptr : &entries[at->second];
}

}  // namespace

const Pack* Catalogue::pack(const std::string& id) const {
  const auto at = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.id == id; });
  return at == packs.end() ? nullptr : &*at;
}
std::vector<const Overruling*> Catalogue::overrulings_of(std::string_view what, std::string_view id) const {
  std::vector<const Overruling*> all;
  for (const auto& one : overrulings)
    if (one.what == what && one.id == id) all.push_back(&one);
  return all;
}
const Threat* Catalogue::threat(const std::string& id) const { return find(threats, threat_index, id); }
const Control* Catalogue::control(const std::string& id) const { return find(controls, control_index, id); }
const Requirement* Catalogue::requirement(const std::string& id) const {
  return find(requirements, requirement_index, id);
}
const Method* Catalogue::method(const std::string& id) const { return find(methods, method_index, id); }
const Attribute* Catalogue::attribute(const std::string& id) const { return find(attributes, attribute_index, id); }
const Standard* Catalogue::standard(const std::string& id) const { return find(standards, standard_index, id); }
const ReferenceScheme* Catalogue::scheme(const std::string& id) const { return find(schemes, scheme_index, id); }
const External* Catalogue::external(const std::string& token) const { return find(externals, external_index, token); }
const View* Catalogue::view(const std::string& id) const { return find(views, view_index, id); }
const Question* Catalogue::question(const std::string& id) const { return find(questions, question_index, id); }
std::vector<std::string> Catalogue::question_ids() const {
  std::vector<std::string> ids;
  for (const auto& one : questions) ids.push_back(one.id);
  return ids;
}
std::string Catalogue::qualified(const std::string& id) const {
  if (control(id) || requirement(id)) return id;
  const auto at = qualified_by_local.find(id);
  return at != qualified_by_local.end() && at->second.size() == 1 ? at->second.front() : id;
}

input::Result<Pack> read_pack(const input::Source& source) {
  auto tree = input::read_tree(source);
  if (!tree) return tree.diagnostics();
  auto found = tree.diagnostics();
  append(found, input::schema("pack").check(tree.value()));
  auto pack = pack_of(tree.value());
  for (const auto& file : pack.files)
    if (file.find("..") != std::string::npos || file.find('\\') != std::string::npos || file.starts_with('/'))
      found.push_back({Severity::error, "path-outside",
                       "file `" + file + "` of pack `" + pack.id + "` leaves its folder", tree.value().place, ""});
  if (input::has_errors(found)) return found;
  return {std::move(pack), std::move(found)};
}

CatalogueRead read_catalogue(const std::vector<PackText>& packs) { return Reader().read(packs); }

}  // namespace assize::catalogue
