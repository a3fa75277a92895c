// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/entry_sheet.h"

#include <algorithm>
#include <array>

#include "engine/catalogue/pack_counts.h"
#include "engine/catalogue/view_groups.h"
#include "engine/dossier/cells.h"
#include "engine/dossier/condition_words.h"

namespace assize::dossier {
namespace {

using catalogue::Catalogue;
using catalogue::Condition;
using catalogue::Word;

std::string quoted(const std::string& text) { return "`" + text + "`"; }

class Sheet {
 public:
  explicit Sheet(const Catalogue& catalogue) : c_(catalogue) {}

  SheetLine of(const EntryName& name) {
    if (name.what == "pack") pack(*c_.pack(name.id));
    if (name.what == "threat") threat(*c_.threat(name.id));
    if (name.what == "control") control(*c_.control(name.id));
    if (name.what == "requirement") requirement(*c_.requirement(name.id));
    if (name.what == "method") method(*c_.method(name.id));
    if (name.what == "standard") standard(*c_.standard(name.id));
    if (name.what == "scheme") scheme(*c_.scheme(name.id));
    if (name.what == "entry") external(*c_.external(name.id));
    if (name.what == "view") view(*c_.view(name.id));
    if (name.what == "question") question(*c_.question(name.id));
    for (const auto& one : c_.regimes)
      if (name.what == "regime" && one.id == name.id) regime(one);
    if (name.what == "attribute") attribute(*c_.attribute(name.id));
    if (name.what == "kind") kind(c_.vocabulary.kinds[static_cast<std::size_t>(c_.vocabulary.kind(name.id))]);
    if (name.what == "trait") trait(*c_.vocabulary.trait(name.id));
    if (name.what == "fact") fact(c_.vocabulary.facts[static_cast<std::size_t>(c_.vocabulary.fact(name.id))]);
    if (name.what == "objective") objective(*c_.vocabulary.objective(name.id));
    if (name.what == "stage") stage(*c_.vocabulary.stage(name.id));
    return std::move(sheet_);
  }

 private:
  using Lines = std::vector<SheetLine>;

  void head(const char* what, const std::string& id, const std::string& title, const input::Place& place) {
    sheet_.label = std::string(what) + " " + id;
    sheet_.text = title;
    sheet_.place = to_text(place);
  }
  /// A line, unless there is nothing to say.
  void say(const char* label, const std::string& text) {
    if (!text.empty()) sheet_.below.push_back({label, text, {}, {}});
  }
  void say(const char* label, const std::vector<std::string>& items) { say(label, join(items)); }
  /// A heading with lines below it, unless there are none; their number stands beside it.
  void list(const char* label, Lines lines) {
    if (!lines.empty()) sheet_.below.push_back({label, std::to_string(lines.size()), {}, std::move(lines)});
  }

  void from_pack(const std::string& id) {
    const auto* pack = c_.pack(id);
    if (!pack) return;
    Lines sources;
    for (const auto& source : pack->sources)
      sources.push_back({source.id,
                         source.title + (source.edition.empty() ? "" : ", " + source.edition) +
                             (source.verification.empty() ? "" : "; " + source.verification),
                         {},
                         {}});
    sheet_.below.push_back({"pack",
                            pack->id + " " + pack->version + ", " + pack->licence + ", " + pack->verification +
                                (pack->verification_note.empty() ? "" : ": " + pack->verification_note),
                            to_text(pack->place), std::move(sources)});
  }

  void overruled(const char* what, const std::string& id) {
    for (const auto* one : c_.overrulings_of(what, id)) sheet_.below.push_back(line_of(*one));
  }
  static SheetLine line_of(const catalogue::Overruling& one) {
    Lines changes;
    for (const auto& change : one.changes)
      changes.push_back({change.key,
                         (change.before.empty() ? "nothing" : change.before) + " → " +
                             (change.after.empty() ? "nothing" : change.after),
                         to_text(change.place),
                         {{"was at", to_text(change.before_place), {}, {}}}});
    return {"overruled", "by pack " + quoted(one.pack) + ": " + one.because, to_text(one.place), std::move(changes)};
  }

  void references(const std::vector<std::string>& all) {
    Lines lines;
    for (const auto& text : with_titles(c_, all)) lines.push_back({"", text, {}, {}});
    list("references", std::move(lines));
  }

  void mappings(const std::string& id) {
    Lines from, to;
    for (const auto& mapping : c_.mappings) {
      if (mapping.from != id && mapping.to != id) continue;
      const bool is_from = mapping.from == id;
      const auto& other = is_from ? mapping.to : mapping.from;
      auto text = std::string(name_of(mapping.relation)) + " " + other + " " + title_of(other) + " (" + mapping.basis +
                  (mapping.source.empty() ? "" : ", " + mapping.source) +
                  (mapping.strength.empty() ? "" : ", strength " + mapping.strength) + ")" +
                  (mapping.because.empty() ? "" : ": " + mapping.because);
      (is_from ? to : from).push_back({"", std::move(text), to_text(mapping.place), {}});
    }
    list("mapped to", std::move(to));
    list("mapped from", std::move(from));
    Lines withdrawn;
    for (const auto& one : c_.overrulings)
      if (one.what == "mapping" && (one.id.starts_with(id + " ") || one.id.ends_with(" " + id)))
        withdrawn.push_back({one.id, "by pack " + quoted(one.pack) + ": " + one.because, to_text(one.place), {}});
    list("mappings withdrawn", std::move(withdrawn));
  }

  std::string title_of(const std::string& id) const {
    if (const auto* control = c_.control(id)) return control->title;
    if (const auto* requirement = c_.requirement(id)) return requirement->title;
    return {};
  }

  static std::string text_of(const catalogue::Control::Effect& effect) {
    std::string text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
    for (const auto& [factor, level] : effect.floor) add(factor + " at least " + level);
    if (!effect.intensity_cap.empty()) add("intensity at most " + effect.intensity_cap);
    if (effect.impact_cap > 0) add("impact at most " + std::to_string(effect.impact_cap));
    if (text.empty()) text = "no effect on a factor";
    return text + " (" + effect.basis + (effect.source.empty() ? "" : ", " + effect.source) + ")" +
           (effect.because.empty() ? "" : ": " + effect.because);
  }

  void pack(const catalogue::Pack& one) {
    head("pack", one.id, one.title, one.place);
    say("version", one.version);
    say("licence", one.licence);
    say("prefix", one.prefix);
    say("verification", one.verification + (one.verification_note.empty() ? "" : ": " + one.verification_note));
    say("sha256", one.digest);
    Lines counts, sources, totals;
    for (const auto& [what, number] : counts_of(c_, one))
      if (number > 0) counts.push_back({what, std::to_string(number), {}, {}});
    for (const auto& source : one.sources) {
      auto text = source.title;
      for (const auto* more : {&source.edition, &source.licence, &source.url, &source.verification})
        if (!more->empty()) text += "; " + *more;
      sources.push_back({source.id, std::move(text), {}, {}});
    }
    for (const auto& total : one.totals) {
      auto what = total.of;
      for (const auto& [key, values] : total.where) what += ", " + key + " " + join(values, " or ");
      totals.push_back({what, std::to_string(total.count) + " by " + total.source, to_text(total.place), {}});
    }
    list("entries", std::move(counts));
    list("sources", std::move(sources));
    list("totals", std::move(totals));
    Lines overrules, overruled_by;
    for (const auto& overruling : c_.overrulings) {
      auto line = line_of(overruling);
      line.label = overruling.what + " " + overruling.id;
      if (overruling.pack == one.id) {
        line.text = "of pack " + quoted(overruling.of) + ": " + overruling.because;
        overrules.push_back(std::move(line));
      } else if (overruling.of == one.id) {
        overruled_by.push_back(std::move(line));
      }
    }
    list("overrules", std::move(overrules));
    list("is overruled", std::move(overruled_by));
  }

  void threat(const catalogue::Threat& one) {
    head("threat", one.id, one.title, one.place);
    say("says", one.says);
    say("family", one.family);
    say("nature", one.nature);
    say("scheme", one.scheme == catalogue::Scheme::attack ? "attack" : "hazard");
    say("touches", one.touches);
    sheet_.below.push_back({"when", words_of(one.when), to_text(one.when.place), {}});
    say("hits", one.hits);
    say("stages", one.stages);
    say("harms", one.harms);
    Lines rating, adjust, treated, views;
    for (const auto& [factor, level] : one.rating)
      rating.push_back({factor, level.level + ", " + level.because, to_text(level.place), {}});
    sheet_.below.push_back({"rating", one.basis, {}, std::move(rating)});
    for (const auto& adjustment : one.adjust) {
      std::string set;
      for (const auto& [factor, level] : adjustment.set) set += (set.empty() ? "" : ", ") + factor + " " + level;
      adjust.push_back(
          {"when " + words_of(adjustment.when), set + ", " + adjustment.because, to_text(adjustment.place), {}});
    }
    list("adjustments", std::move(adjust));
    say("measured by", one.measured_by);
    for (const auto& control : c_.controls)
      for (const auto& effect : control.treats)
        if (effect.threat == one.id)
          treated.push_back({control.id, control.title + ": " + text_of(effect), to_text(effect.place), {}});
    list("treated by", std::move(treated));
    for (const auto& known : c_.views)
      if (const auto tokens = stands_under(c_, known, one); !tokens.empty())
        views.push_back({known.id, join(with_titles(c_, tokens)), {}, {}});
    list("views", std::move(views));
    references(one.references);
    overruled("threat", one.id);
    from_pack(one.pack);
  }

  void control(const catalogue::Control& one) {
    head("control", one.id, one.title, one.place);
    say("says", one.says);
    say("theme", one.theme);
    say("below", one.parent);
    say("note", one.note);
    for (const auto& [name, values] : one.attributes) say(name.c_str(), values);
    Lines treats, brings;
    for (const auto& effect : one.treats) {
      const auto* known = c_.threat(effect.threat);
      treats.push_back(
          {effect.threat, (known ? known->title + ": " : "") + text_of(effect), to_text(effect.place), {}});
    }
    list("treats", std::move(treats));
    for (const auto& brought : one.brings)
      brings.push_back({brought.id, brought.title + ", a " + quoted(brought.kind), to_text(brought.place), {}});
    list("brings", std::move(brings));
    mappings(one.id);
    Lines relations;
    for (const auto& relation : one.relations)
      relations.push_back({relation.relation,
                           with_titles(c_, {relation.to}).front() + " (" + relation.basis +
                               (relation.source.empty() ? "" : ", " + relation.source) + ")" +
                               (relation.because.empty() ? "" : ": " + relation.because),
                           to_text(relation.place),
                           {}});
    list("relations to entries of other lists", std::move(relations));
    references(one.references);
    overruled("control", one.id);
    from_pack(one.pack);
  }

  void requirement(const catalogue::Requirement& one) {
    head("requirement", one.id, one.title, one.place);
    say("says", one.says);
    say("kind", one.kind);
    say("norm", one.norm);
    say("below", one.parent);
    say("binds", one.binds);
    say("applies to", one.applies_to);
    say("applies from", one.applies_from ? to_text(*one.applies_from) : "");
    for (const auto& [id, date] : one.applies_from_for) say(("applies from, for " + id).c_str(), to_text(date));
    say("applies until", one.applies_until ? to_text(*one.applies_until) : "");
    say("condition", one.condition);
    if (one.when) sheet_.below.push_back({"when", words_of(*one.when), to_text(one.when->place), {}});
    say("amended by", one.amended);
    say("numbering", one.numbering);
    say("phase", one.phase);
    say("expects", one.expects);
    say("checks", one.checks);
    say("related", one.related);
    say("verification", one.verification);
    say("note", one.note);
    Lines parts, standards;
    for (const auto& other : c_.requirements)
      if (other.parent == one.id) parts.push_back({other.id, other.title, to_text(other.place), {}});
    list("parts", std::move(parts));
    mappings(one.id);
    for (const auto& standard : c_.standards)
      for (const auto& speaks : standard.speaks_to)
        if (c_.qualified(speaks.requirement) == one.id)
          standards.push_back({standard.id,
                               standard.title + " (" + speaks.basis + ", " + speaks.source + ")",
                               to_text(speaks.place),
                               {}});
    list("standards that speak to it", std::move(standards));
    references(one.references);
    overruled("requirement", one.id);
    from_pack(one.pack);
  }

  void method(const catalogue::Method& one) {
    head("method", one.id, one.title, one.place);
    say("version", one.version);
    say("rates", one.scheme == catalogue::Scheme::attack ? "attacks" : "hazards");
    say("note", one.note);
    const auto mark = [](const catalogue::Method::Cell& cell) {
      return " (" + std::string(name_of(cell.mark)) + (cell.source.empty() ? "" : ", " + cell.source) + ")";
    };
    for (const auto& factor : one.factors) {
      Lines levels;
      for (const auto& level : factor.levels)
        levels.push_back(
            {level.id,
             level.title + ", " + (level.not_feasible ? "not feasible" : std::to_string(level.points)) + mark(level),
             {},
             {}});
      sheet_.below.push_back({"factor " + factor.id, factor.title, {}, std::move(levels)});
    }
    Lines intensities, bands, classes;
    for (const auto& intensity : one.intensities)
      intensities.push_back(
          {intensity.id, intensity.title + ", adds " + std::to_string(intensity.adds) + mark(intensity), {}, {}});
    for (const auto& band : one.bands)
      bands.push_back({band.id,
                       band.title + ", from " + std::to_string(band.from) + ": likelihood " +
                           std::to_string(band.likelihood.value) + mark(band),
                       {},
                       {}});
    for (const auto& risk_class : one.classes)
      classes.push_back({risk_class.id,
                         risk_class.title + ", from " + std::to_string(risk_class.from.value) + mark(risk_class),
                         {},
                         {}});
    list("intensity", std::move(intensities));
    list("ratings", std::move(bands));
    list("classes", std::move(classes));
    overruled("method", one.id);
    from_pack(one.pack);
  }

  void standard(const catalogue::Standard& one) {
    head("standard", one.id, one.title, one.place);
    say("body", one.body);
    say("edition", one.edition);
    say("kind", one.kind);
    say("status", one.status + (one.status_note.empty() ? "" : ": " + one.status_note));
    say("confidence", one.confidence);
    say("issued", one.issued ? to_text(*one.issued) : "");
    say("effective", one.effective ? to_text(*one.effective) : "");
    say("replaced by", one.replaced_by);
    say("also", one.also);
    say("source", one.source);
    say("note", one.note);
    Lines speaks;
    for (const auto& to : one.speaks_to) {
      const auto id = to.requirement.empty() ? to.topic : c_.qualified(to.requirement);
      auto text = title_of(id) + " (" + to.basis + (to.source.empty() ? "" : ", " + to.source) +
                  (to.mark.empty() ? "" : ", " + to.mark) + ")" + (to.because.empty() ? "" : ": " + to.because);
      speaks.push_back({id, std::move(text), to_text(to.place), {}});
    }
    list("speaks to", std::move(speaks));
    from_pack(one.pack);
  }

  /// Threats, controls and requirements that name the reference.
  Lines named_by(const std::string& token) const {
    Lines lines;
    const auto names = [&](const std::vector<std::string>& all) {
      return std::any_of(all.begin(), all.end(), [&](const auto& one) { return current(c_, one) == token; });
    };
    for (const auto& one : c_.threats)
      if (names(one.references)) lines.push_back({"threat " + one.id, one.title, to_text(one.place), {}});
    for (const auto& one : c_.controls)
      if (names(one.references) || std::any_of(one.relations.begin(), one.relations.end(),
                                               [&](const auto& it) { return current(c_, it.to) == token; }))
        lines.push_back({"control " + one.id, one.title, to_text(one.place), {}});
    for (const auto& one : c_.requirements)
      if (names(one.references)) lines.push_back({"requirement " + one.id, one.title, to_text(one.place), {}});
    return lines;
  }

  void scheme(const catalogue::ReferenceScheme& one) {
    head("scheme", one.id, one.title, one.place);
    say("edition", one.edition);
    say("licence", one.licence);
    say("address", one.url);
    say("lists", one.kinds);
    say("verification", one.verification);
    say("note", one.note);
    Lines entries, views;
    for (const auto& entry : c_.externals)
      if (entry.scheme == one.id) entries.push_back({entry.token(), entry.title, to_text(entry.place), {}});
    for (const auto& known : c_.views)
      if (std::find(known.schemes.begin(), known.schemes.end(), one.id) != known.schemes.end())
        views.push_back({known.id, known.title, to_text(known.place), {}});
    list("views", std::move(views));
    list("entries", std::move(entries));
    from_pack(one.pack);
  }

  void external(const catalogue::External& one) {
    head("entry", one.token(), one.title, one.place);
    say("kind", one.kind);
    say("below", one.parent);
    say("note", one.note);
    Lines aliases;
    for (const auto& alias : c_.aliases)
      if (alias.scheme == one.scheme && (alias.old_id == one.id || alias.new_id == one.id))
        aliases.push_back({alias.old_id + " → " + alias.new_id,
                           alias.relation + (alias.since.empty() ? "" : " since " + alias.since),
                           to_text(alias.place),
                           {}});
    list("other ids", std::move(aliases));
    list("named by", named_by(one.token()));
    if (const auto* known = c_.scheme(one.scheme))
      sheet_.below.push_back({"scheme", known->id + " " + known->title, to_text(known->place), {}});
    from_pack(one.pack);
  }

  void view(const catalogue::View& one) {
    head("view", one.id, one.title, one.place);
    say("says", one.says);
    say("schemes", one.schemes);
    say("kinds", one.kinds);
    Lines open, empty;
    for (const auto& group : groups_of(c_, one)) {
      const auto text = group.title;
      if (!group.threats.empty()) {
        Lines threats;
        for (const auto* known : group.threats) threats.push_back({known->id, known->title, to_text(known->place), {}});
        sheet_.below.push_back({group.token, text, {}, std::move(threats)});
      } else if (group.open) {
        open.push_back(
            {group.token, (text.empty() ? "" : text + ": ") + group.open->because, to_text(group.open->place), {}});
      } else {
        empty.push_back({group.token, text, {}, {}});
      }
    }
    list("open", std::move(open));
    list("without a threat of their own", std::move(empty));
    from_pack(one.pack);
  }

  void regime(const catalogue::Regime& one) {
    head("regime", one.id, one.title, one.place);
    say("state of", one.state);
    say("governs", one.governs);
    say("note", one.note);
    Lines questions, findings, tables;
    for (const auto& id : one.questions)
      if (const auto* known = c_.question(id)) questions.push_back({id, known->text, to_text(known->place), {}});
    for (const auto& finding : one.findings)
      findings.push_back({std::string(name_of(finding.kind)) + " " + finding.id,
                          finding.title + (finding.cites.empty() ? "" : " (" + join(finding.cites) + ")"),
                          to_text(finding.place),
                          {}});
    for (const auto& table : one.tables) tables.push_back({table.id, table.title, to_text(table.place), {}});
    list("questions", std::move(questions));
    list("gates, roles, classes and tiers", std::move(findings));
    list("tables", std::move(tables));
    from_pack(one.pack);
  }

  void question(const catalogue::Question& one) {
    head("question", one.id, one.text, one.place);
    say("help", one.help);
    say("of", one.regime);
    say("cites", one.cites);
    Lines choices, known;
    for (const auto& choice : one.choices)
      choices.push_back(
          {choice.id, choice.text + (choice.cites.empty() ? "" : " (" + join(choice.cites) + ")"), {}, {}});
    for (const auto& answer : one.known)
      known.push_back(
          {join(answer.answer), answer.says + ", when " + words_of(answer.when), to_text(answer.place), {}});
    list("choices", std::move(choices));
    list("answered by the description", std::move(known));
    say("note", one.note);
    from_pack(one.pack);
  }

  void attribute(const catalogue::Attribute& one) {
    head("attribute", one.id, one.title, one.place);
    say("source", one.source);
    say("note", one.note);
    for (const auto& value : one.values) {
      Lines controls;
      for (const auto& known : c_.controls)
        if (const auto at = known.attributes.find(one.id);
            at != known.attributes.end() && std::find(at->second.begin(), at->second.end(), value) != at->second.end())
          controls.push_back({known.id, known.title, to_text(known.place), {}});
      sheet_.below.push_back({value, std::to_string(controls.size()), {}, std::move(controls)});
    }
    from_pack(one.pack);
  }

  /// Whatever has a condition that asks for it.
  void asked_by(Word word, const std::string& name) {
    Lines threats, facts, requirements;
    for (const auto& one : c_.threats)
      if (asks(one.when, word, name) ||
          std::any_of(one.adjust.begin(), one.adjust.end(), [&](const auto& it) { return asks(it.when, word, name); }))
        threats.push_back({one.id, one.title, to_text(one.place), {}});
    for (const auto& one : c_.vocabulary.facts)
      for (const auto* definition : {&one.of_system, &one.of_element, &one.of_flow})
        if (*definition && asks((*definition)->when, word, name)) {
          facts.push_back({one.id, (*definition)->title, to_text((*definition)->place), {}});
          break;
        }
    for (const auto& one : c_.requirements)
      if (one.when && asks(*one.when, word, name)) requirements.push_back({one.id, one.title, to_text(one.place), {}});
    list("asked for by facts", std::move(facts));
    list("asked for by threats", std::move(threats));
    list("asked for by requirements", std::move(requirements));
    Lines questions;
    for (const auto& one : c_.questions)
      if (std::any_of(one.known.begin(), one.known.end(), [&](const auto& it) { return asks(it.when, word, name); }))
        questions.push_back({one.id, one.text, to_text(one.place), {}});
    list("asked for by questions of law", std::move(questions));
  }

  void kind(const catalogue::Kind& one) {
    head("kind", one.id, one.title, one.place);
    say("says", one.says);
    say("below", one.parent);
    Lines below, traits, threats;
    const int self = c_.vocabulary.kind(one.id);
    for (const auto& other : c_.vocabulary.kinds)
      if (other.parent == one.id) below.push_back({other.id, other.title, to_text(other.place), {}});
    for (const auto& known : c_.vocabulary.traits)
      if (std::any_of(known.on.begin(), known.on.end(), [&](const auto& on) {
            return on == "element" || c_.vocabulary.is_a(self, c_.vocabulary.kind(on));
          }))
        traits.push_back({known.id, join(known.values), to_text(known.place), {}});
    for (const auto& known : c_.threats)
      if (std::any_of(known.touched_kinds.begin(), known.touched_kinds.end(),
                      [&](int touched) { return c_.vocabulary.is_a(self, touched); }))
        threats.push_back({known.id, known.title, to_text(known.place), {}});
    list("kinds below", std::move(below));
    list("traits", std::move(traits));
    list("touched by", std::move(threats));
    asked_by(Word::is, one.id);
  }

  void trait(const catalogue::TraitDefinition& one) {
    head("trait", one.id, one.says, one.place);
    say("stands on", one.on);
    say("values", one.values);
    asked_by(Word::trait, one.id);
    Lines has;
    for (const auto& known : c_.threats)
      if (asks(known.when, Word::has, one.id)) has.push_back({known.id, known.title, to_text(known.place), {}});
    list("had by what these threats ask for", std::move(has));
  }

  void fact(const catalogue::Fact& one) {
    sheet_.label = "fact " + one.id;
    for (const auto& [scope, definition] :
         {std::pair("the system", &one.of_system), {"an element", &one.of_element}, {"a flow", &one.of_flow}}) {
      if (!*definition) continue;
      if (sheet_.text.empty()) {
        sheet_.text = (*definition)->title;
        sheet_.place = to_text((*definition)->place);
      }
      sheet_.below.push_back({std::string("of ") + scope,
                              (*definition)->says,
                              to_text((*definition)->place),
                              {{"when", words_of((*definition)->when), to_text((*definition)->when.place), {}}}});
    }
    asked_by(Word::fact, one.id);
  }

  void objective(const catalogue::Objective& one) {
    head("objective", one.id, one.title, one.place);
    say("group", one.group);
    say("source", one.source);
    Lines threats;
    for (const auto& known : c_.threats)
      if (std::find(known.hits.begin(), known.hits.end(), one.id) != known.hits.end())
        threats.push_back({known.id, known.title, to_text(known.place), {}});
    list("hit by", std::move(threats));
  }

  void stage(const catalogue::Stage& one) {
    head("stage", one.id, one.title, one.place);
    say("source", one.source);
    Lines threats;
    for (const auto& known : c_.threats)
      if (std::find(known.stages.begin(), known.stages.end(), one.id) != known.stages.end())
        threats.push_back({known.id, known.title, to_text(known.place), {}});
    list("threats that act in it", std::move(threats));
  }

  const Catalogue& c_;
  SheetLine sheet_;
};

}  // namespace

SheetLine sheet_of(const Catalogue& catalogue, const EntryName& name) { return Sheet(catalogue).of(name); }

Record record_of(const SheetLine& line) {
  Record::List below;
  for (const auto& one : line.below) below.push_back(record_of(one));
  return Record::Map{{"label", line.label.empty() ? Record() : Record(line.label)},
                     {"text", line.text},
                     {"place", line.place.empty() ? Record() : Record(line.place)},
                     {"below", std::move(below)}};
}

std::vector<std::string> with_titles(const Catalogue& catalogue, const std::vector<std::string>& references) {
  std::vector<std::string> all;
  for (const auto& reference : references) {
    const auto token = current(catalogue, reference);
    const auto* entry = catalogue.external(token);
    all.push_back(reference + (token == reference ? "" : " (now " + token + ")") + (entry ? " " + entry->title : ""));
  }
  return all;
}

}  // namespace assize::dossier
