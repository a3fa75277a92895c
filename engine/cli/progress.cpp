// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/progress.h"

#include <algorithm>
#include <chrono>

namespace assize::cli {

Progress::Progress(std::ostream& err, bool watched, int steps) : err_(err), steps_(steps) {
  if (watched) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() { finish(); }

void Progress::step(std::string name) {
  const std::lock_guard lock(mutex_);
  name_ = std::move(name);
  ++at_;
}

void Progress::finish() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (drawn_) err_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

void Progress::run() {
  using namespace std::chrono_literals;
  const auto start = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  for (auto wait = 1000ms; !wake_.wait_for(lock, wait, [this] { return done_; }); wait = 200ms) {
    constexpr int width = 24;
    const int full = steps_ > 0 ? std::clamp((at_ - 1) * width / steps_, 0, width) : 0;
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count();
    std::string bar;
    for (int i = 0; i < width; ++i) bar += i < full ? "█" : "░";
    err_ << "\r\x1b[K" << bar << ' ' << name_ << ", " << seconds << " s" << std::flush;
    drawn_ = true;
  }
}

}  // namespace assize::cli
