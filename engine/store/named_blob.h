// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/input/result.h"
#include "engine/store/entry.h"

namespace assize::store {

/// Bytes under the name by which they are kept. The bytes belong to someone else.
struct NamedBlob {
  std::string digest;  ///< SHA-256 of the bytes.
  std::string_view bytes;
};

/// `blobs` must outlive the answer. `store-entry`: one is longer than `max_blob_bytes`.
input::Result<std::vector<NamedBlob>> name_blobs(const std::vector<std::string>& blobs);

/// The draft, resting on `blobs` too.
Draft resting_on(Draft draft, const std::vector<NamedBlob>& blobs);

}  // namespace assize::store
