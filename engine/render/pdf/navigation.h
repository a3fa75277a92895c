// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

#include "engine/render/pdf/finish.h"

namespace assize::render::pdf {

/// The links of each page as annotations; the objects made, in the order of the pages and of their links.
std::vector<QPDFObjGen> write_links(QPDF& pdf, const Matter& matter, const std::vector<QPDFObjectHandle>& pages);

/// The tree of headings as bookmarks. A level left out in between counts as one level down.
void write_outline(QPDF& pdf, const Matter& matter, const std::vector<QPDFObjectHandle>& pages);

}  // namespace assize::render::pdf
