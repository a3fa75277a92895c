// SPDX-License-Identifier: Apache-2.0
// A program of someone else's: reads a description and asks what is wrong with it.
#include <cstdio>

#include "engine/assessment.h"
#include "engine/evidence/digest.h"
#include "engine/render/formats.h"
#include "engine/store/open_store.h"

int main() {
  assize::ProjectText text;
  text.system = assize::input::Source{assize::input::FileName("system.yaml"), "format: assize/system/1\nid: x\n"};
  const auto project = assize::read_project(text);
  if (project) return 1;
  for (const auto& one : project.diagnostics())
    if (one.code == "missing-key") {
      std::printf("found %s at %s\n", one.code.c_str(), to_text(one.place).c_str());
      return 0;
    }
  return 1;
}
