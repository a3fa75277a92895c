// SPDX-License-Identifier: Apache-2.0
#include "engine/model/answer.h"

namespace assize::model {

Answer read_answer(const input::Tree& tree) {
  Answer answer;
  const auto* said = &tree;
  if (tree.shape == input::Tree::Shape::map) {
    answer.because = input::text_at(tree, "because");
    answer.source = input::text_at(tree, "source");
    answer.by = input::said_at(tree, "by");
    answer.on = input::date_at(tree, "on");
    said = tree.find("answer");
    if (!said) {
      answer.place = tree.place;
      return answer;
    }
  }
  answer.place = said->place;
  answer.is_list = said->shape == input::Tree::Shape::list;
  answer.is_boolean = said->shape == input::Tree::Shape::boolean;
  answer.is_number = said->shape == input::Tree::Shape::integer || said->shape == input::Tree::Shape::number;
  answer.number = said->number;
  if (answer.is_list)
    for (const auto& item : said->items) answer.values.push_back({item.text, item.place});
  else
    answer.values.push_back({said->text, said->place});
  return answer;
}

}  // namespace assize::model
