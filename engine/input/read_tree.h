// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/input/limits.h"
#include "engine/input/result.h"
#include "engine/input/source.h"
#include "engine/input/tree.h"

namespace assize::input {

/// YAML 1.2 as people use it: one document; only `true`, `false`, `null`, `~`, integers and decimals are not text
/// (`yes`, dates and versions are text; quoted scalars are always text). Refused: repeated keys, keys that are no
/// scalars, aliases inside what they stand for, merge keys (`<<`), tags, several documents, whatever `limits` forbids,
/// invalid UTF-8, NUL bytes.
Result<Tree> read_yaml(const Source& source, const Limits& limits = {});

/// RFC 8259. Refused: repeated keys, a byte order mark, numbers that do not fit, whatever `limits` forbids.
Result<Tree> read_json(const Source& source, const Limits& limits = {});

/// By the end of the name: `.json` is JSON, all else YAML.
Result<Tree> read_tree(const Source& source, const Limits& limits = {});

/// Codes `file-too-large`, `invalid-utf-8`, `nul-byte`, `control-character` (all but tab and line ends): what any text
/// must pass, Markdown too. The readers above do this first.
Diagnostics check_text(const Source& source, const Limits& limits = {});

}  // namespace assize::input
