// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// Terms and values, ruled. The last of them stay on the page that has room for `after` below them.
void place_key_facts(Flow& flow, const dossier::KeyFacts& facts, double after = 0);

}  // namespace assize::render::pdf
