// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.h"
#include "engine/catalogue/vocabulary.h"
#include "engine/evidence/implementation.h"
#include "engine/model/system.h"

namespace assize::walk {

/// What a condition is asked of: an element, a flow, or the system (index 0).
struct Subject {
  catalogue::Scope scope = catalogue::Scope::system;
  int index = 0;
  auto operator<=>(const Subject&) const = default;
};

/// What follows from a description, worked out once in time linear in its size: the elements with those that controls
/// bring, who is joined to whom, and which facts hold. Points into the project it was derived from.
struct Facts {
  Facts() = default;
  Facts(Facts&&) = default;  // `elements` points into `brought`: moved, never copied.
  Facts& operator=(Facts&&) = default;

  struct Joint {  ///< A link or a flow seen from one end.
    int other = 0;
    int by = 0;  ///< Index of the flow, or of the link in the list of the element that has it.
    model::Relation relation = model::Relation::uses;  ///< Of links.
  };
  const model::System* system = nullptr;
  const catalogue::Vocabulary* vocabulary = nullptr;
  std::vector<model::Element> brought;          ///< Owned; `elements` points into it too.
  std::vector<const model::Element*> elements;  ///< The describer's, then those brought.
  std::vector<int> kind_of_element;             ///< Index of the kind.
  int kind_of_flow = -1;
  std::map<std::string, int> element_index, flow_index;
  std::vector<std::vector<Joint>> links_from, links_to;  ///< By element: links it has; links others have to it.
  std::vector<std::vector<Joint>> flows_out, flows_in;   ///< By element.
  std::vector<std::vector<int>> carried_on;              ///< By element: flows that carry it.
  std::vector<std::vector<int>> carries;                 ///< By flow: elements.
  std::vector<int> flow_from, flow_to;                   ///< By flow: elements.
  std::vector<int> boundary_of;                          ///< By element: innermost boundary, or -1.
  std::vector<int> boundary_parent;                      ///< By boundary, or -1.
  std::vector<bool> crosses;                             ///< By flow.
  /// By fact, then subject.
  std::vector<std::vector<char>> of_element, of_flow;
  std::vector<char> of_system;
  /// By search (Condition::search): for each element the next one on the way to the other end, itself when it is
  /// reached as the other end's neighbour directly, -1 when it is not reached. For `somewhere` and `some-flow`: one
  /// entry, the first subject found or -1.
  struct Search {
    std::vector<int> next;  ///< By element: the neighbour that leads there, or -1.
    std::vector<int> via;   ///< By element: flow or link used.
  };
  std::vector<Search> searches;

  std::string name_of(Subject subject) const;
  const input::Place& place_of(Subject subject) const;
  const model::Traits& traits_of(Subject subject) const;
};

/// `implementations` bring the elements of their controls (TS 102 165-1: countermeasures become assets).
Facts derive(const model::System& system, const catalogue::Catalogue& catalogue,
             const std::vector<evidence::Implementation>& implementations);

}  // namespace assize::walk
