// SPDX-License-Identifier: Apache-2.0
#include "engine/store/memory_store.h"

#include <algorithm>

#include "engine/store/named_blob.h"
#include "engine/store/store_fault.h"

namespace assize::store {

input::Result<Entry> MemoryStore::append(const Draft& draft, const std::vector<std::string>& blobs) {
  const auto named = name_blobs(blobs);
  if (!named) return named.diagnostics();
  const std::string last = ledger_.empty() ? std::string(start_of_chain) : ledger_.back().digest;
  auto sealed = seal(resting_on(draft, named.value()), static_cast<std::int64_t>(ledger_.size()) + 1, last);
  if (!sealed) return sealed;
  if (!draft.after.empty() && draft.after != last) return ledger_moved(draft.after, last);
  const auto given = [&](const std::string& digest) {
    return std::any_of(named.value().begin(), named.value().end(), [&](const auto& b) { return b.digest == digest; });
  };
  for (const auto& digest : sealed.value().blobs)
    if (!given(digest) && !blobs_.contains(digest)) return blob_missing(digest);

  for (const auto& blob : named.value()) blobs_.try_emplace(blob.digest, blob.bytes);
  ledger_.push_back(sealed.value());
  return sealed;
}

input::Result<std::vector<Entry>> MemoryStore::ledger() const { return ledger_; }

input::Result<std::string> MemoryStore::blob(std::string_view digest) const {
  const auto found = blobs_.find(digest);
  if (found == blobs_.end()) return blob_missing(digest);
  return found->second;
}

}  // namespace assize::store
