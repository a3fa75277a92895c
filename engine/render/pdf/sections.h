// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/dossier/document.h"
#include "engine/render/pdf/flow.h"

namespace assize::render::pdf {

/// Lays out everything behind the contents. Sections of the first level begin on a page of their own, unless much of
/// the page where the one before it ended is left, or a short one fits on what is left of it. A table or figure that
/// needs it turns the page; what is short goes on on the rest of a turned one, and a short text that leads to it goes
/// with it.
void place_sections(Flow& flow, const std::vector<dossier::Section>& sections);

}  // namespace assize::render::pdf
