// SPDX-License-Identifier: Apache-2.0
#include <cassert>
#include <deque>
#include <set>
#include <string_view>

#include "engine/input/quote.h"
#include "engine/input/read_tree.h"
#include "engine/input/schema_node.h"

namespace assize::input {
namespace {

using Node = Schema::Node;

/// All nodes of one schema; they live as long as it does.
struct Compiled {
  std::deque<Node> nodes;
  const Node* root = nullptr;
};

class Compiler {
 public:
  explicit Compiler(Compiled& compiled) : nodes_(compiled.nodes) {}

  const Node* compile(const Tree& root) {
    const Node* node = schema(root, "#");
    for (const auto& [from, target] : references_) {
      const auto to = named_.find(target->text);
      if (to == named_.end())
        fault("schema-reference", "no schema is named " + quote(target->text), *target,
              "name one of this file: `#/$defs/NAME`");
      else
        from->ref = to->second;
    }
    if (found_.empty()) check_circles(root);
    return node;
  }
  Diagnostics found() && { return std::move(found_); }

 private:
  void fault(std::string code, std::string message, const Tree& at, std::string help = {}) {
    found_.push_back({Severity::error, std::move(code), std::move(message), at.place, std::move(help)});
  }
  void expect(std::string_view what, const Tree& at) {
    fault("schema-value", "expected " + std::string(what) + " here, found " + std::string(name_of(at.shape)), at);
  }

  const Node* schema(const Tree& tree, const std::string& name = {}) {
    Node& node = nodes_.emplace_back();
    if (!name.empty()) named_.emplace(name, &node);
    if (tree.shape == Tree::Shape::boolean)
      node.refuses_all = !tree.boolean;
    else if (tree.shape != Tree::Shape::map)
      expect("a schema", tree);
    else
      for (const auto& member : tree.members) keyword(node, member);
    return &node;
  }

  void keyword(Node& node, const Member& member) {
    const auto row = keywords().find(member.key);
    if (row != keywords().end()) return (this->*row->second)(node, member.value);
    found_.push_back({Severity::error, "schema-keyword", "the keyword " + quote(member.key) + " is not checked here",
                      member.key_place, "use those that engine/input/check_schema.h lists"});
  }

  using Take = void (Compiler::*)(Node&, const Tree&);
  static const std::map<std::string, Take, std::less<>>& keywords() {
    static const std::map<std::string, Take, std::less<>> table{
        {"type", &Compiler::types},
        {"title", &Compiler::words<&Node::title>},
        {"description", &Compiler::words<&Node::description>},
        {"properties", &Compiler::properties},
        {"required", &Compiler::required},
        {"patternProperties", &Compiler::pattern_properties},
        {"additionalProperties", &Compiler::additional_properties},
        {"propertyNames", &Compiler::child<&Node::property_names>},
        {"minProperties", &Compiler::count<&Node::least_properties>},
        {"maxProperties", &Compiler::count<&Node::most_properties>},
        {"items", &Compiler::child<&Node::items>},
        {"minItems", &Compiler::count<&Node::least_items>},
        {"maxItems", &Compiler::count<&Node::most_items>},
        {"uniqueItems", &Compiler::unique_items},
        {"enum", &Compiler::allowed},
        {"const", &Compiler::constant},
        {"minimum", &Compiler::bound<&Node::least>},
        {"maximum", &Compiler::bound<&Node::most>},
        {"minLength", &Compiler::count<&Node::least_length>},
        {"maxLength", &Compiler::count<&Node::most_length>},
        {"pattern", &Compiler::pattern},
        {"format", &Compiler::format},
        {"anyOf", &Compiler::branches<&Node::any_of>},
        {"oneOf", &Compiler::branches<&Node::one_of>},
        {"$ref", &Compiler::reference},
        {"$defs", &Compiler::definitions},
        {"examples", &Compiler::explains},
        {"default", &Compiler::explains},
        {"$schema", &Compiler::explains},
        {"$id", &Compiler::explains},
        {"$comment", &Compiler::explains},
        {"deprecated", &Compiler::explains},
    };
    return table;
  }

  void explains(Node&, const Tree&) {}
  template <std::string Node::*Member>
  void words(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::text) return expect("text", tree);
    node.*Member = tree.text;
  }

  void types(Node& node, const Tree& tree) {
    node.types = 0;
    if (tree.shape == Tree::Shape::list)
      for (const auto& item : tree.items) add_type(node, item);
    else
      add_type(node, tree);
  }
  void add_type(Node& node, const Tree& tree) {
    static const std::map<std::string, std::uint8_t, std::less<>> names{{"null", type::null},
                                                                        {"boolean", type::boolean},
                                                                        {"integer", type::integer},
                                                                        {"string", type::text},
                                                                        {"array", type::list},
                                                                        {"object", type::map},
                                                                        {"number", type::number | type::integer}};
    const auto named = names.find(tree.text);
    if (tree.shape != Tree::Shape::text || named == names.end())
      fault("schema-value", "no type is named " + quote(tree.text), tree);
    else
      node.types = static_cast<std::uint8_t>(node.types | named->second);
  }

  template <const Node* Node::*Member>
  void child(Node& node, const Tree& tree) {
    node.*Member = schema(tree);
  }
  template <std::optional<std::size_t> Node::*Member>
  void count(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::integer || tree.integer < 0) return expect("a count", tree);
    node.*Member = static_cast<std::size_t>(tree.integer);
  }
  template <std::optional<Tree> Node::*Member>
  void bound(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::integer && tree.shape != Tree::Shape::number) return expect("a number", tree);
    node.*Member = tree;
  }
  template <std::vector<const Node*> Node::*Member>
  void branches(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::list || tree.items.empty()) return expect("a list of schemas", tree);
    for (const auto& item : tree.items) (node.*Member).push_back(schema(item));
  }

  void properties(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::map) return expect("a map of schemas", tree);
    for (const auto& member : tree.members) node.properties[member.key].node = schema(member.value);
  }
  void required(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::list) return expect("a list of keys", tree);
    for (const auto& item : tree.items) {
      if (item.shape != Tree::Shape::text) return expect("a key", item);
      auto& property = node.properties[item.text];
      if (property.required) continue;
      property.required = node.required.size();
      node.required.push_back(item.text);
    }
  }
  void pattern_properties(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::map) return expect("a map of schemas", tree);
    for (const auto& member : tree.members)
      if (auto compiled = regular_expression(member.key, member.value))
        node.pattern_properties.emplace_back(std::move(compiled), schema(member.value));
  }
  void additional_properties(Node& node, const Tree& tree) {
    node.is_closed = tree.shape == Tree::Shape::boolean && !tree.boolean;
    if (tree.shape != Tree::Shape::boolean) node.additional_properties = schema(tree);
  }
  void unique_items(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::boolean) return expect("true or false", tree);
    node.unique_items = tree.boolean;
  }
  void allowed(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::list) return expect("a list of values", tree);
    allow(node, tree.items, tree);
  }
  void constant(Node& node, const Tree& tree) {
    allow(node, {tree}, tree);
    node.has_const = true;
  }
  void allow(Node& node, std::vector<Tree> values, const Tree& at) {
    if (node.has_allowed)
      return fault("schema-value", "`enum` and `const` stand in one schema", at, "keep one of them");
    node.allowed = std::move(values);
    node.has_allowed = true;
  }
  void pattern(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::text) return expect("a regular expression", tree);
    node.pattern = regular_expression(tree.text, tree);
  }
  std::unique_ptr<RE2> regular_expression(const std::string& text, const Tree& at) {
    auto compiled = std::make_unique<RE2>(text, RE2::Quiet);
    if (compiled->ok()) return compiled;
    fault("schema-value", "the regular expression " + quote(text) + " is not one of RE2: " + compiled->error(), at);
    return nullptr;
  }
  void format(Node& node, const Tree& tree) {
    node.is_date = tree.text == "date";
    if (!node.is_date) fault("schema-keyword", "the format " + quote(tree.text) + " is not checked here", tree);
  }
  void reference(Node& node, const Tree& tree) { references_.emplace_back(&node, &tree); }
  void definitions(Node& node, const Tree& tree) {
    if (tree.shape != Tree::Shape::map) return expect("a map of schemas", tree);
    if (&node != &nodes_.front())
      return fault("schema-value", "`$defs` stands inside a schema", tree, "move it to the top");
    for (const auto& member : tree.members) schema(member.value, "#/$defs/" + member.key);
  }

  /// Refuses a schema that leads to itself for the same value: to check it would never end.
  void check_circles(const Tree& root) {
    std::set<const Node*> done, around;
    for (const auto& node : nodes_)
      if (has_circle(node, done, around))
        return fault("schema-reference", "a `$ref` leads back to itself without a list or map between", root);
  }
  static bool has_circle(const Node& node, std::set<const Node*>& done, std::set<const Node*>& around) {
    if (done.count(&node) > 0) return false;
    if (!around.insert(&node).second) return true;
    const auto leads = [&](const Node* next) { return next != nullptr && has_circle(*next, done, around); };
    bool found = leads(node.ref);
    for (const auto* next : node.any_of) found = found || leads(next);
    for (const auto* next : node.one_of) found = found || leads(next);
    around.erase(&node);
    done.insert(&node);
    return found;
  }

  std::deque<Node>& nodes_;
  std::map<std::string, const Node*, std::less<>> named_;
  std::vector<std::pair<Node*, const Tree*>> references_;
  Diagnostics found_;
};

}  // namespace

Result<Schema> Schema::read(const Tree& tree) {
  const auto compiled = std::make_shared<Compiled>();
  Compiler compiler(*compiled);
  compiled->root = compiler.compile(tree);
  if (auto found = std::move(compiler).found(); !found.empty()) return found;
  Schema schema;
  schema.root_ = std::shared_ptr<const Node>(compiled, compiled->root);
  return schema;
}

const Schema& schema(std::string_view name) {
  // One table a thread: no lock, and no schema is compiled before it is asked for.
  thread_local std::map<std::string, Schema, std::less<>> compiled;
  if (const auto known = compiled.find(name); known != compiled.end()) return known->second;
  const std::string text(schema_text(name));
  assert(!text.empty());
  const auto tree = read_json({std::string(name) + ".schema.json", text});
  assert(tree);
  auto read = Schema::read(tree.value());
  assert(read);
  return compiled.emplace(name, std::move(read).value()).first->second;
}

}  // namespace assize::input
