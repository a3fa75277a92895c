// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cover/crosswalk.h"
#include "engine/dossier/document.h"
#include "engine/dossier/record.h"

namespace assize::dossier {

/// Two tables, `asked` and `offered`: every entry of either pack once, with the word for how far the other meets it,
/// the best of the other pack, and the chain of claims with basis and source of each.
Document crosswalk_document(const cover::Crosswalk& crosswalk, const catalogue::Pack& asked,
                            const catalogue::Pack& offered);
/// The same with every chain, for machines.
Record crosswalk_record(const cover::Crosswalk& crosswalk, const catalogue::Pack& asked,
                        const catalogue::Pack& offered);

}  // namespace assize::dossier
