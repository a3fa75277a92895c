// SPDX-License-Identifier: Apache-2.0
// Runs one golden case: `cases_test ASSIZE SOURCE CASE`.
//
// A case is a folder of tests/cases with `command` (the words after `assize`, cut at blanks), what the command reads,
// and what is accepted: `stdout`, `stderr`, `exit`, and in `written/` each file that the command makes. It runs in a
// temporary copy, so that nothing is written into the sources, and twice, with another time zone, language and width,
// so that an answer which depends on them is found. GOLDEN_ACCEPT=1 makes what comes out the accepted answer; the
// difference is then looked at in git.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Path in the case -> bytes.
using Files = std::map<std::string, std::string>;

struct Answer {
  std::string out, err, exit;
  Files written;
  bool operator==(const Answer& other) const = default;
};

std::string read(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

Files files_below(const fs::path& folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).string()] = read(entry.path());
  return files;
}

/// A folder that goes when this goes.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    auto pattern = (fs::temp_directory_path() / "assize-case-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for the case");
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// What must not change an answer.
struct Surroundings {
  const char *time_zone, *language, *columns;
};
constexpr Surroundings everywhere[] = {{"UTC", "C", "80"}, {"Pacific/Kiritimati", "de_DE.UTF-8", "200"}};

/// The exit status of a program run in `folder`, or the signal that ended it.
std::string run(const std::string& program, const std::vector<std::string>& words, const fs::path& folder,
                const std::string& data, const Surroundings& around, const fs::path& out, const fs::path& err) {
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start " + program);
  if (child == 0) {
    const int nothing = ::open("/dev/null", O_RDONLY);
    const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600),
              to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(to_out, STDOUT_FILENO);
    ::dup2(to_err, STDERR_FILENO);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::setenv("ASSIZE_DATA", data.c_str(), 1);
    ::setenv("NO_COLOR", "1", 1);
    ::setenv("TZ", around.time_zone, 1);
    ::setenv("LC_ALL", around.language, 1);
    ::setenv("COLUMNS", around.columns, 1);
    std::vector<char*> arguments{const_cast<char*>("assize")};
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return std::to_string(WEXITSTATUS(status));
}

Answer answer_of(const std::string& program, const fs::path& source, const fs::path& folder,
                 const Surroundings& around) {
  const TemporaryFolder temporary;
  const auto copy = temporary.path() / "case";
  fs::create_directory(copy);
  // Accepted answers stay behind: what the command makes must not be there before.
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = entry.path().filename();
    if (name != "command" && name != "stdout" && name != "stderr" && name != "exit" && name != "written")
      fs::copy(entry.path(), copy / name, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  const auto before = files_below(copy);
  std::istringstream command(read(folder / "command"));
  std::vector<std::string> words;
  for (std::string word; command >> word;) words.push_back(word);
  const auto out = temporary.path() / "stdout", err = temporary.path() / "stderr";
  Answer answer;
  answer.exit = run(program, words, copy, source.string(), around, out, err) + "\n";
  answer.out = read(out);
  answer.err = read(err);
  for (auto& [name, bytes] : files_below(copy)) {
    const auto known = before.find(name);
    if (known == before.end() || known->second != bytes) answer.written[name] = bytes;
  }
  return answer;
}

Answer accepted_of(const fs::path& folder) {
  return {read(folder / "stdout"), read(folder / "stderr"), read(folder / "exit"), files_below(folder / "written")};
}

void accept(const Answer& answer, const fs::path& folder) {
  write(folder / "stdout", answer.out);
  write(folder / "stderr", answer.err);
  write(folder / "exit", answer.exit);
  fs::remove_all(folder / "written");
  for (const auto& [name, bytes] : answer.written) write(folder / "written" / name, bytes);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (!text.empty() && text.back() != '\n') lines.back() += "  (no line end)";
  return lines;
}

/// The lines that differ between equal beginnings and ends, `-` accepted, `+` now.
void print_difference(const std::string& what, const std::string& accepted, const std::string& now) {
  if (accepted == now) return;
  const auto before = lines_of(accepted), after = lines_of(now);
  std::size_t head = 0, tail = 0;
  const auto shorter = std::min(before.size(), after.size());
  while (head < shorter && before[head] == after[head]) ++head;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  std::cout << "--- " << what << ", accepted\n+++ " << what << ", now\n@@ line " << head + 1 << " @@\n";
  for (auto i = head > 2 ? head - 2 : 0; i < head; ++i) std::cout << "  " << before[i] << '\n';
  for (auto i = head; i < before.size() - tail; ++i) std::cout << "- " << before[i] << '\n';
  for (auto i = head; i < after.size() - tail; ++i) std::cout << "+ " << after[i] << '\n';
  for (auto i = after.size() - tail; i < std::min(after.size(), after.size() - tail + 2); ++i)
    std::cout << "  " << after[i] << '\n';
}

void print_difference(const Answer& accepted, const Answer& now) {
  print_difference("exit", accepted.exit, now.exit);
  print_difference("stderr", accepted.err, now.err);
  print_difference("stdout", accepted.out, now.out);
  auto names = accepted.written;
  names.insert(now.written.begin(), now.written.end());
  for (const auto& [name, bytes] : names) {
    const auto before = accepted.written.find(name), after = now.written.find(name);
    if (before == accepted.written.end())
      std::cout << "written/" << name << " was not to be written\n";
    else if (after == now.written.end())
      std::cout << "written/" << name << " was not written\n";
    else
      print_difference("written/" + name, before->second, after->second);
  }
}

int check(const std::string& program, const fs::path& source, const std::string& name) {
  const auto folder = source / "tests" / "cases" / name;
  if (!fs::exists(folder / "command")) throw std::runtime_error("there is no " + (folder / "command").string());
  const char* wanted = std::getenv("GOLDEN_ACCEPT");
  if (wanted && std::string(wanted) == "1") accept(answer_of(program, source, folder, everywhere[0]), folder);
  const auto accepted = accepted_of(folder);
  bool good = true;
  for (const auto& around : everywhere) {
    const auto now = answer_of(program, source, folder, around);
    if (now == accepted) continue;
    good = false;
    std::cout << "case " << name << " answers otherwise (TZ=" << around.time_zone << " LC_ALL=" << around.language
              << "):\n";
    print_difference(accepted, now);
  }
  return good ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "cases_test ASSIZE SOURCE CASE\n";
    return 2;
  }
  try {
    return check(words[1], fs::canonical(words[2]), words[3]);
  } catch (const std::exception& failed) {
    std::cout << failed.what() << '\n';
    return 1;
  }
}
