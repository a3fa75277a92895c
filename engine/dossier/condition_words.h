// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/catalogue/condition.h"

namespace assize::dossier {

/// A condition as a person would say it.
std::string words_of(const catalogue::Condition& condition);

/// Whether the condition, or a part of it, asks for this: a kind with `is`, a trait or a fact by its name.
bool asks(const catalogue::Condition& condition, catalogue::Word word, const std::string& name);

}  // namespace assize::dossier
