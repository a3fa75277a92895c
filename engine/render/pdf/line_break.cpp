// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pdf/line_break.h"

#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>

namespace assize::render::pdf {
namespace {

constexpr float kTolerance = 0.01f;  // Of a sum of rounded widths, points.

constexpr std::uint32_t kMostMarks = 32;  // That a letter carries to the next line.

bool is_blank(char16_t unit) { return unit == u' '; }

bool invites_break(char16_t unit) {
  switch (unit) {
    case u'/':
    case u'\\':
    case u'.':
    case u'-':
    case u'_':
    case u':':
    case u'@':
    case u',':
    case u';':
    case u'=':
    case u'&':
    case u'?':
    case u'#':
    case u'|':
    case u'+':
      return true;
    default:
      return false;
  }
}

bool is_ascii_letter(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }

/// Whether a line may end before `i`, for texts in plain ASCII: what UAX 14 says about them, without the tables.
bool ascii_opportunity(const std::u16string& chars, std::uint32_t i) {
  const char16_t before = chars[i - 1], after = chars[i];
  if (is_blank(before)) return !is_blank(after);
  if (!is_ascii_letter(after)) return false;
  return (before == u'-' || before == u'/' || before == u'|') && i >= 2 && !is_blank(chars[i - 2]);
}

bool joins_previous(char16_t unit) {
  if (unit < 0x300) return false;
  const auto category = u_charType(unit);
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_COMBINING_SPACING_MARK;
}

std::uint32_t trimmed(const std::u16string& chars, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && is_blank(chars[end - 1])) --end;
  return end;
}

}  // namespace

LineBreaker::LineBreaker(const TypeCase& faces) : faces_(faces) {
  UErrorCode status = U_ZERO_ERROR;
  unicode_.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) unicode_.reset();
}

void LineBreaker::find_opportunities(const StyledText& text, std::uint32_t begin, std::uint32_t end) {
  opportunities_.clear();
  const std::u16string& chars = text.chars;
  const bool plain = std::all_of(chars.begin() + begin, chars.begin() + end, [](char16_t c) { return c < 0x80; });
  if (plain || !unicode_) {
    for (std::uint32_t i = begin + 1; i < end; ++i)
      if (ascii_opportunity(chars, i)) opportunities_.push_back(i);
  } else {
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUChars(&view, chars.data() + begin, static_cast<std::int64_t>(end - begin), &status);
    unicode_->setText(&view, status);
    for (std::int32_t i = unicode_->next(); i != icu::BreakIterator::DONE; i = unicode_->next())
      if (begin + static_cast<std::uint32_t>(i) < end) opportunities_.push_back(begin + static_cast<std::uint32_t>(i));
    utext_close(&view);
  }
  opportunities_.push_back(end);
}

std::uint32_t LineBreaker::emergency_break(const StyledText& text, std::uint32_t begin, std::uint32_t end,
                                           double width) const {
  std::uint32_t last = begin + 1;
  while (last < end && at_[last + 1] - at_[begin] <= static_cast<float>(width) + kTolerance) ++last;
  // A mark stays with its letter; a heap of marks that no letter can carry is cut anywhere.
  const std::uint32_t whole = last, least = last > begin + kMostMarks ? last - kMostMarks : begin + 1;
  while (last > least && last < end && joins_previous(text.chars[last])) --last;
  if (last == least && last < end && joins_previous(text.chars[last])) last = whole;
  for (std::uint32_t i = last; i > begin + 1; --i) {
    if (at_[i] - at_[begin] < 0.4 * width) break;  // A short line is uglier than a cut word.
    if (invites_break(text.chars[i - 1]) && !invites_break(text.chars[i])) return i;
  }
  return last;
}

void LineBreaker::break_lines(const StyledText& text, double size, double width, std::vector<Line>& lines) {
  lines.clear();
  const std::u16string& chars = text.chars;
  const auto count = static_cast<std::uint32_t>(chars.size());
  if (count == 0) return;
  faces_.positions(text, size, at_);
  const float limit = static_cast<float>(std::max(width, 0.0)) + kTolerance;
  const auto emit = [&](std::uint32_t begin, std::uint32_t end) {
    end = trimmed(chars, begin, end);
    lines.push_back({begin, end, at_[end] - at_[begin]});
  };
  for (std::uint32_t from = 0; from <= count;) {
    auto to = static_cast<std::uint32_t>(std::min<std::size_t>(chars.find(u'\n', from), count));
    if (to == count && from == count && from != 0) break;  // A line end at the very end starts nothing.
    if (at_[to] - at_[from] <= limit) {
      emit(from, to);
    } else {
      find_opportunities(text, from, to);
      std::uint32_t start = from, fits = from;
      for (std::size_t i = 0; i < opportunities_.size();) {
        const std::uint32_t here = opportunities_[i];
        if (at_[trimmed(chars, start, here)] - at_[start] <= limit) {
          fits = here;
          ++i;
        } else if (fits > start) {
          emit(start, fits);
          start = fits;
        } else {
          fits = emergency_break(text, start, here, width);
          emit(start, fits);
          start = fits;
        }
      }
      if (start < to) emit(start, to);
    }
    from = to + 1;
  }
}

void LineBreaker::break_preformatted(const StyledText& text, double size, double width, std::vector<Line>& lines) {
  lines.clear();
  faces_.positions(text, size, at_);
  const float limit = static_cast<float>(std::max(width, 0.0)) + kTolerance;
  const auto count = static_cast<std::uint32_t>(text.chars.size());
  for (std::uint32_t from = 0; from < count;) {
    const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(text.chars.find(u'\n', from), count));
    std::uint32_t start = from;
    do {
      std::uint32_t end = std::min(start + 1, to);
      while (end < to && at_[end + 1] - at_[start] <= limit) ++end;
      lines.push_back({start, end, at_[end] - at_[start]});
      start = end;
    } while (start < to);
    from = to + 1;
  }
}

namespace {

/// The widest part of [begin, end) between places that invite a break, and how many parts there are.
std::pair<double, int> widest_part(const std::u16string& chars, const std::vector<float>& at, std::uint32_t begin,
                                   std::uint32_t end) {
  double widest = 0;
  int parts = 0;
  for (std::uint32_t part = begin, i = begin; i < end; ++i) {
    if (i + 1 < end && !(invites_break(chars[i]) && !invites_break(chars[i + 1]))) continue;
    widest = std::max<double>(widest, at[i + 1] - at[part]);
    part = i + 1;
    ++parts;
  }
  return {widest, parts};
}

}  // namespace

Extent LineBreaker::extent(const StyledText& text, double size, Patience patience) {
  Extent extent;
  const std::u16string& chars = text.chars;
  const auto count = static_cast<std::uint32_t>(chars.size());
  if (count == 0) return extent;
  faces_.positions(text, size, at_);
  std::uint32_t word = 0, line = 0;
  const auto end_word = [&](std::uint32_t end) {
    if (end <= word) return;
    double width = at_[end] - at_[word];
    if (width > patience.id) {
      const auto [part, parts] = widest_part(chars, at_, word, end);
      if (parts > 1) width = std::max(part, patience.id);
    }
    extent.word = std::max(extent.word, std::min(width, patience.word));
  };
  const auto end_line = [&](std::uint32_t end) {
    extent.whole = std::max<double>(extent.whole, at_[end] - at_[line]);
    extent.total += at_[end] - at_[line];
    extent.lines += 1;
    line = end + 1;
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    if (is_blank(chars[i]) || chars[i] == u'\n') {
      end_word(i);
      word = i + 1;
      if (chars[i] == u'\n') end_line(i);
    } else if (i > word && ascii_opportunity(chars, i)) {
      end_word(i);
      word = i;
    }
  }
  end_word(count);
  if (line < count) end_line(count);
  return extent;
}

}  // namespace assize::render::pdf
