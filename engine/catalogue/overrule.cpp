// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "engine/catalogue/overruling.h"
#include "engine/input/check_schema.h"
#include "engine/input/fields.h"
#include "engine/input/nearest.h"

namespace assize::catalogue {
namespace {

using input::Diagnostics;
using input::Severity;
using input::text_at;
using input::Tree;

struct Kind {
  const char* what;  ///< As an overruling names it.
  const char* list;  ///< As a file calls its list.
  bool has_prefix;   ///< Whether its ids are qualified.
};
constexpr std::array<Kind, 4> kinds = {{{"threat", "threats", false},
                                        {"control", "controls", true},
                                        {"requirement", "requirements", true},
                                        {"method", "methods", false}}};

/// Maps of an entry that are changed key by key.
constexpr std::array<std::string_view, 3> by_key = {"rating", "attributes", "applies-from-for"};

Tree* find(Tree& map, std::string_view key) {
  for (auto& member : map.members)
    if (member.key == key) return &member.value;
  return nullptr;
}

/// A value on one line, as it could be written.
std::string line_of(const Tree& tree) {
  std::string text;
  switch (tree.shape) {
    case Tree::Shape::list:
      for (const auto& item : tree.items) text += (text.empty() ? "" : ", ") + line_of(item);
      return "[" + text + "]";
    case Tree::Shape::map:
      for (const auto& member : tree.members)
        text += (text.empty() ? "" : ", ") + member.key + ": " + line_of(member.value);
      return "{" + text + "}";
    default:
      return tree.text;
  }
}

bool is_scalar(const Tree& tree) { return tree.shape != Tree::Shape::list && tree.shape != Tree::Shape::map; }

bool is_flat(const Tree& tree) {
  return tree.shape == Tree::Shape::map && std::all_of(tree.members.begin(), tree.members.end(),
                                                       [](const auto& member) { return is_scalar(member.value); });
}

bool has_ids(const Tree& tree) {
  return tree.shape == Tree::Shape::list && !tree.items.empty() &&
         std::all_of(tree.items.begin(), tree.items.end(), [](const Tree& item) { return item.find("id") != nullptr; });
}

/// The items of one list that the other has not, on one line.
std::string beyond(const Tree& list, const Tree& other) {
  std::multiset<std::string> known;
  for (const auto& item : other.items) known.insert(line_of(item));
  std::string text;
  for (const auto& item : list.items) {
    auto line = line_of(item);
    if (const auto same = known.find(line); same != known.end())
      known.erase(same);
    else
      text += (text.empty() ? "" : "; ") + std::move(line);
  }
  return text;
}

class Overruler {
 public:
  Overruler(std::vector<PackFile>& files, bool is_whole, Diagnostics& found)
      : files_(files), is_whole_(is_whole), found_(found) {}

  std::vector<Overruling> run() {
    for (const auto& file : files_) packs_.insert(file.pack);
    // Trees are copied, for what is overruled may stand in the same list of files as what overrules.
    std::vector<std::tuple<std::string, std::string, Tree>> overrules, withdraws;
    for (const auto& file : files_) {
      for (const auto* item : input::items_at(file.tree, "overrules"))
        overrules.emplace_back(file.pack, file.prefix, *item);
      for (const auto* item : input::items_at(file.tree, "withdraws"))
        withdraws.emplace_back(file.pack, file.prefix, *item);
    }
    for (const auto& [pack, prefix, item] : overrules) overrule(pack, item);
    for (const auto& [entry, list] : touched_) check(*entry, list);  // In the order in which they were overruled.
    for (const auto& [pack, prefix, item] : withdraws) withdraw(pack, item);
    remove_withdrawn();
    return std::move(overrulings_);
  }

 private:
  void error(const char* code, std::string message, const input::Place& place, std::string help) {
    found_.push_back({Severity::error, code, std::move(message), place, std::move(help)});
  }

  bool is_other_pack(const std::string& pack, const Tree& item) {
    const auto of = text_at(item, "of");
    if (of.empty()) return false;  // The schema has said so.
    const auto& place = item.find("of")->place;
    if (of == pack) {
      error("unknown-overruled", "pack `" + pack + "` overrules an entry of its own", place,
            "change the entry where it stands");
      return false;
    }
    if (packs_.contains(of)) return true;
    if (is_whole_)
      error("unknown-overruled", "pack `" + pack + "` overrules an entry of `" + of + "`, a pack that is not loaded",
            place, input::suggest(of, {packs_.begin(), packs_.end()}));
    return false;
  }

  void overrule(const std::string& pack, const Tree& item) {
    const Kind* kind = nullptr;
    std::size_t named = 0;
    for (const auto& one : kinds)
      if (item.find(one.what)) {
        kind = &one;
        ++named;
      }
    const auto* set = item.find("set");
    if (named != 1) {
      error("unknown-overruled",
            named == 0 ? "an overruling names no entry" : "an overruling names more than one entry", item.place,
            "name one by `threat:`, `control:`, `requirement:` or `method:`");
      return;
    }
    if (!set || set->shape != Tree::Shape::map || !is_other_pack(pack, item)) return;
    const auto of = text_at(item, "of"), asked = text_at(item, kind->what);
    std::vector<std::string> ids;
    for (auto& file : files_) {
      if (file.pack != of) continue;
      auto* list = find(file.tree, kind->list);
      if (!list) continue;
      for (auto& entry : list->items) {
        const auto local = text_at(entry, "id");
        const auto id = kind->has_prefix && !file.prefix.empty() ? file.prefix + ":" + local : local;
        ids.push_back(id);
        if (local != asked && id != asked) continue;
        Overruling overruling{.what = kind->what,
                              .id = id,
                              .of = of,
                              .pack = pack,
                              .because = text_at(item, "because"),
                              .changes = {},
                              .unchanged = {},
                              .place = item.find(kind->what)->place};
        current_ = &overruling;
        for (const auto& member : set->members) change(entry, member, kind->what);
        const std::pair<const Tree*, const char*> touched(&entry, kind->list);
        if (std::find(touched_.begin(), touched_.end(), touched) == touched_.end()) touched_.push_back(touched);
        overrulings_.push_back(std::move(overruling));
        return;
      }
    }
    if (is_whole_)
      error("unknown-overruled",
            std::string("pack `") + pack + "` overrules " + kind->what + " `" + asked + "`, which `" + of + "` has not",
            item.find(kind->what)->place, input::did_you_mean(asked, ids));
  }

  void change(Tree& entry, const input::Member& given, const std::string& what) {
    if (given.key == "id") return;  // The schema has refused it.
    auto* there = find(entry, given.key);
    const bool keyed = std::find(by_key.begin(), by_key.end(), given.key) != by_key.end();
    if (what == "method" && there && has_ids(*there) && has_ids(given.value)) {
      change_cells(*there, given.value, given.key);
    } else if (keyed && there && there->shape == Tree::Shape::map && given.value.shape == Tree::Shape::map) {
      for (const auto& member : given.value.members) put(*there, member, given.key + "." + member.key);
    } else {
      put(entry, given, given.key);
    }
  }

  /// Tables of a method: an item is found by its id; what has ids in it in turn goes deeper.
  void change_cells(Tree& list, const Tree& given, const std::string& way) {
    for (const auto& item : given.items) {
      const auto id = text_at(item, "id");
      std::vector<std::string> ids;
      for (const auto& one : list.items) ids.push_back(text_at(one, "id"));
      const auto at = std::find(ids.begin(), ids.end(), id);
      if (at == ids.end()) {
        error("unknown-overruled", "method `" + current_->id + "` has no `" + id + "` among its `" + way + "`",
              item.find("id")->place, input::suggest(id, ids));
        continue;
      }
      auto& cell = list.items[static_cast<std::size_t>(at - ids.begin())];
      const auto path = way + "." + id;
      const auto changes_before = current_->changes.size();
      bool is_deeper = false;
      for (const auto& member : item.members) {
        if (member.key == "id") continue;
        auto* there = find(cell, member.key);
        const bool deeper = there && has_ids(*there) && has_ids(member.value);
        is_deeper = is_deeper || deeper;
        if (deeper)
          change_cells(*there, member.value, path + "." + member.key);
        else
          put(cell, member, path + "." + member.key);
      }
      // How sure a value is belongs to the value: the mark of the old one would lie about the new one.
      if (!is_deeper && current_->changes.size() > changes_before && !item.find("mark"))
        error("unmarked-cell",
              "cell `" + path + "` of method `" + current_->id + "` is overruled without saying how sure that is",
              item.place, "add `mark: P`, S, I or U");
    }
  }

  /// One key of an entry, with all that lies in it.
  void put(Tree& map, const input::Member& given, const std::string& key) {
    const auto [first, fresh] =
        set_.emplace(std::tuple(current_->what, current_->id, key), std::pair(current_->pack, given.key_place));
    if (!fresh) {
      error("overruled-twice",
            "`" + key + "` of " + current_->what + " `" + current_->id + "` is overruled twice, by `" +
                first->second.first + "` and by `" + current_->pack + "`",
            given.key_place,
            "the first is at " + to_text(first->second.second) + ": which one counts is for you to say");
      return;
    }
    auto* there = find(map, given.key);
    const Tree nothing;
    note(there ? *there : nothing, given.value, key, there ? there->place : map.place, given.key_place);
    if (there)
      for (auto& member : map.members) {
        if (member.key == given.key) member = given;
      }
    else
      map.members.push_back(given);
  }

  void note(const Tree& before, const Tree& after, const std::string& key, const input::Place& before_place,
            const input::Place& place) {
    // A level goes by what it consists of; a condition is one thing.
    if (key.find('.') != key.npos && is_flat(before) && is_flat(after)) {
      std::vector<std::string> keys;
      for (const auto* map : {&before, &after})
        for (const auto& member : map->members)
          if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) keys.push_back(member.key);
      const auto count = current_->changes.size();
      for (const auto& one : keys) {
        const auto *old = before.find(one), *fresh = after.find(one);
        const auto was = old ? old->text : "", is = fresh ? fresh->text : "";
        if (was != is)
          current_->changes.push_back(
              {key + "." + one, was, is, old ? old->place : before_place, fresh ? fresh->place : place});
      }
      if (current_->changes.size() == count) current_->unchanged.push_back(key);
      return;
    }
    auto was = line_of(before), is = line_of(after);
    if (was == is) {
      current_->unchanged.push_back(key);
      return;
    }
    if (before.shape == Tree::Shape::list && after.shape == Tree::Shape::list) {
      auto gone = beyond(before, after), come = beyond(after, before);
      if (!gone.empty() || !come.empty()) {  // Else only the order is another.
        was = std::move(gone);
        is = std::move(come);
      }
    }
    current_->changes.push_back({key, std::move(was), std::move(is), before_place, place});
  }

  /// The entry as it is now must be one that the schema accepts. What was wrong with it before is said already.
  void check(const Tree& entry, const char* list) {
    Tree items, file, format;
    items.shape = Tree::Shape::list;
    items.items = {entry};
    items.place = entry.place;
    format.shape = Tree::Shape::text;
    format.text = "assize/catalogue/1";
    file.shape = Tree::Shape::map;
    file.place = entry.place;
    file.members = {{"format", entry.place, std::move(format)}, {list, entry.place, std::move(items)}};
    for (auto& fault : input::schema("catalogue").check(file)) {
      const bool is_said = std::any_of(found_.begin(), found_.end(), [&](const auto& one) {
        return one.code == fault.code && one.place == fault.place;
      });
      if (!is_said) found_.push_back(std::move(fault));
    }
  }

  void withdraw(const std::string& pack, const Tree& item) {
    if (!is_other_pack(pack, item)) return;
    const auto of = text_at(item, "of"), from = text_at(item, "from"), to = text_at(item, "to"),
               relation = text_at(item, "relation"), source = text_at(item, "source");
    Overruling overruling{.what = "mapping",
                          .id = from + " " + relation + " " + to,
                          .of = of,
                          .pack = pack,
                          .because = text_at(item, "because"),
                          .changes = {},
                          .unchanged = {},
                          .place = item.place};
    std::vector<std::string> ends;
    for (auto& file : files_) {
      if (file.pack != of) continue;
      auto* list = find(file.tree, "mappings");
      if (!list) continue;
      for (const auto& row : list->items) {
        if (text_at(row, "from") != from) continue;
        ends.push_back(text_at(row, "to"));
        if (text_at(row, "to") != to || text_at(row, "relation") != relation ||
            (!source.empty() && text_at(row, "source") != source))
          continue;
        withdrawn_.insert(&row);
        overruling.changes.push_back({"withdrawn", line_of(row), "", row.place, item.place});
      }
    }
    if (!overruling.changes.empty())
      overrulings_.push_back(std::move(overruling));
    else if (is_whole_)
      error("unknown-overruled",
            "pack `" + pack + "` withdraws the mapping `" + overruling.id + "`, which `" + of + "` has not", item.place,
            input::did_you_mean(to, ends));
  }

  void remove_withdrawn() {
    if (withdrawn_.empty()) return;
    for (auto& file : files_)
      if (auto* list = find(file.tree, "mappings")) {
        std::vector<Tree> kept;
        for (auto& row : list->items)
          if (!withdrawn_.contains(&row)) kept.push_back(std::move(row));
        list->items = std::move(kept);
      }
  }

  std::vector<PackFile>& files_;
  bool is_whole_;
  Diagnostics& found_;
  std::set<std::string> packs_;
  std::vector<Overruling> overrulings_;
  Overruling* current_ = nullptr;
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::string, input::Place>> set_;
  std::vector<std::pair<const Tree*, const char*>> touched_;
  std::set<const Tree*> withdrawn_;
};

}  // namespace

std::vector<Overruling> overrule(std::vector<PackFile>& files, bool is_whole, Diagnostics& found) {
  const bool asked = std::any_of(files.begin(), files.end(), [](const PackFile& file) {
    return file.tree.find("overrules") || file.tree.find("withdraws");
  });
  if (!asked) return {};
  return Overruler(files, is_whole, found).run();
}

}  // namespace assize::catalogue
