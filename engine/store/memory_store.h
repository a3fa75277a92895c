// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/store.h"

namespace assize::store {

/// A store that ends with the program: for tests and dry runs.
class MemoryStore final : public Store {
 public:
  input::Result<Entry> append(const Draft& draft, const std::vector<std::string>& blobs) override;
  input::Result<std::vector<Entry>> ledger() const override;
  input::Result<std::string> blob(std::string_view digest) const override;

 private:
  std::vector<Entry> ledger_;
  std::map<std::string, std::string, std::less<>> blobs_;  ///< By digest.
};

}  // namespace assize::store
