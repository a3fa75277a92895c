// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <memory>
#include <string>
#include <vector>

#include "engine/render/pdf/house_style.h"
#include "engine/render/pdf/page.h"
#include "engine/render/pdf/type_case.h"

namespace assize::render::pdf {

/// The code units that a face has drawn.
using DrawnUnits = std::bitset<0x10000>;

/// What libharu made: pages with their fonts, to be finished by `finish`.
struct Drawing {
  std::string pdf;
  struct EmbeddedFace {
    std::string name;  ///< /BaseFont in `pdf`, with its subset tag.
    DrawnUnits drawn;
  };
  std::vector<EmbeddedFace> faces;            ///< Of the TypeCase, in its order; an empty name: not drawn with.
  std::vector<std::vector<ElementId>> marks;  ///< Of each page: what its pieces of marked content are part of.
};

/// Paper. All of libharu and its traps stand behind this class; a later back-end replaces this class alone.
class Canvas {
 public:
  /// Both must outlive it.
  Canvas(const TypeCase& type, const Structure& structure, const Picture* logo = nullptr);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// Adds a page and draws it. False: libharu failed, and `failure` says how; nothing can be drawn any more.
  bool draw(const Page& page);
  /// Ends the drawing; nothing may be drawn after that. An empty `pdf` means failure.
  Drawing save();
  const std::string& failure() const;

 private:
  struct Paper;
  std::unique_ptr<Paper> paper_;
};

}  // namespace assize::render::pdf
