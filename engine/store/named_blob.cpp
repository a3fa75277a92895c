// SPDX-License-Identifier: Apache-2.0
#include "engine/store/named_blob.h"

#include "engine/evidence/digest.h"
#include "engine/store/store.h"
#include "engine/store/store_fault.h"

namespace assize::store {

input::Result<std::vector<NamedBlob>> name_blobs(const std::vector<std::string>& blobs) {
  std::vector<NamedBlob> named;
  named.reserve(blobs.size());
  for (const auto& bytes : blobs) {
    if (bytes.size() > max_blob_bytes)
      return input::Diagnostics{fault("store-entry",
                                      "a blob has " + std::to_string(bytes.size()) + " bytes, and at most " +
                                          std::to_string(max_blob_bytes) + " are kept",
                                      "keep the file elsewhere, and name it as a reference with its hash")};
    named.push_back({evidence::sha256(bytes), bytes});
  }
  return named;
}

Draft resting_on(Draft draft, const std::vector<NamedBlob>& blobs) {
  for (const auto& blob : blobs) draft.blobs.push_back(blob.digest);
  return draft;
}

}  // namespace assize::store
