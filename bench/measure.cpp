// SPDX-License-Identifier: Apache-2.0
// Runs a command and prints its wall time in seconds and its peak memory in MiB. usage: measure COMMAND WORDS...
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

int main(int count, char** words) {
  if (count < 2) return 2;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    if (!std::freopen("/dev/null", "w", stdout)) _exit(127);
    execvp(words[1], words + 1);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) < 0) return 3;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%.3f %ld\n", seconds.count(), used.ru_maxrss / 1024);
  return WIFEXITED(status) && WEXITSTATUS(status) < 2 ? 0 : 1;
}
