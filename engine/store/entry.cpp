// SPDX-License-Identifier: Apache-2.0
#include "engine/store/entry.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/evidence/digest.h"
#include "engine/input/date.h"
#include "engine/input/quote.h"
#include "engine/input/read_tree.h"
#include "engine/store/canonical_json.h"
#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

using input::Diagnostics;

constexpr std::size_t line_bytes = 500;

/// `Thh:mm:ssZ`. A leap second cannot be written: POSIX clocks do not show it.
bool is_time_of_day(std::string_view text) {
  constexpr std::string_view shape = "Tdd:dd:ddZ";
  if (text.size() != shape.size()) return false;
  for (std::size_t at = 0; at < shape.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (shape[at] == 'd' ? !digit : text[at] != shape[at]) return false;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  return two(1) < 24 && two(4) < 60 && two(7) < 60;
}

bool is_moment(std::string_view text) {
  constexpr std::size_t date_bytes = 10;
  if (text.size() < date_bytes || !input::parse_date(text.substr(0, date_bytes))) return false;
  return text.size() == date_bytes || is_time_of_day(text.substr(date_bytes));
}

void check_line(std::string_view name, std::string_view line, Diagnostics& found) {
  const auto refuse = [&](const std::string& why) {
    found.push_back(fault("store-entry", "the " + std::string(name) + " of a ledger entry " + why));
  };
  if (line.empty()) return refuse("is empty");
  if (line.size() > line_bytes) return refuse("has more than " + std::to_string(line_bytes) + " bytes");
  if (!input::check_text({{}, std::string(line)}).empty() || line.find_first_of("\t\n\r") != line.npos)
    refuse("is not one line of plain text: " + input::quote(line));
}

/// What is wrong with `entry`, given the one that stands before it; nothing when all is well.
std::optional<std::string> break_at(const Entry& entry, std::int64_t sequence, std::string_view previous) {
  const auto name = "entry " + std::to_string(sequence);
  if (entry.sequence != sequence) return name + " is missing";
  if (evidence::sha256(entry.payload) != entry.payload_digest) return "the payload of " + name + " was altered";
  if (evidence::sha256(canonical_text(entry)) != entry.digest) return name + " was altered";
  if (entry.previous != previous) return name + " does not follow the entry before it";
  return std::nullopt;
}

}  // namespace

bool is_digest(std::string_view text) {
  return text.size() == start_of_chain.size() && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::string canonical_text(const Entry& entry) {
  std::string text;
  const auto field = [&](std::string_view name, std::string_view value) {
    text += name;
    append_json_string(text, value);
  };
  field(R"({"action":)", entry.action);
  field(R"(,"actor":)", entry.actor);
  field(R"(,"at":)", entry.at);
  text += R"(,"blobs":[)";
  for (const auto& digest : entry.blobs) field(&digest == &entry.blobs.front() ? "" : ",", digest);
  // The name of the format keeps these bytes from ever being taken for those of something else.
  field(R"(],"format":)", "assize/ledger-entry/1");
  field(R"(,"payload_digest":)", entry.payload_digest);
  field(R"(,"previous":)", entry.previous);
  text += R"(,"sequence":)" + std::to_string(entry.sequence) + "}";
  return text;
}

input::Result<Entry> seal(const Draft& draft, std::int64_t sequence, std::string_view previous) {
  Diagnostics found;
  if (!is_moment(draft.at))
    found.push_back(fault("store-entry", "a ledger entry cannot be dated " + input::quote(draft.at),
                          "write `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`"));
  check_line("actor", draft.actor, found);
  check_line("action", draft.action, found);
  for (const auto& digest : draft.blobs)
    if (!is_digest(digest))
      found.push_back(fault("store-entry", input::quote(digest) + " is no SHA-256 digest of a blob",
                            "a digest has 64 lower-case hexadecimal digits"));
  auto payload = canonical_json(draft.payload);
  if (!payload) std::copy(payload.diagnostics().begin(), payload.diagnostics().end(), std::back_inserter(found));
  if (!found.empty()) return found;

  Entry entry{sequence, draft.at, draft.actor, draft.action, std::move(payload).value(), draft.blobs, {}, {}, {}};
  std::sort(entry.blobs.begin(), entry.blobs.end());
  entry.blobs.erase(std::unique(entry.blobs.begin(), entry.blobs.end()), entry.blobs.end());
  entry.payload_digest = evidence::sha256(entry.payload);
  entry.previous = previous;
  entry.digest = evidence::sha256(canonical_text(entry));
  return entry;
}

Diagnostics check_chain(const std::vector<Entry>& ledger) {
  std::string_view previous = start_of_chain;
  std::int64_t sequence = 0;
  for (const auto& entry : ledger) {
    if (auto broken = break_at(entry, ++sequence, previous))
      return {
          fault("store-corrupt", *std::move(broken), "restore the store from a copy; the ledger before it is intact")};
    previous = entry.digest;
  }
  return {};
}

}  // namespace assize::store
