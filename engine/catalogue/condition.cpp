// SPDX-License-Identifier: Apache-2.0
#include "engine/catalogue/condition.h"

#include <array>
#include <utility>

#include "engine/input/fields.h"

namespace assize::catalogue {
namespace {

using input::Tree;

constexpr std::array<std::pair<std::string_view, Word>, 14> inner_words = {{{"not", Word::negation},
                                                                            {"somewhere", Word::somewhere},
                                                                            {"some-flow", Word::some_flow},
                                                                            {"goes-into", Word::goes_into},
                                                                            {"made-from", Word::made_from},
                                                                            {"reached-from", Word::reached_from},
                                                                            {"reaches", Word::reaches},
                                                                            {"on-flow", Word::on_flow},
                                                                            {"flow-in", Word::flow_in},
                                                                            {"flow-out", Word::flow_out},
                                                                            {"carried-by", Word::carried_by},
                                                                            {"carries", Word::carries},
                                                                            {"starts-at", Word::starts_at},
                                                                            {"ends-at", Word::ends_at}}};

/// One word with its operand.
Condition read_word(const Tree& map, const input::Member& member) {
  Condition condition;
  condition.place = member.key_place;
  const auto& key = member.key;
  const auto& value = member.value;
  if (key == "all" || key == "any") {
    condition.word = key == "all" ? Word::all : Word::any;
    for (const auto& part : value.items) condition.parts.push_back(read_condition(part));
  } else if (key == "is" || key == "inside" || key == "stage") {
    condition.word = key == "is" ? Word::is : key == "inside" ? Word::inside : Word::stage;
    condition.names = input::texts_at(map, key);
  } else if (key == "has" || key == "fact") {
    condition.word = key == "has" ? Word::has : Word::fact;
    condition.name = value.text;
    condition.place = value.place;
  } else if (key == "crosses-boundary") {
    condition.word = Word::crosses_boundary;
  } else if (key == "linked" || key == "linked-from") {
    condition.word = key == "linked" ? Word::linked : Word::linked_from;
    for (const auto& name : input::texts_at(value, "by"))
      if (const auto relation = model::relation_of(name)) condition.by.push_back(*relation);
    if (const auto* end = value.find(key == "linked" ? "to" : "from")) condition.parts.push_back(read_condition(*end));
  } else {
    for (const auto& [name, word] : inner_words)
      if (name == key) {
        condition.word = word;
        condition.parts.push_back(read_condition(value));
      }
  }
  return condition;
}

}  // namespace

Condition read_condition(const Tree& tree) {
  Condition whole;
  whole.word = Word::all;
  whole.place = tree.place;
  for (const auto& member : tree.members) {
    if (member.key == "always") continue;
    if (member.key == "trait") {  // Several names: all.
      for (const auto& asked : member.value.members) {
        Condition condition;
        condition.word = Word::trait;
        condition.name = asked.key;
        condition.names = input::texts_at(member.value, asked.key);
        condition.place = asked.key_place;
        whole.parts.push_back(std::move(condition));
      }
      continue;
    }
    whole.parts.push_back(read_word(tree, member));
  }
  if (whole.parts.empty()) whole.word = Word::always;
  if (whole.parts.size() == 1) return std::move(whole.parts.front());
  return whole;
}

}  // namespace assize::catalogue
