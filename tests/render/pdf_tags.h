// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Reads the structure of a tagged PDF (ISO 32000-1, 14.6 to 14.8) and says what is wrong with it.
namespace assize::render::tags {

inline std::string utf8_of(const std::string& utf16) {
  std::string text;
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    const unsigned unit = static_cast<unsigned char>(utf16[i]) << 8 | static_cast<unsigned char>(utf16[i + 1]);
    if (unit < 0x80) {
      text += static_cast<char>(unit);
    } else if (unit < 0x800) {
      text += static_cast<char>(0xC0 | unit >> 6);
      text += static_cast<char>(0x80 | (unit & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | unit >> 12);
      text += static_cast<char>(0x80 | (unit >> 6 & 0x3F));
      text += static_cast<char>(0x80 | (unit & 0x3F));
    }
  }
  return text;
}

/// The marked content of one page. All that is painted must be in some, be it an artifact.
class Marks : public QPDFObjectHandle::ParserCallbacks {
 public:
  std::map<int, std::string> text;  ///< By MCID.
  std::vector<std::string> wrong;

  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    operate(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {
    if (open_ || in_text_) wrong.push_back("a page ends within marked content or text");
  }

 private:
  void operate(const std::string& name) {
    static const std::set<std::string> paints{"Tj", "TJ", "'", "\"", "S",  "s",  "f",  "F", "f*",
                                              "B",  "B*", "b", "b*", "Do", "sh", "EI", "BI"};
    if (name == "BT") in_text_ = true;
    if (name == "ET") in_text_ = false;
    if (name == "BMC" || name == "BDC") begin(name == "BDC");
    if (name == "EMC") {
      if (!open_) wrong.push_back("EMC without a beginning");
      if (began_in_text_ != in_text_) wrong.push_back("marked content overlaps a text object");
      open_ = false;
    }
    if (paints.count(name) == 0) return;
    if (!open_) wrong.push_back("`" + name + "` paints what is neither tagged nor an artifact");
    if (name == "Tj" && open_ && mcid_ >= 0) text[mcid_] += utf8_of(operands_.back().getStringValue());
  }
  void begin(bool with_properties) {
    if (open_) wrong.push_back("marked content within marked content");
    open_ = true;
    began_in_text_ = in_text_;
    mcid_ = -1;
    const std::string tag = operands_.front().getName();
    if (with_properties && operands_.back().isDictionary() && operands_.back().hasKey("/MCID")) {
      mcid_ = operands_.back().getKey("/MCID").getIntValueAsInt();
      if (!text.emplace(mcid_, "").second) wrong.push_back("MCID " + std::to_string(mcid_) + " twice on a page");
    } else if (tag != "/Artifact") {
      wrong.push_back(tag + " marks content that is no artifact and has no MCID");
    }
  }

  std::vector<QPDFObjectHandle> operands_;
  bool open_ = false, in_text_ = false, began_in_text_ = false;
  int mcid_ = -1;
};

/// One element with what it says, its parts' words included.
struct Part {
  std::string type;
  std::string text;
  mutable QPDFObjectHandle element;  ///< Asking libqpdf is never const.
  std::vector<Part> parts;
};

class Reader {
 public:
  std::vector<std::string> wrong;
  Part document;
  std::size_t elements = 0;

  explicit Reader(QPDF& pdf) {
    for (auto page : pdf.getAllPages()) {
      index_[page.getObjGen()] = pages_.size();
      pages_.push_back(page);
      Marks marks;
      page.parsePageContents(&marks);
      wrong.insert(wrong.end(), marks.wrong.begin(), marks.wrong.end());
      marks_.push_back(std::move(marks));
    }
    auto catalog = pdf.getRoot();
    root_ = catalog.getKey("/StructTreeRoot");
    if (!root_.isDictionary() || !catalog.getKey("/MarkInfo").isDictionary() ||
        !catalog.getKey("/MarkInfo").getKey("/Marked").getBoolValue()) {
      wrong.push_back("the file is not tagged");
      return;
    }
    read_parents(root_.getKey("/ParentTree"));
    document = read(root_.getKey("/K"), root_);
    if (document.type != "/Document") wrong.push_back("the outermost element is no Document");
    for (std::size_t page = 0; page < marks_.size(); ++page)
      for (const auto& [mcid, text] : marks_[page].text)
        if (seen_.count({page, mcid}) == 0)
          wrong.push_back("`" + text + "` on page " + std::to_string(page + 1) + " is part of nothing");
    check_links();
  }

  /// All parts of a type, in the order of the document.
  std::vector<const Part*> all(const std::string& type) const {
    std::vector<const Part*> found;
    collect(document, type, found);
    return found;
  }

 private:
  void read_parents(QPDFObjectHandle node) {
    if (auto kids = node.getKey("/Kids"); kids.isArray())
      for (int i = 0; i < kids.getArrayNItems(); ++i) read_parents(kids.getArrayItem(i));
    if (auto entries = node.getKey("/Nums"); entries.isArray())
      for (int i = 0; i + 1 < entries.getArrayNItems(); i += 2)
        parents_[entries.getArrayItem(i).getIntValueAsInt()] = entries.getArrayItem(i + 1);
  }

  Part read(QPDFObjectHandle element, QPDFObjectHandle parent) {
    ++elements;
    Part part;
    part.element = element;
    part.type = element.getKey("/S").getName();
    if (element.getKey("/P").getObjGen() != parent.getObjGen()) wrong.push_back(part.type + " names another parent");
    auto kids = element.getKey("/K");
    if (kids.isArray())
      for (int i = 0; i < kids.getArrayNItems(); ++i) read_kid(kids.getArrayItem(i), part);
    else if (!kids.isNull())
      read_kid(kids, part);
    check(part);
    return part;
  }

  void read_kid(QPDFObjectHandle kid, Part& part) {
    if (kid.isInteger()) return read_mark(part.element.getKey("/Pg"), kid.getIntValueAsInt(), part);
    if (kid.isDictionaryOfType("/MCR"))
      return read_mark(kid.getKey("/Pg"), kid.getKey("/MCID").getIntValueAsInt(), part);
    if (kid.isDictionaryOfType("/OBJR")) {
      auto object = kid.getKey("/Obj");
      if (part.type != "/Link" || object.getKey("/Subtype").getName() != "/Link")
        wrong.push_back("an object of " + part.type + " is no link");
      if (!linked_.emplace(object.getObjGen(), part.element.getObjGen()).second)
        wrong.push_back("a link is part of two elements");
      return;
    }
    part.parts.push_back(read(kid, part.element));
    part.text += part.parts.back().text;
  }

  void read_mark(QPDFObjectHandle page, int mcid, Part& part) {
    const auto at = index_.find(page.getObjGen());
    if (at == index_.end() || marks_[at->second].text.count(mcid) == 0) {
      wrong.push_back(part.type + " holds content that no page has");
      return;
    }
    if (!seen_.insert({at->second, mcid}).second) wrong.push_back("content is part of two elements: " + part.type);
    part.text += marks_[at->second].text[mcid];
    auto of_page = parents_[pages_[at->second].getKey("/StructParents").getIntValueAsInt()];
    if (!of_page.isArray() || of_page.getArrayItem(mcid).getObjGen() != part.element.getObjGen())
      wrong.push_back(part.type + " is not what the tree of parents says");
  }

  void check(const Part& part) {
    const auto holds = [&](const std::set<std::string>& types) {
      for (const auto& each : part.parts)
        if (types.count(each.type) == 0) wrong.push_back(part.type + " holds a " + each.type);
    };
    if (part.type == "/Figure" && part.element.getKey("/Alt").isString() == false)
      wrong.push_back("a Figure has no Alt");
    if (part.type == "/Figure" && part.element.getKey("/Alt").isString() &&
        part.element.getKey("/Alt").getUTF8Value().empty())
      wrong.push_back("a Figure has an empty Alt");
    if (part.type == "/Link" && part.text.empty()) wrong.push_back("a Link says nothing");
    if (part.type == "/TH" && scope_of(part).empty()) wrong.push_back("a TH has no Scope");
    if (part.type == "/Table") check_table(part);
    if (part.type == "/Table") holds({"/TR", "/Caption"});
    if (part.type == "/TR") holds({"/TH", "/TD"});
    if (part.type == "/L") holds({"/LI"});
    if (part.type == "/LI") holds({"/Lbl", "/LBody"});
    if (part.type == "/TOC") holds({"/TOCI"});
  }

  static std::string scope_of(const Part& cell) {
    auto attributes = cell.element.getKey("/A");
    return attributes.isDictionary() && attributes.hasKey("/Scope") ? attributes.getKey("/Scope").getName() : "";
  }

  void check_table(const Part& table) {
    std::size_t columns = 0;
    for (const auto& row : table.parts) {
      if (row.type != "/TR") continue;
      std::size_t cells = 0;
      for (const auto& cell : row.parts) {
        auto attributes = cell.element.getKey("/A");
        const bool spans = attributes.isDictionary() && attributes.hasKey("/ColSpan");
        cells += spans ? static_cast<std::size_t>(attributes.getKey("/ColSpan").getIntValueAsInt()) : 1;
      }
      if (columns == 0) columns = cells;
      if (cells != columns)
        wrong.push_back("a row has " + std::to_string(cells) + " cells, its table " + std::to_string(columns) +
                        " columns: " + row.text.substr(0, 60));
    }
  }

  /// Each link of a page is part of an element, and knows it.
  void check_links() {
    for (auto& page : pages_) {
      auto annotations = page.getKey("/Annots");
      for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        auto link = annotations.getArrayItem(i);
        const auto known = linked_.find(link.getObjGen());
        if (known == linked_.end())
          wrong.push_back("a link is part of nothing");
        else if (!link.hasKey("/StructParent") ||
                 parents_[link.getKey("/StructParent").getIntValueAsInt()].getObjGen() != known->second)
          wrong.push_back("a link is not what the tree of parents says");
      }
    }
  }

  static void collect(const Part& part, const std::string& type, std::vector<const Part*>& found) {
    if (part.type == type) found.push_back(&part);
    for (const auto& below : part.parts) collect(below, type, found);
  }

  QPDFObjectHandle root_;
  std::vector<QPDFObjectHandle> pages_;
  std::map<QPDFObjGen, std::size_t> index_;
  std::vector<Marks> marks_;
  std::map<int, QPDFObjectHandle> parents_;
  std::set<std::pair<std::size_t, int>> seen_;
  std::map<QPDFObjGen, QPDFObjGen> linked_;
};

}  // namespace assize::render::tags
