// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/document.h"
#include "engine/render/html/page.h"

namespace assize::render::html {

/// The style that differs from document to document: the colour and font of the house, and what stands at the edges of
/// printed pages. A block of its own, so that the policy can name it. What cannot be used is a warning
/// `style-unusable`.
std::string house_style(Page& page);

/// The logo of the house as an image in the page; nothing when there is none. Not a PNG: a warning `style-unusable`.
void write_logo(Page& page);

}  // namespace assize::render::html
