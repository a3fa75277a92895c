// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"

namespace assize::store {

/// What someone did, as the caller tells it; the store adds its place in the chain. The store reads no clock.
struct Draft {
  /// `YYYY-MM-DD`, or UTC to the second: `YYYY-MM-DDThh:mm:ssZ`. It need not come after that of the last entry.
  std::string at;
  std::string actor;   ///< Who: one line, 1 to 500 bytes of UTF-8 without control characters.
  std::string action;  ///< What: the same; by custom a kebab-case word (`assess`, `sign`).
  /// Any JSON text whose numbers are integers within +-(2^53 - 1). The entry keeps its canonical form.
  std::string payload = "{}";
  /// SHA-256 (64 lower-case hexadecimal digits) of the blobs that the entry rests on and that the store keeps already.
  /// Those of the blobs given to `append` are added by it. Order and repetition do not matter.
  std::vector<std::string> blobs = {};
  /// The digest of the entry that the caller took for the last (`start_of_chain` for none). When someone else has
  /// appended since, `append` refuses with `store-moved`. Empty: append wherever the ledger ends.
  std::string after = {};
};

/// One link of the ledger. docs/formats/store.md says how each digest is made.
struct Entry {
  std::int64_t sequence = 0;  ///< Counts from 1, without holes.
  std::string at;
  std::string actor;
  std::string action;
  std::string payload;             ///< Canonical JSON.
  std::vector<std::string> blobs;  ///< Digests, ascending, distinct.
  std::string payload_digest;
  std::string previous;  ///< Digest of the entry before; `start_of_chain` for the first.
  std::string digest;    ///< Own digest, which covers all of the above but `payload`, held by its digest.
  bool operator==(const Entry&) const = default;
};

/// What the first entry names as the one before it: 64 zeros.
inline constexpr std::string_view start_of_chain = "0000000000000000000000000000000000000000000000000000000000000000";

/// 64 lower-case hexadecimal digits.
bool is_digest(std::string_view text);

/// The bytes whose SHA-256 is the entry's own digest: canonical JSON of all but `payload` and `digest`.
std::string canonical_text(const Entry& entry);

/// The draft as entry number `sequence` after the entry with digest `previous`. `store-entry`: a field is not as
/// `Draft` asks; every such field is reported.
input::Result<Entry> seal(const Draft& draft, std::int64_t sequence, std::string_view previous);

/// Nothing when each entry is as it was sealed and follows the one before, from 1; else one `store-corrupt`, which
/// names the first entry that is not. A chain cannot show that its last entries were cut off: for that, keep the last
/// digest elsewhere.
input::Diagnostics check_chain(const std::vector<Entry>& ledger);

}  // namespace assize::store
