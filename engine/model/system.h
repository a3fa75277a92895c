// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/input/date.h"
#include "engine/input/fields.h"
#include "engine/input/place.h"
#include "engine/model/answer.h"

namespace assize::model {

using input::Place;
using input::Said;

/// A name the user wrote, kept apart by what it names: an ElementId is never a ThreatId.
template <class Named>
struct Id {
  std::string text;
  auto operator<=>(const Id&) const = default;
};
using ElementId = Id<struct ElementName>;
using FlowId = Id<struct FlowName>;
using BoundaryId = Id<struct BoundaryName>;
using KindId = Id<struct KindName>;
using ObjectiveId = Id<struct ObjectiveName>;
using PersonId = Id<struct PersonName>;

/// Links between elements. The first four are lineage.
enum class Relation { trained_on, fine_tuned_from, evaluated_on, derived_from, provided_by, holds, uses, runs_on };
inline constexpr std::array<std::pair<std::string_view, Relation>, 8> relations = {
    {{"trained-on", Relation::trained_on},
     {"fine-tuned-from", Relation::fine_tuned_from},
     {"evaluated-on", Relation::evaluated_on},
     {"derived-from", Relation::derived_from},
     {"provided-by", Relation::provided_by},
     {"holds", Relation::holds},
     {"uses", Relation::uses},
     {"runs-on", Relation::runs_on}}};
std::string_view name_of(Relation relation);
std::optional<Relation> relation_of(std::string_view name);

/// What is so about a thing; every value as text ("true", "internet", "3").
struct Trait {
  std::vector<std::string> values;
  Place place;
};
using Traits = std::map<std::string, Trait>;

/// Impact when an objective fails: 1 low, 2 medium, 3 high (TS 102 165-1). More is worse.
struct Rating {
  int rating = 1;
  std::string because;
  Place place;
};
/// What is not in it is not rated: counts as 1, and is shown as not rated.
using Value = std::map<ObjectiveId, Rating>;

struct Link {
  Relation relation;
  ElementId to;
  Place place;
};

/// A measured number; rates are shares of one.
struct Metric {
  std::string name;
  std::string of;  ///< Class, group or slice; may be empty.
  double value = 0;
  std::string as_written;  ///< The number as the file has it.
  std::string interval;
  Said<std::string> on;        ///< Dataset; may be empty.
  Said<std::string> evidence;  ///< May be empty.
  Place place;
};

struct Weakness {
  std::string id, says;
  Place place;
};

/// One thing in the system description that can be attacked, fail or do harm.
struct Element {
  ElementId id;
  Said<KindId> kind;
  std::string title;  ///< For people; nothing is ever found by it. The id when none was given.
  std::string says;
  Traits traits;
  Value value;
  std::vector<Link> links;
  std::vector<Metric> metrics;
  std::vector<Weakness> weaknesses;
  std::string brought_by;  ///< Implementation whose control brings it; empty for what the describer named.
  Place place;
};

/// Data moving from one element to another.
struct Flow {
  FlowId id;
  std::string title;
  Said<ElementId> from, to;
  std::vector<Said<ElementId>> carries;
  Traits traits;
  Value value;
  Place place;
};

enum class BoundaryKind { first_party, third_party, open_to_public };
struct Boundary {
  BoundaryId id;
  std::string title;
  BoundaryKind kind = BoundaryKind::first_party;
  std::vector<Said<std::string>> inside;  ///< Elements or boundaries.
  Traits traits;
  Place place;
};

/// ISO/IEC 23894: harm to the organisation, individuals, groups, society or the environment.
struct Harm {
  struct When {
    ElementId element;
    ObjectiveId objective;
    Place place;
  };
  std::string id, who, what, because;
  std::vector<When> when;
  int rating = 1;
  Place place;
};

/// TS 102 165-1: who may enact a threat. Recorded with each rating; never changes a number by itself.
struct Agent {
  std::string id, title, motivation, capability, access, because;
  std::vector<std::string> families;  ///< Empty: all.
  Place place;
};

struct Purpose {
  std::string intended, setting, benefits;
  std::vector<Said<std::string>> users, affected;
  std::vector<std::string> excluded, misuse;
  Place place;
};

struct Assumption {
  std::string id, says, owner;
  Place place;
};

struct EarlierVersion {
  std::string version, date, changes;
};

struct Provider {
  std::string name, country, address, contact, authorised_representative;
};

/// Where a transcribed description comes from.
struct Transcription {
  std::string title, licence, url;
  std::vector<std::string> added;
};

/// The whole description (the target of evaluation), as said.
struct System {
  std::string id, name, version;
  std::vector<EarlierVersion> earlier;
  Provider provider;
  Said<std::string> stage;
  std::optional<Transcription> source;
  Purpose purpose;
  std::vector<std::string> environment;
  std::vector<Assumption> assumptions;
  Traits traits;
  std::map<std::string, Answer> facts;  ///< By question of a law.
  std::vector<Agent> agents;
  std::vector<Boundary> boundaries;
  std::vector<Element> elements;
  std::vector<Flow> flows;
  std::vector<Harm> harms;
  Place place;
};

}  // namespace assize::model
