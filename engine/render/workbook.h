// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "engine/dossier/document.h"
#include "engine/input/result.h"

namespace assize::render {

/// How a cell looks. Cells that look alike share a format of the library.
struct CellLook {
  dossier::Tone tone = dossier::Tone::plain;
  std::string number_format = {};  ///< Excel's notation; empty: General.
  bool right = false;
  bool bold = false;
  bool link = false;
  bool header = false;
  bool open = false;  ///< May be written into where all else is locked.
};

/// A workbook of libxlsxwriter that ends as bytes. The library writes to files only: the result goes to an anonymous
/// file in memory, and the parts, which it keeps in unlinked temporary files meanwhile, to /dev/shm if that has room
/// for them, else to the system's temporary folder.
class Workbook {
 public:
  /// `bytes`: about how much uncompressed XML there will be, not less. An `xlsx-write` error when there is no room.
  static input::Result<Workbook> open(std::size_t bytes);

  lxw_workbook* get() const { return raw_.get(); }
  lxw_format* format(const CellLook& look);
  /// The colours of the tone alone, to lay over a cell by rule.
  lxw_format* tone_rule(dossier::Tone tone);
  /// Closes the workbook; an `xlsx-write` error when the library says that something failed.
  input::Result<std::string> bytes() &&;

 private:
  struct Free {
    void operator()(lxw_workbook* raw) const { lxw_workbook_free(raw); }
  };
  /// A file descriptor that is closed with its owner.
  class Descriptor {
   public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int number() const { return number_; }

   private:
    int number_;
  };
  Workbook(Descriptor file, lxw_workbook* raw) : file_(std::move(file)), raw_(raw) {}

  Descriptor file_;
  std::unique_ptr<lxw_workbook, Free> raw_;
  std::map<std::tuple<dossier::Tone, std::string, bool, bool, bool, bool, bool>, lxw_format*> formats_;
  std::map<dossier::Tone, lxw_format*> rules_;
};

/// The Excel number format that shows `number` as `text`: decimals kept, a unit after it as literal text ("12 %").
/// Empty when there is none so simple; the cell is then shown as General.
std::string number_format_of(const std::string& text, double number);

}  // namespace assize::render
