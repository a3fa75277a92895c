// SPDX-License-Identifier: Apache-2.0
#include "engine/project/check_answers.h"

#include "engine/catalogue/read_regime.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize {

input::Diagnostics check_answers(const model::System& system, const catalogue::Catalogue& catalogue) {
  input::Diagnostics found;
  const auto error = [&](const char* code, std::string message, const input::Place& place, std::string help) {
    found.push_back({input::Severity::error, code, std::move(message), place, std::move(help)});
  };
  for (const auto& [id, answer] : system.facts) {
    const auto* question = catalogue.question(id);
    if (!question) {
      auto help = catalogue.questions.empty()
                      ? std::string("no loaded pack asks anything: add that of the law to `catalogues:`")
                      : input::did_you_mean(id, catalogue.question_ids());
      error("unknown-question", "`" + id + "` is answered, but no law that is loaded asks it", answer.place,
            help.empty() ? "`assize classify` lists the questions" : std::move(help));
      continue;
    }
    if (answer.values.empty() && !answer.is_list) continue;  // The schema has said so.
    std::vector<std::string> values;
    for (const auto& one : answer.values) values.push_back(one.value);
    using Type = catalogue::Question::Type;
    if (answer.values.size() == 1 && !answer.is_list &&
        ((question->type == Type::boolean && !answer.is_boolean &&
          (values.front() == "true" || values.front() == "false")) ||
         (question->type == Type::number && !answer.is_number))) {
      error("wrong-answer",
            "the answer to `" + id + "` does not fit: " + input::quote(values.front()) + " is text here", answer.place,
            question->type == Type::boolean ? "write it without quotes"
                                            : "write a number, such as 2.5e+24, without quotes");
      continue;
    }
    std::string hint;
    if (const auto wrong = catalogue::wrong_with_answer(*question, values, answer.is_list, hint); !wrong.empty())
      error("wrong-answer", "the answer to `" + id + "` does not fit: " + wrong, answer.place, hint);
  }
  return found;
}

}  // namespace assize
