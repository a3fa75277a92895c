// SPDX-License-Identifier: Apache-2.0
#include "engine/cover/narrative.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace assize::cover {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// CommonMark: what a fenced block of code is inside of, and what its lines do to it.
class Fence {
 public:
  bool is_open() const { return !mark_.empty(); }

  void read(std::string_view line) {
    line.remove_prefix(std::min({line.find_first_not_of(' '), line.size(), std::size_t{3}}));
    if (line.empty() || (line.front() != '`' && line.front() != '~')) return;
    const auto mark = line.substr(0, line.find_first_not_of(line.front()));
    const auto rest = line.substr(mark.size());
    if (mark.size() < 3) return;
    if (!is_open()) {
      if (mark.front() == '~' || rest.find('`') == rest.npos) mark_ = mark;
    } else if (mark.front() == mark_.front() && mark.size() >= mark_.size() && trimmed(rest).empty()) {
      mark_.clear();
    }
  }

 private:
  std::string mark_;
};

}  // namespace

std::vector<Narrative> read_narrative(const input::Source& source, input::Diagnostics& found) {
  std::vector<Narrative> narratives;
  std::map<std::string, input::Place> first;
  std::string_view rest = source.text;
  Fence fence;
  bool complained = false;
  for (int number = 1; !rest.empty(); ++number) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    fence.read(line);
    if (!fence.is_open() && line.starts_with("# ")) {
      Narrative narrative;
      const auto heading = trimmed(line.substr(2));
      // `prefix:ID: title`: the first colon that is followed by a blank ends the id.
      const auto colon = heading.find(": ");
      narrative.requirement = trimmed(heading.substr(0, colon));
      narrative.place = {source.name, "", number, 3, static_cast<int>(narrative.requirement.size())};
      narrative.first_line = number + 1;
      const auto [at, fresh] = first.emplace(narrative.requirement, narrative.place);
      if (!fresh)
        found.push_back({input::Severity::error, "duplicate-id", "`" + narrative.requirement + "` is answered twice",
                         narrative.place, "the first is at " + to_text(at->second)});
      narratives.push_back(std::move(narrative));
    } else if (!narratives.empty()) {
      narratives.back().text.append(line).append("\n");
    } else if (!complained && !trimmed(line).empty() && !line.starts_with("<!--")) {
      complained = true;
      found.push_back({input::Severity::error,
                       "no-heading",
                       "text before the first heading answers no requirement",
                       {source.name, "", number, 1, static_cast<int>(line.size())},
                       "begin each answer with a line `# Annex IV.2(g)` that names its requirement"});
    }
  }
  return narratives;
}

std::string hollow(const Narrative& narrative) {
  auto text = trimmed(narrative.text);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
  if (text.empty()) return "there is no text";
  static constexpr std::array<std::string_view, 10> placeholders = {"to be documented",
                                                                    "to be completed",
                                                                    "to be written",
                                                                    "to be provided",
                                                                    "to be defined",
                                                                    "tbd",
                                                                    "todo",
                                                                    "lorem ipsum",
                                                                    "placeholder",
                                                                    "n/a"};
  for (const auto placeholder : placeholders)
    for (auto at = text.find(placeholder); at != text.npos; at = text.find(placeholder, at + 1)) {
      const auto letter = [&](std::size_t i) {
        return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i]));
      };
      if (!letter(at + placeholder.size()) && (at == 0 || !letter(at - 1)))
        return "it says `" + std::string(placeholder) + "`";
    }
  int words = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (const auto blank =
            [&](std::size_t at) { return std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos; };
        !blank(i) && (i == 0 || blank(i - 1)))
      ++words;
  if (words < 8) return "it has fewer than eight words";
  return {};
}

}  // namespace assize::cover
