// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/render/pdf_reading.h"

using namespace assize;
using namespace assize::dossier;
using namespace assize::render;
using namespace assize::render::reading;

namespace {

/// Those of the other tests, and one that has Chinese.
const Fonts& all_fonts() {
  static const Fonts loaded = [] {
    Fonts with = fonts();
    with.fallbacks.push_back(first_found({"/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"}));
    return with;
  }();
  return loaded;
}

/// Sentences with all letters of an alphabet, marks and capitals included.
struct Pangram {
  std::string language, text;
};
const std::vector<Pangram> pangrams = {
    {"el",
     "Ταχίστη αλώπηξ βαφής ψημένη γη, δρασκελίζει υπέρ νωθρού κυνός. ΆΈΉΊΌΎΏ ΐΰϊϋ Ξεσκεπάζω την ψυχοφθόρα βδελυγμία."},
    {"bg",
     "Ах чудна българска земьо, полюшвай цъфтящи жита. ЖЪЛТАТА ДЮЛЯ БЕШЕ ЩАСТЛИВА, че пухът цъфна и замръзна като "
     "гьон."},
    {"pl", "Pchnąć w tę łódź jeża lub ośm skrzyń fig. ZAŻÓŁĆ GĘŚLĄ JAŹŃ."},
    {"de", "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ÄÖÜ ẞ „Zitat“"},
    {"fr", "Voix ambiguë d’un cœur qui, au zéphyr, préfère les jattes de kiwis. ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ « citation »"},
    {"es", "El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, ¿añoraba? ¡Ñandú! ÁÉÍÓÚÜ"},
    {"it", "Quel vituperabile xenofobo zelante assaggia il whisky ed esclama: alleluja! Perché è già più lì. ÀÈÉÌÒÙ"},
    {"cs", "Příliš žluťoučký kůň úpěl ďábelské ódy. ŘÍŠ ĎŤŇ ÁÉĚÍÓÚŮÝ"},
    {"hu", "Árvíztűrő tükörfúrógép. ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP, egy hűtlen vejét fülöncsípő."},
    {"ro", "Muzicologă în bej vând whisky și tequila, preț fix. ȘȚĂÂÎ"},
    {"lt", "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą. ĄČĘĖĮŠŲŪŽ"},
    {"lv", "Glāžšķūņa rūķīši dzērumā čiepj Baha koncertflīģeļu vākus. ĀČĒĢĪĶĻŅŠŪŽ"},
    {"mt", "Ħafna nies qalu li l-ġurnata kienet żgħira. ĊĠĦŻ"},
    {"sv", "Flygande bäckasiner söka hwila på mjuka tuvor. ÅÄÖ Õ Ø Æ þ ð ı"},
    {"zh",
     "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。人工智能系统的风险登记册：《技术文件》、“引用”（第1条）；百分之五十？是"
     "！"},
};

std::string bare(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\f') kept += c;
  return kept;
}

std::string times(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("every script of the Union and Chinese comes out of a PDF as it went in") {
  for (const auto& [language, text] : pangrams) {
    CAPTURE(language);
    Section section{"s", "1", text, {}, {}};
    Table table{"t", text, {{"a", "Column"}, {"b", text}}, {{cell("id"), cell(text)}}, ""};
    section.blocks = {Paragraph{{{.text = text}}}, Paragraph{{{.text = text, .bold = true}}},
                      Paragraph{{{.text = text, .italic = true}}}, Preformatted{text}, table};
    Document document = document_with({section});
    document.language = language;
    document.title = text;
    const auto rendered = render_pdf(document, all_fonts());
    for (const auto& each : rendered.diagnostics()) UNSCOPED_INFO(each.message);
    REQUIRE(rendered);
    CHECK(rendered.diagnostics().empty());
    std::string whole;
    for (const auto& page : pages_of(rendered.value(), "-raw")) whole += page;
    whole = bare(whole);
    std::size_t found = 0;
    for (auto at = whole.find(bare(text)); at != std::string::npos; at = whole.find(bare(text), at + 1)) ++found;
    INFO(whole);
    // Title, heading, three faces of prose, caption: none torn apart by columns. In the fixed pitch, header and cell
    // the letters are looked for one by one.
    CHECK(found >= 6);
  }
}

TEST_CASE("all fonts are embedded as subsets that know their characters") {
  Section section{"s", "1", "Scripts", {}, {}};
  for (const auto& each : pangrams) section.blocks.push_back(paragraph(each.text));
  section.blocks.push_back(Preformatted{"fixed ☑"});
  section.blocks.push_back(Paragraph{{{.text = "slanted", .italic = true}}});
  const auto rendered = render_pdf(document_with({section}), all_fonts());
  REQUIRE(rendered);
  std::istringstream lines(run_on(rendered.value(), "pdffonts", "", ""));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  int listed = 0;
  for (; std::getline(lines, line); ++listed) {
    CAPTURE(line);
    CHECK(line.find("CID TrueType") != std::string::npos);
    CHECK(line.find("yes yes yes") != std::string::npos);
  }
  CHECK(listed == 6);  // Four faces, symbols, Chinese.
}

TEST_CASE("lines of Chinese break between characters, and not before a full stop") {
  const auto rendered = render_pdf(document_with(paragraph(times("风险管理体系，", 60))), all_fonts());
  REQUIRE(rendered);
  std::istringstream lines(pages_of(rendered.value()).back());
  int full = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("风险") == std::string::npos) continue;
    CHECK(line.compare(0, 3, "，") != 0);
    full += line.size() > 3 * 40;
  }
  CHECK(full >= 7);
}

TEST_CASE("text from right to left is refused with its words and its section, wherever it stands") {
  const std::string text = GENERATE("abc שלום", "abc مرحبا بالعالم", "abc \xDC\xA0", "abc \xF0\x9E\xA4\x80");
  const auto where = GENERATE(as<std::string>{}, "paragraph", "heading", "cell", "figure", "title", "list");
  CAPTURE(text, where);
  Document document = document_with(paragraph("plain"));
  auto& section = document.sections[0];
  if (where == "paragraph") section.blocks.push_back(paragraph(text));
  if (where == "heading") section.title = text;
  if (where == "cell") section.blocks.push_back(Table{"t", "", {{"a", "A"}}, {{cell(text)}}, ""});
  if (where == "figure") section.blocks.push_back(Figure{"f", "", "", 90, 40, {Figure::Label{5, 20, text}}});
  if (where == "title") document.title = text;
  if (where == "list") section.blocks.push_back(List{false, {{{{.text = text}}}}});
  const auto rendered = render_pdf(document, all_fonts());
  CHECK_FALSE(rendered);
  CHECK(has_code(rendered.diagnostics(), "right-to-left", "abc "));
  if (where == "paragraph" || where == "cell" || where == "list")
    CHECK(has_code(rendered.diagnostics(), "right-to-left", "in section `1 Only section`"));
}

TEST_CASE("a character without a glyph is warned of with its text and section") {
  const auto rendered = render_pdf(document_with(paragraph("words and ꦀ more")), all_fonts());
  REQUIRE(rendered);
  REQUIRE(rendered.diagnostics().size() == 1);
  CHECK(
      has_code(rendered.diagnostics(), "missing-glyph", "`U+A980` of `words and ꦀ more`, in section `1 Only section`"));
}

TEST_CASE("whatever a text holds, a file comes out or an error") {
  const std::string zero(1, '\0');
  const std::string text = GENERATE_COPY(
      "nul " + zero + " inside", zero, times("\xCC\x81", 3000), "a" + times("\xCC\x81", 3000), times("x", 100000),
      times("\xE4\xB8\xAD", 100000), times("\xF0\x9F\x98\x80", 2000), times("\xE2\x80\x8B", 5000), times(" ", 50000),
      times("\n", 3000), times("a\xCD\x8F", 4000), "\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF",
      times("\xE2\x80\xAE", 10) + "turned", std::string("\xED\xA0\x80"), std::string("\xF5\x80\x80\x80"),
      times("()\\", 500), std::string("\xC4\x8D\xC4\x8A\xE0\xB4\x8D"));
  const bool code = GENERATE(false, true);
  Document document = document_with(Paragraph{{{.text = text, .code = code}}});
  document.sections[0].title = text.substr(0, 200);
  document.sections[0].blocks.push_back(Table{"t", "", {{"a", "A"}}, {{cell(text)}}, ""});
  document.sections[0].blocks.push_back(Preformatted{text});
  document.author = text.substr(0, 100);
  const auto rendered = render_pdf(document, all_fonts());
  if (!rendered) {
    CHECK(has_code(rendered.diagnostics(), "invalid-utf-8"));
    return;
  }
  CHECK(run_on(rendered.value(), "qpdf", "--check", "").find("No syntax or stream encoding errors") !=
        std::string::npos);
}
