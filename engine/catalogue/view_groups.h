// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"

namespace assize::catalogue {

/// `SCHEME:id`, cut at the first colon; both empty when it has not that form.
struct ReferenceParts {
  std::string scheme, id;
};
ReferenceParts parts_of(const std::string& reference);

/// Where an alias leads, as `SCHEME:id`; empty when nothing took the place of the old id.
std::string target_of(const Alias& alias);
/// Whether the view groups by entries of its kind.
bool is_of_view(const View& view, const External& external);

/// The entry that a reference means, by way of an alias when the list has only its new id; as it is when it is unknown.
/// A successor in another list is another entry.
std::string current(const Catalogue& catalogue, const std::string& reference);

/// One entry of a view, with what stands under it.
struct ViewGroup {
  std::string token;                   ///< `SCHEME:id`.
  std::string title, parent;           ///< Empty when no pack lists the entry.
  std::vector<const Threat*> threats;  ///< In the order of the catalogue, each once.
  const View::Open* open = nullptr;    ///< Why no threat stands here.
  bool is_listed = false;              ///< Whether a pack lists the entry.
};

/// The entries of the view's schemes in the order listed, then those that threats name and nobody lists.
std::vector<ViewGroup> groups_of(const Catalogue& catalogue, const View& view);

/// The entries of the view's schemes that the threat names, each once, in the order of its references.
std::vector<std::string> stands_under(const Catalogue& catalogue, const View& view, const Threat& threat);

}  // namespace assize::catalogue
