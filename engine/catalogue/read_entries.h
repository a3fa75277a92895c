// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/catalogue/control.h"
#include "engine/catalogue/reference.h"
#include "engine/catalogue/standard.h"
#include "engine/catalogue/threat.h"
#include "engine/catalogue/vocabulary.h"
#include "engine/input/tree.h"

namespace assize::catalogue {

// One entry each, from a map that the schema has judged. Ids of controls and requirements are qualified by `prefix`.
Threat read_threat(const input::Tree& map);
Control read_control(const input::Tree& map, const std::string& prefix);
Requirement read_requirement(const input::Tree& map, const std::string& prefix);
Mapping read_mapping(const input::Tree& map);
Standard read_standard(const input::Tree& map);
Attribute read_attribute(const input::Tree& map);
ReferenceScheme read_scheme(const input::Tree& map);
/// All entries of one scheme.
std::vector<External> read_externals(const input::Tree& map);
Alias read_alias(const input::Tree& map);
View read_view(const input::Tree& map);
Kind read_kind(const input::Tree& map);
Objective read_objective(const input::Tree& map);
Stage read_stage(const input::Tree& map);
TraitDefinition read_trait(const input::Tree& map);
/// Adds the definition to the fact of that id, or reports that a scope is defined twice (`duplicate-id`).
void read_fact(const input::Tree& map, std::vector<Fact>& facts, input::Diagnostics& found);

}  // namespace assize::catalogue
