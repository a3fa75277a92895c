// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace assize::cli {
namespace {

namespace fs = std::filesystem;
using input::Diagnostic;
using input::Diagnostics;
using input::Severity;

Diagnostics fault(const char* code, std::string message, const std::string& file, std::string help = {}) {
  return {Diagnostic{Severity::error, code, std::move(message), {input::FileName(file)}, std::move(help)}};
}

struct Descriptor {
  int number = -1;
  explicit Descriptor(int opened) : number(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

std::string reason() { return std::strerror(errno); }

}  // namespace

input::Result<std::string> read_file(const fs::path& root, const fs::path& relative, Links links, std::size_t limit) {
  const auto path = root / relative;
  const auto name = relative.string();
  if (links == Links::refuse) {
    fs::path at = root;
    for (const auto& part : relative) {
      at /= part;
      struct stat about {};
      if (::lstat(at.c_str(), &about) == 0 && S_ISLNK(about.st_mode))
        return fault("link", "`" + at.lexically_relative(root).string() + "` is a link", name,
                     "a project holds its files itself: copy the file here");
    }
  }
  const Descriptor file(
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::refuse ? O_NOFOLLOW : 0)));
  if (file.number < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fault("missing-file", "there is no file `" + name + "`", name);
    return fault("unreadable", "`" + name + "` cannot be read: " + reason(), name);
  }
  struct stat about {};
  if (::fstat(file.number, &about) != 0) return fault("unreadable", "`" + name + "` cannot be read: " + reason(), name);
  if (!S_ISREG(about.st_mode)) return fault("not-a-file", "`" + name + "` is not a regular file", name);
  if (static_cast<std::size_t>(about.st_size) > limit)
    return fault(
        "file-too-large",
        "`" + name + "` has " + std::to_string(about.st_size) + " bytes; the limit is " + std::to_string(limit), name);
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(about.st_size));
  std::size_t have = 0;
  while (have < bytes.size()) {
    const auto got = ::read(file.number, bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault("unreadable", "`" + name + "` cannot be read: " + reason(), name);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Diagnostics write_file(const fs::path& path, std::string_view bytes) {
  const auto name = path.string();
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  auto pattern = (folder / (".assize-" + path.filename().string() + "-XXXXXX")).string();
  const Descriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (file.number < 0) return fault("unwritable", "`" + name + "` cannot be written: " + reason(), name);
  const auto give_up = [&](const std::string& why) {
    ::unlink(pattern.c_str());
    return fault("unwritable", "`" + name + "` cannot be written: " + why, name,
                 "the file that was there before is untouched");
  };
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto put = ::write(file.number, bytes.data() + done, bytes.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return give_up(reason());
    done += static_cast<std::size_t>(put);
  }
  const auto mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(file.number, 0666 & ~mask) != 0 || ::fsync(file.number) != 0) return give_up(reason());
  if (::rename(pattern.c_str(), path.c_str()) != 0) return give_up(reason());
  return {};
}

std::vector<std::string> list_files(const fs::path& folder, std::string_view ending) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    auto name = at->path().filename().string();
    if (name.ends_with(ending) && !name.starts_with('.')) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> list_folders(const fs::path& folder, std::string_view file) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code missing;
    if (fs::exists(at->path() / file, missing)) names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace assize::cli
