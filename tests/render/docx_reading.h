// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace assize::render {

/// One element of an XML part, or a piece of text (no name).
struct Node {
  std::string name;
  std::string text;
  std::map<std::string, std::string> attributes;
  std::vector<Node> children;

  std::string attribute(const std::string& key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? "" : found->second;
  }
  const Node* child(const std::string& wanted) const {
    for (const auto& one : children)
      if (one.name == wanted) return &one;
    return nullptr;
  }
};

/// Reads what our writer makes and refuses whatever is not well-formed: no DTD, no comments, one declaration.
class XmlReader {
 public:
  static Node read(const std::string& xml) {
    XmlReader reader(xml);
    const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    REQUIRE(xml.compare(0, declaration.size(), declaration) == 0);
    reader.at_ = declaration.size();
    auto root = reader.element();
    REQUIRE(reader.at_ == xml.size());
    return root;
  }

 private:
  explicit XmlReader(const std::string& xml) : xml_(xml) {}

  char next() {
    if (at_ >= xml_.size()) FAIL("the part ends too early");
    return xml_[at_];
  }
  void expect(const std::string& words) {
    if (xml_.compare(at_, words.size(), words) != 0)
      FAIL("not " << words << " at byte " << at_ << ": " << xml_.substr(at_, 60));
    at_ += words.size();
  }
  std::string name() {
    const auto end = xml_.find_first_of(" =/><\"&", at_);
    if (end == std::string::npos || end <= at_) FAIL("no name at byte " << at_);
    const auto found = xml_.substr(at_, end - at_);
    at_ = end;
    return found;
  }
  std::string characters(char stop) {
    std::string text;
    for (; next() != stop; ++at_) {
      const auto byte = static_cast<unsigned char>(next());
      if (byte == '<' || (byte < 0x20 && byte != '\n' && byte != '\t')) FAIL("a bare " << int(byte) << " at " << at_);
      if (next() != '&') {
        text += next();
        continue;
      }
      const auto end = xml_.find(';', at_);
      REQUIRE(end != std::string::npos);
      const auto entity = xml_.substr(at_ + 1, end - at_ - 1);
      const std::map<std::string, char> known = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"#10", '\n'}};
      if (known.count(entity) == 0) FAIL("unknown entity " << entity);
      text += known.at(entity);
      at_ = end;
    }
    return text;
  }
  Node element() {
    Node node;
    expect("<");
    node.name = name();
    while (next() == ' ') {
      ++at_;
      const auto key = name();
      expect("=\"");
      if (!node.attributes.emplace(key, characters('"')).second) FAIL("two attributes " << key << " of " << node.name);
      expect("\"");
    }
    if (next() == '/') {
      expect("/>");
      return node;
    }
    expect(">");
    while (xml_.compare(at_, 2, "</") != 0)
      if (next() == '<')
        node.children.push_back(element());
      else
        node.children.push_back({"", characters('<'), {}, {}});
    expect("</" + node.name + ">");
    return node;
  }

  const std::string& xml_;
  std::size_t at_ = 0;
};

/// What a program prints that is asked about the zip `FILE`.
inline std::string told_of_zip(const std::string& zip, std::string command) {
  char path[] = "/tmp/docx_test_XXXXXX";
  const int file = mkstemp(path);
  REQUIRE(file >= 0);
  REQUIRE(write(file, zip.data(), zip.size()) == static_cast<ssize_t>(zip.size()));
  close(file);
  command.replace(command.find("FILE"), 4, path);
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[65536];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, got);
  CHECK(pclose(pipe) == 0);
  unlink(path);
  return text;
}

/// The files of a DOCX by their names, in no order of their own; `names` has the order in the file.
struct Docx {
  std::vector<std::string> names;
  std::map<std::string, std::string> files;

  explicit Docx(const std::string& bytes) {
    const auto list = told_of_zip(bytes, "unzip -Z1 FILE");
    for (std::size_t at = 0; at < list.size();) {
      const auto end = list.find('\n', at);
      names.push_back(list.substr(at, end - at));
      at = end + 1;
    }
    for (const auto& name : names) {
      auto escaped = name;
      if (const auto bracket = escaped.find('['); bracket != std::string::npos) escaped.insert(bracket, 1, '\\');
      files[name] = told_of_zip(bytes, "unzip -p FILE '" + escaped + "'");
    }
  }
  Node part(const std::string& name) const {
    CAPTURE(name);
    REQUIRE(files.count(name) == 1);
    return XmlReader::read(files.at(name));
  }
  Node document() const { return part("word/document.xml"); }
};

/// Every element called `name` below the node, in order of the document.
inline void collect(const Node& node, const std::string& name, std::vector<const Node*>& found) {
  for (const auto& child : node.children) {
    if (child.name == name) found.push_back(&child);
    collect(child, name, found);
  }
}
inline std::vector<const Node*> all(Node&& node, const std::string& name) = delete;  // What is found lives in the node.
inline std::vector<const Node*> all(const Node& node, const std::string& name) {
  std::vector<const Node*> found;
  collect(node, name, found);
  return found;
}

/// The text that a reader sees: breaks as line ends, no field codes, no alternative for programs without shapes.
inline std::string words(const Node& node) {
  if (node.name == "w:br") return "\n";
  if (node.name == "w:tab") return "\t";
  if (node.name == "w:instrText" || node.name == "mc:Fallback" || node.name == "w:tabs") return "";
  std::string text = node.text;
  for (const auto& child : node.children) text += words(child);
  return text;
}

inline std::string style_of(const Node& paragraph) {
  const auto* look = paragraph.child("w:pPr");
  const auto* style = look ? look->child("w:pStyle") : nullptr;
  return style ? style->attribute("w:val") : "";
}

/// The texts of all paragraphs in one style.
inline std::vector<std::string> in_style(const Node& root, const std::string& style) {
  std::vector<std::string> texts;
  for (const auto* paragraph : all(root, "w:p"))
    if (style_of(*paragraph) == style) texts.push_back(words(*paragraph));
  return texts;
}

}  // namespace assize::render
