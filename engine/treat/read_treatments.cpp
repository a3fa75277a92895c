// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "engine/input/check_schema.h"
#include "engine/treat/treatment.h"

namespace assize::treat {

std::vector<Treatment> read_treatments(const input::Tree& tree, input::Diagnostics& found) {
  for (auto& fault : input::schema("treatments").check(tree)) found.push_back(std::move(fault));
  std::vector<Treatment> treatments;
  std::map<std::string, input::Place> first;
  for (const auto* item : input::items_at(tree, "treatments")) {
    Treatment read{.risk = input::said_at(*item, "risk"),
                   .owner = input::said_at(*item, "owner"),
                   .option = input::text_at(*item, "option"),
                   .because = input::text_at(*item, "because"),
                   .by = input::saids_at(*item, "by"),
                   .due = input::date_at(*item, "due"),
                   .accepted = {},
                   .place = item->place};
    if (const auto* accepted = item->find("accepted")) {
      auto level = input::text_at(*accepted, "level");
      read.accepted = Treatment::Acceptance{.by = input::said_at(*accepted, "by"),
                                            .on = input::date_at(*accepted, "on").value_or(input::Date{}),
                                            .until = input::date_at(*accepted, "until"),
                                            .level = level.empty() ? "evidenced" : level,
                                            .because = input::text_at(*accepted, "because"),
                                            .place = accepted->place};
      if (read.accepted->until && *read.accepted->until < read.accepted->on)
        found.push_back({input::Severity::error, "date-order",
                         "the acceptance of risk `" + read.risk.value + "` ends before it begins", accepted->place,
                         ""});
    }
    const auto [at, fresh] = first.emplace(read.risk.value, read.place);
    if (!fresh && !read.risk.value.empty())
      found.push_back({input::Severity::error, "duplicate-id", "risk `" + read.risk.value + "` is treated twice",
                       read.place, "the first is at " + to_text(at->second)});
    treatments.push_back(std::move(read));
  }
  return treatments;
}

}  // namespace assize::treat
