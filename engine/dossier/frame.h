// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/dossier/document.h"
#include "engine/dossier/view.h"

namespace assize::dossier {

/// A document without sections: its id, date and cover. `kind` ends the id: `annex-iv` gives `TRIAGE-ASSIST-ANNEX-IV`.
Document frame(const View& view, const std::string& kind, std::string title, std::string subtitle);

/// Term and value, "not stated" when there is none.
KeyFacts::Fact fact(std::string term, const std::string& value);

/// Keeps the first of several anchors of one name, and drops links into the document that lead nowhere, so that no
/// renderer meets either. Anchors of gaps' notes come before those of cells.
void settle_links(Document& document);

}  // namespace assize::dossier
