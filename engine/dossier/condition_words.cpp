// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/condition_words.h"

#include <algorithm>
#include <vector>

#include "engine/dossier/cells.h"

namespace assize::dossier {

using catalogue::Condition;
using catalogue::Word;

std::string words_of(const Condition& condition) {
  const auto parts = [&](const char* between) {
    std::string text;
    for (const auto& part : condition.parts) {
      const bool nested = part.word == Word::all || part.word == Word::any;
      text += (text.empty() ? "" : between) + (nested ? "(" + words_of(part) + ")" : words_of(part));
    }
    return text;
  };
  const auto inner = [&](const char* says) {
    return says + std::string(" (") + (condition.parts.empty() ? "" : words_of(condition.parts.front())) + ")";
  };
  const auto relations = [&] {
    std::vector<std::string> names;
    for (const auto relation : condition.by) names.emplace_back(model::name_of(relation));
    return join(names, " or ");
  };
  switch (condition.word) {
    case Word::always:
      return "always";
    case Word::all:
      return parts(" and ");
    case Word::any:
      return parts(" or ");
    case Word::negation:
      return inner("not");
    case Word::is:
      return "is " + join(condition.names, " or ");
    case Word::trait:
      return condition.name + " is " + join(condition.names, " or ");
    case Word::has:
      return "has " + condition.name;
    case Word::fact:
      return "fact " + condition.name;
    case Word::somewhere:
      return inner("somewhere");
    case Word::some_flow:
      return inner("some flow");
    case Word::linked:
      return relations() + inner("");
    case Word::linked_from:
      return relations() + inner(" from");
    case Word::goes_into:
      return inner("goes into");
    case Word::made_from:
      return inner("made from");
    case Word::reached_from:
      return inner("reached from");
    case Word::reaches:
      return inner("reaches");
    case Word::on_flow:
      return inner("on a flow");
    case Word::flow_in:
      return inner("a flow in");
    case Word::flow_out:
      return inner("a flow out");
    case Word::carried_by:
      return inner("carried by");
    case Word::carries:
      return inner("carries");
    case Word::starts_at:
      return inner("starts at");
    case Word::ends_at:
      return inner("ends at");
    case Word::crosses_boundary:
      return "crosses a boundary";
    case Word::inside:
      return "inside " + join(condition.names, " or ");
    case Word::stage:
      return "in stage " + join(condition.names, " or ");
  }
  return {};
}

bool asks(const Condition& condition, Word word, const std::string& name) {
  if (condition.word == word &&
      (word == Word::is ? std::find(condition.names.begin(), condition.names.end(), name) != condition.names.end()
                        : condition.name == name))
    return true;
  return std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const auto& part) { return asks(part, word, name); });
}

}  // namespace assize::dossier
