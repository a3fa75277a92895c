// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/render/pdf/draft.h"
#include "engine/render/pdf/written_file.h"

namespace assize::render::pdf {

/// What the tree points at, by the numbers of the objects in the written file.
struct Tagged {
  const Draft& draft;
  const std::vector<std::vector<ElementId>>& marks;  ///< Of each page: what its marked content is part of.
  std::vector<int> pages;                            ///< Pages.
  std::vector<int> links;                            ///< Annotations, in the order of pages and of their links.
  int root = 0;                                      ///< The StructTreeRoot.
};

/// The structure tree (ISO 32000-1, 14.7): elements in the order of the document, each with its marked content and
/// links; and from page and link back to them. Keys of the parents: pages first, then links.
void write_structure_tree(WrittenFile& file, const Tagged& tagged);

}  // namespace assize::render::pdf
