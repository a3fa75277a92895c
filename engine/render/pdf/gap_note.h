// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// On a ground of its own, with its id as a flag.
void place_gap_note(Flow& flow, const dossier::GapNote& note);
/// What of it must stand on the page where it begins, with the white above it.
double least_height(Flow& flow, const dossier::GapNote& note);

}  // namespace assize::render::pdf
