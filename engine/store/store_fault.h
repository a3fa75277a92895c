// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "engine/input/diagnostic.h"

namespace assize::store {

inline input::Diagnostic fault(std::string code, std::string message, std::string help = {}) {
  return {input::Severity::error, std::move(code), std::move(message), {}, std::move(help)};
}

inline input::Diagnostics blob_missing(std::string_view digest) {
  return {fault("store-blob-missing", "no blob with digest `" + std::string(digest) + "` is kept",
                "add the file it belongs to again")};
}

inline input::Diagnostics ledger_moved(std::string_view expected, std::string_view last) {
  return {fault("store-moved",
                "the ledger ends with `" + std::string(last) + "`, not with `" + std::string(expected) + "`",
                "someone else recorded a step meanwhile: look at it, then try again")};
}

}  // namespace assize::store
