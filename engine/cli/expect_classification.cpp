// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/expect_classification.h"

#include <algorithm>
#include <optional>

#include "engine/dossier/classification.h"
#include "engine/input/fields.h"

namespace assize::cli {
namespace {

using cover::Ground;
using cover::RegimeOutcome;
using cover::Truth;
using input::text_at;
using input::texts_at;
using Kind = catalogue::LegalFinding::Kind;

class Checker {
 public:
  Checker(const input::Tree& expected, const Project& project, const Assessment& assessment)
      : expected_(expected), project_(project), assessment_(assessment) {
    for (const auto* key : {"gate", "no-gate", "open-gate"}) names_gates_ = names_gates_ || expected.find(key);
  }

  std::vector<std::string> check() {
    for (const auto kind : {Kind::tier, Kind::class_, Kind::role, Kind::gate}) {
      const std::string name(name_of(kind));
      if (kind == Kind::class_ && expected_.find("risk")) continue;  // The class of the risk.
      for (const auto& id : texts_at(expected_, name)) verdict(kind, id, Truth::yes);
      for (const auto& id : texts_at(expected_, "no-" + name)) verdict(kind, id, Truth::no);
      for (const auto& id : texts_at(expected_, "open-" + name)) verdict(kind, id, Truth::open);
    }
    for (const auto& id : texts_at(expected_, "open")) open(id, true);
    for (const auto& id : texts_at(expected_, "not-open")) open(id, false);
    for (const auto& id : texts_at(expected_, "applies")) requirement(id, Truth::yes);
    for (const auto& id : texts_at(expected_, "not-applies")) requirement(id, Truth::no);
    for (const auto& id : texts_at(expected_, "open-requirement")) requirement(id, Truth::open);
    for (const auto& id : texts_at(expected_, "provision")) provision(id, Truth::yes);
    for (const auto& id : texts_at(expected_, "no-provision")) provision(id, Truth::no);
    for (const auto& id : texts_at(expected_, "open-provision")) provision(id, Truth::open);
    for (const auto& id : texts_at(expected_, "contradiction")) contradiction(id);
    if (const auto id = text_at(expected_, "table"); !id.empty()) table(id);
    if (const auto route = text_at(expected_, "route"); !route.empty()) table({});
    if (const auto id = text_at(expected_, "presumed"); !id.empty()) presumed(id);
    if (const auto id = text_at(expected_, "turns"); !id.empty()) turns(id);
    return std::move(failures_);
  }

 private:
  void fail(std::string message) { failures_.push_back(std::move(message)); }

  void from(const std::string& what, const std::optional<input::Date>& have) {
    const auto want = text_at(expected_, "from");
    const auto text = have ? to_text(*have) : std::string("always");
    if (!want.empty() && want != text) fail(what + " applies from " + text + ", not from " + want);
  }

  void cites(const std::string& what, const std::vector<std::string>& have) {
    for (const auto& want : texts_at(expected_, "cites"))
      if (std::find(have.begin(), have.end(), want) == have.end()) fail(what + " does not cite " + want);
  }

  void because(const std::string& what, const std::vector<Ground>& grounds) {
    for (const auto& want : texts_at(expected_, "because"))
      if (std::none_of(grounds.begin(), grounds.end(),
                       [&](const auto& one) { return one.question && one.question->id == want; }))
        fail("`" + want + "` is not among what decides " + what);
  }

  /// Its own, and those of all gates that are passed: an outcome rests on them.
  static std::vector<std::string> cites_behind(const RegimeOutcome& outcome, const cover::Verdict& verdict) {
    auto all = verdict.finding->cites;
    if (verdict.finding->kind != Kind::gate)
      for (const auto& gate : outcome.gates)
        if (gate.truth == Truth::yes) all.insert(all.end(), gate.finding->cites.begin(), gate.finding->cites.end());
    return all;
  }

  void verdict(Kind kind, const std::string& id, Truth want) {
    const auto what = std::string(name_of(kind)) + " `" + id + "`";
    for (const auto& outcome : assessment_.system_class.regimes)
      if (const auto* found = outcome.find(kind, id)) {
        if (found->truth != want)
          fail(what + " is " + std::string(cover::name_of(found->truth)) + ", not " +
               std::string(cover::name_of(want)));
        if (names_gates_ ? kind != Kind::gate : want == Truth::no) return;
        from(what, found->from);
        cites(what, cites_behind(outcome, *found));
        because(what, found->grounds);
        return;
      }
    fail(what + " is of no law");
  }

  void open(const std::string& id, bool want) {
    bool is_open = false;
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.open)
        is_open = is_open || (one.matters && (one.question ? one.question->id : one.standard) == id);
    if (is_open != want)
      fail("question `" + id + "` is " + (is_open ? "open, and decides" : "not open, or decides nothing"));
    if (want && !project_.catalogue.question(id)) fail("`" + id + "` is no question");
  }

  void requirement(const std::string& asked, Truth want) {
    const auto id = project_.catalogue.qualified(asked);
    for (const auto& one : assessment_.coverage)
      if (one.id == id && one.requirement) {
        if (one.applies.applies != want)
          fail("whether requirement `" + id + "` applies is " + std::string(cover::name_of(one.applies.applies)) +
               ", not " + std::string(cover::name_of(want)) + ": " + one.applies.why);
        from("requirement `" + id + "`", one.applies.from);
        return;
      }
    fail("`" + id + "` is no requirement");
  }

  void provision(const std::string& id, Truth want) {
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.provisions)
        if (one.provision->id == id) {
          if (one.applies != want)
            fail("whether provision `" + id + "` applies is " + std::string(cover::name_of(one.applies)) + ", not " +
                 std::string(cover::name_of(want)));
          from("provision `" + id + "`", one.from);
          return;
        }
    fail("`" + id + "` is no provision");
  }

  void contradiction(const std::string& id) {
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.contradictions)
        if (one.question->id == id) return;
    fail("nothing contradicts the answer to `" + id + "`");
  }

  /// `id` empty: the first table that decides.
  void table(const std::string& id) {
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.tables) {
        if (id.empty() ? !one.table->decides : one.table->id != id) continue;
        const auto want = id.empty() ? text_at(expected_, "route") : text_at(expected_, "row");
        const auto have = one.row                  ? one.row->id
                          : one.used == Truth::no  ? std::string("unused")
                          : one.candidates.empty() ? std::string("none")
                                                   : std::string("open");
        if (have != want) fail("row of table `" + one.table->id + "` is `" + have + "`, not `" + want + "`");
        if (const auto body = text_at(expected_, "notified-body");
            !body.empty() && body != dossier::notified_body_text(one))
          fail("notified body is \"" + dossier::notified_body_text(one) + "\", not \"" + body + "\"");
        auto cited = one.row ? one.row->cites : std::vector<std::string>();
        for (const auto* row : one.adds) cited.insert(cited.end(), row->cites.begin(), row->cites.end());
        cites("the row", cited);
        return;
      }
    fail(id.empty() ? "no law has a route" : "`" + id + "` is no table");
  }

  void presumed(const std::string& id) {
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.presumed)
        if (one.requirement == id) {
          if (name_of(one.state) != text_at(expected_, "state"))
            fail("presumption for `" + id + "` is " + std::string(name_of(one.state)) + ": " + one.because);
          return;
        }
    fail("no standard gives presumption for `" + id + "` in any law");
  }

  void turns(const std::string& id) {
    for (const auto& outcome : assessment_.system_class.regimes)
      for (const auto& one : outcome.open)
        if (one.question && one.question->id == id)
          for (const auto& turn : one.turns) {
            const auto answer = text_at(expected_, "answer");
            if (std::find(turn.answers.begin(), turn.answers.end(), answer) == turn.answers.end()) continue;
            for (const auto& want : texts_at(expected_, "decides"))
              if (std::find(turn.decides.begin(), turn.decides.end(), want) == turn.decides.end())
                fail("`" + answer + "` to `" + id + "` does not decide \"" + want + "\"");
            return;
          }
    fail("`" + id + "` is not open, or has no such answer");
  }

  const input::Tree& expected_;
  const Project& project_;
  const Assessment& assessment_;
  bool names_gates_ = false;
  std::vector<std::string> failures_;
};

}  // namespace

std::vector<std::string> expect_classification(const input::Tree& expected, const Project& project,
                                               const Assessment& assessment) {
  return Checker(expected, project, assessment).check();
}

}  // namespace assize::cli
