// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "engine/input/result.h"
#include "engine/input/tree.h"

namespace assize::input {

/// A compiled JSON Schema: the part of draft 2020-12 that the files in schemas/ use.
/// Keywords: type (one or several), properties, required, additionalProperties (bool or schema), patternProperties,
/// propertyNames, items, enum, const, minimum, maximum, minLength, maxLength, minItems, maxItems, uniqueItems,
/// minProperties, maxProperties, pattern, format (date), anyOf, oneOf, $ref (local `#/$defs/...`), $defs, and those
/// that only explain (title, description, examples, default, $schema, $id, $comment, deprecated).
class Schema {
 public:
  /// Any other keyword is an error (`schema-keyword`): nothing goes unchecked in silence.
  static Result<Schema> read(const Tree& tree);
  struct Node;

  /// Every fault, outer before inner and then in the order written; of a value that fits no branch of `anyOf` or
  /// `oneOf`, those of the branch that was probably meant: `unknown-key`, `missing-key`, `wrong-type`, `not-one-of`,
  /// `bad-pattern`, `out-of-range`, `wrong-length`, `not-a-date`, `repeated-item`, `fits-several`; after a thousand,
  /// `too-many-faults`. With "did you mean" where a near word exists.
  Diagnostics check(const Tree& value) const;

 private:
  std::shared_ptr<const Node> root_;
};

/// The text of schemas/NAME.schema.json, built into the library; empty when there is none of that name.
std::string_view schema_text(std::string_view name);

/// The compiled schema of that name. Asserts that it exists: names are ours.
const Schema& schema(std::string_view name);

}  // namespace assize::input
