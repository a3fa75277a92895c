// SPDX-License-Identifier: Apache-2.0
#include "engine/evidence/read_evidence.h"

#include <catch2/catch.hpp>

#include "engine/evidence/digest.h"
#include "tests/laws/shipped.h"

namespace assize::evidence {
namespace {

std::string codes(const std::string& piece) {
  input::Diagnostics found;
  read_evidence(
      laws::tree_of("format: assize/evidence/1\nevidence: [{id: E, kind: record, title: T, " + piece + "}]\n"), found);
  return laws::codes_of(found);
}

std::string implementation_codes(const std::string& list) {
  input::Diagnostics found;
  read_implementations(laws::tree_of("format: assize/implementations/1\nimplementations: [" + list + "]\n"), found);
  return laws::codes_of(found);
}

}  // namespace

TEST_CASE("what is wrong with a piece of evidence by itself") {
  const auto [code, piece] = GENERATE(table<std::string, std::string>({
      {"", "file: a/b.md, made: 2026-03-01"},
      {"", "reference: archive 7, made: 2026-03-01"},
      {"no-source", "made: 2026-03-01"},
      {"path-outside", "file: ../b.md, made: 2026-03-01"},
      {"path-outside", "file: a/../../b.md, made: 2026-03-01"},
      {"path-outside", "file: a/.., made: 2026-03-01"},
      {"path-outside", "file: /b.md, made: 2026-03-01"},
      {"path-outside", "file: 'c:b.md', made: 2026-03-01"},
      {"path-outside", "file: 'a\\b.md', made: 2026-03-01"},
      {"", "file: a/..b.md, made: 2026-03-01"},
      {"", "file: a/b..md, made: 2026-03-01"},
      {"date-order", "file: b.md, made: 2026-03-01, valid-until: 2026-02-28"},
      {"", "file: b.md, made: 2026-03-01, valid-until: 2026-03-01"},
      {"date-order", "file: b.md, made: 2026-03-01, covers: {from: 2026-02-01, to: 2026-01-31}"},
      {"", "file: b.md, made: 2026-03-01, covers: {from: 2026-02-01, to: 2026-02-01}"},
  }));
  CAPTURE(piece);
  CHECK(codes(piece) == code);
}

TEST_CASE("a day that does not exist and a period that is none are refused") {
  const auto* piece =
      GENERATE("made: 2026-02-30", "made: 2026-13-01", "made: 01.03.2026", "made: 2026-03-01, valid-until: soon",
               "made: 2026-03-01, every: 6M", "made: 2026-03-01, every: P", "made: 2026-03-01, every: P1234567Y",
               "made: 2026-03-01, every: P1D1Y", "made: 2026-03-01, every: PT5H", "made: 2026-03-01, sha256: abc");
  CAPTURE(piece);
  CHECK_FALSE(codes(std::string("file: b.md, ") + piece).empty());
}

TEST_CASE("evidence without the day it was made is refused") { CHECK(codes("file: b.md") == "missing-key"); }

TEST_CASE("implementations: a reason for what is not applicable, an id for each") {
  const auto [code, list] = GENERATE(table<std::string, std::string>({
      {"", "{control: C, status: in-place}"},
      {"", "{control: C, status: not-applicable, because: no such thing here}"},
      {"no-reason", "{control: C, status: not-applicable}"},
      {"duplicate-id", "{control: C, status: in-place}, {control: C, status: planned}"},
      {"", "{control: C, status: in-place}, {id: C2, control: C, status: planned}"},
      {"duplicate-id", "{id: X, control: C, status: in-place}, {id: X, control: D, status: planned}"},
  }));
  CAPTURE(list);
  CHECK(implementation_codes(list) == code);
}

TEST_CASE("an implementation takes the id of its control when it has none of its own") {
  input::Diagnostics found;
  const auto read =
      read_implementations(laws::tree_of("format: assize/implementations/1\nimplementations: [{control: C, status: "
                                         "in-place}, {id: X, control: C, status: planned, on: a}]\n"),
                           found);
  REQUIRE(read.size() == 2);
  CHECK(read[0].id == "C");
  CHECK(read[0].on.empty());
  CHECK(read[1].id == "X");
  CHECK(read[1].on.size() == 1);
  CHECK(read[1].status == Status::planned);
}

TEST_CASE("FIPS 180-4: SHA-256 of the published messages") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256(std::string(1, '\0')) != sha256(""));
}

}  // namespace assize::evidence
