// SPDX-License-Identifier: Apache-2.0
#include "engine/dossier/template_condition.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/input/fields.h"
#include "engine/input/nearest.h"
#include "engine/input/quote.h"

namespace assize::dossier {
namespace {

using input::Tree;

std::optional<long long> number(const std::string& text) {
  long long value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

/// The key that says which kind of condition it is.
std::string kind_of(const Tree& condition) {
  std::string kind;
  for (const char* one : {"value", "rows", "reader", "all", "any", "not"})
    if (condition.find(one)) kind = kind.empty() ? one : "several";
  return kind;
}

}  // namespace

bool TemplateCondition::holds(const Tree& condition) const {
  const auto inner = [&](const char* key) { return input::items_at(condition, key); };
  const auto each = [&](const auto* one) { return holds(*one); };
  const auto kind = kind_of(condition);
  if (kind == "value") return value_holds(condition);
  if (kind == "rows") return rows_hold(condition);
  if (kind == "reader") return is_for(*condition.find("reader"));
  if (kind == "not") return !holds(*condition.find("not"));
  // All are asked, so that each complaint is found.
  if (kind == "all") {
    const auto all = inner("all");
    return std::count_if(all.begin(), all.end(), each) == static_cast<std::ptrdiff_t>(all.size());
  }
  if (kind == "any") {
    const auto all = inner("any");
    return std::count_if(all.begin(), all.end(), each) > 0;
  }
  names_.error("unclear-condition", "a condition asks for one of `value`, `rows`, `reader`, `all`, `any` and `not`",
               condition.place, "put several under `all:` or `any:`");
  return false;
}

bool TemplateCondition::value_holds(const Tree& condition) const {
  const auto* value = names_.value(*condition.find("value"));
  const auto is = input::texts_at(condition, "is");
  const auto* above = condition.find("above");
  const auto* below = condition.find("below");
  const auto* stated = condition.find("stated");
  if (is.empty() && !above && !below && !stated) {
    names_.error("unclear-condition", "the condition does not say what the value must be", condition.place,
                 "add `is:`, `above:`, `below:` or `stated:`");
    return false;
  }
  if (!value) return false;
  const auto as_number = number(*value);
  if ((above || below) && !as_number) {
    names_.error("unclear-condition", input::quote(*value) + " is no number, so it is neither above nor below one",
                 condition.place);
    return false;
  }
  return (is.empty() || std::find(is.begin(), is.end(), *value) != is.end()) &&
         (!above || *as_number > above->integer) && (!below || *as_number < below->integer) &&
         (!stated || input::true_at(condition, "stated") == !value->empty());
}

bool TemplateCondition::rows_hold(const Tree& condition) const {
  const auto* table = names_.table(*condition.find("rows"));
  if (!table) return false;
  TableWish wish;
  wish.where = names_.tests(*table, condition.find("where"));
  wish.except = names_.tests(*table, condition.find("except"));
  const bool wants_some = input::text_at(condition, "are") != "none";
  bool some = false;
  for (std::size_t row = 0; row < table->rows && !some; ++row) some = fits(wish, *table, row);
  return some == wants_some;
}

bool TemplateCondition::is_for(const Tree& readers) const {
  std::vector<const Tree*> names;
  if (readers.shape == Tree::Shape::text) names.push_back(&readers);
  for (const auto& one : readers.items) names.push_back(&one);
  std::vector<std::string> known;
  if (readers_)
    for (const auto& one : readers_->members) known.push_back(one.key);
  bool among = reader_.empty();
  for (const auto* name : names) {
    if (std::find(known.begin(), known.end(), name->text) == known.end())
      names_.error("unknown-reader", input::quote(name->text) + " is none of the template's readers", name->place,
                   input::suggest(name->text, known));
    among = among || name->text == reader_;
  }
  return among;
}

}  // namespace assize::dossier
