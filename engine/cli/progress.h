// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

namespace assize::cli {

/// A bar on stderr when a person watches and the work takes over a second. Steps are named by who does them; the bar
/// moves step by step and the seconds show that it is alive. Nothing of it reaches any output.
class Progress {
 public:
  Progress(std::ostream& err, bool watched, int steps);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  void step(std::string name);
  /// Wipes the bar; the destructor does so too.
  void finish();

 private:
  void run();
  std::ostream& err_;
  int steps_;
  int at_ = 0;
  std::string name_;
  bool done_ = false;
  bool drawn_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::thread thread_;
};

}  // namespace assize::cli
