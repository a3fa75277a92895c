// SPDX-License-Identifier: Apache-2.0
// Says what is wrong with the structure of tagged PDFs, and how many elements each has. usage: check_tags FILE...
#define POINTERHOLDER_TRANSITION 4
#include <exception>
#include <iostream>

#include "tests/render/pdf_tags.h"

int main(int count, char** words) {
  bool sound = count > 1;
  for (int i = 1; i < count; ++i) try {
      QPDF pdf;
      pdf.processFile(words[i]);
      const assize::render::tags::Reader reader(pdf);
      for (const auto& each : reader.wrong) std::cout << words[i] << ": " << each << '\n';
      std::cout << words[i] << ": " << reader.elements << " elements\n";
      sound = sound && reader.wrong.empty() && reader.elements > 20;
    } catch (const std::exception& wrong) {
      std::cout << words[i] << ": " << wrong.what() << '\n';
      sound = false;
    }
  return sound ? 0 : 1;
}
