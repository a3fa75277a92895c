// SPDX-License-Identifier: Apache-2.0
// The promise "nothing lost": whenever a process is killed, the store is as before or as after a step.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <thread>

#include "engine/evidence/digest.h"
#include "engine/store/open_store.h"
#include "tests/store/temporary_folder.h"

using namespace assize::store;

namespace {

std::string evidence_of(std::int64_t sequence) { return std::string(30'000, 'e') + std::to_string(sequence); }

/// Appends until it is killed, and tells the number of each entry once it is kept.
[[noreturn]] void append_without_end(const std::filesystem::path& path, int acknowledge) {
  auto store = open_store(path);
  if (!store) _exit(1);
  const auto before = store.value()->ledger();
  if (!before) _exit(2);
  for (auto next = static_cast<std::int64_t>(before.value().size()) + 1;; ++next) {
    const auto entry =
        store.value()->append({.at = "2026-03-01", .actor = "Ann", .action = "assess"}, {evidence_of(next)});
    if (!entry || entry.value().sequence != next) _exit(3);
    if (write(acknowledge, &next, sizeof next) != sizeof next) _exit(4);
  }
}

}  // namespace

TEST_CASE("a kill at any moment leaves every entry that was acknowledged, and at most one more") {
  const TemporaryFolder folder;
  std::mt19937 random(20260301);
  std::int64_t kept = 0;
  for (int round = 0; round < 40; ++round) {
    int channel[2];
    REQUIRE(pipe(channel) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) append_without_end(folder.store(), channel[1]);
    close(channel[1]);
    // Half of the rounds may be killed while they open; the others are at work, however slow the machine is.
    std::int64_t acknowledged = kept, one = 0;
    if (round % 2 == 1 && read(channel[0], &one, sizeof one) == sizeof one) acknowledged = one;
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));  // Else it met a fault before.
    while (read(channel[0], &one, sizeof one) == sizeof one) acknowledged = one;
    close(channel[0]);

    auto store = open_store(folder.store());  // This checks the file, the chain, and that each blob is there.
    if (!store) FAIL(store.diagnostics().front().message);
    const auto ledger = store.value()->ledger();
    REQUIRE(ledger);
    kept = static_cast<std::int64_t>(ledger.value().size());
    CAPTURE(round);
    CHECK(kept >= acknowledged);
    CHECK(kept <= acknowledged + 1);
    for (const auto& entry : ledger.value()) REQUIRE(store.value()->blob(entry.blobs.at(0)));
    // A blob without its entry would be half a step.
    CHECK_FALSE(store.value()->blob(assize::evidence::sha256(evidence_of(kept + 1))));
  }
  CHECK(kept >= 20);
}
