// SPDX-License-Identifier: Apache-2.0
#include "engine/store/sqlite_fault.h"

#include <cerrno>
#include <string>

#include "engine/store/store_fault.h"

namespace assize::store {
namespace {

input::Diagnostic disk_full() {
  return fault("store-full", "there is no room on the disk for the store",
               "make room, then try again: what was kept before is still there");
}

input::Diagnostic read_only() {
  return fault("store-read-only", "the store, or the folder it is in, may not be written",
               "give yourself the right to write there, or work on a copy");
}

input::Diagnostic failed(const std::string& detail) { return fault("store-failed", "the store failed: " + detail); }

bool forbids_writing(int system_error) {
  return system_error == EACCES || system_error == EPERM || system_error == EROFS;
}

}  // namespace

input::Diagnostic sqlite_fault(int code, int system_error, const char* detail) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fault("store-locked", "another process holds the store", "wait until it is done, then try again");
    case SQLITE_CORRUPT:
      return fault("store-corrupt", "the store is damaged", "restore it from a copy");
    case SQLITE_NOTADB:
      return fault("store-not-ours", "the file is not a store", "move it away if a new store shall take its place");
    case SQLITE_READONLY:
      // The file went away while it was open: no matter of rights.
      return code == SQLITE_READONLY_DBMOVED ? failed(detail) : read_only();
    case SQLITE_PERM:
      return read_only();
    case SQLITE_FULL:
      return disk_full();
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      if (forbids_writing(system_error)) return read_only();
      if (system_error == ENOSPC || system_error == EDQUOT) return disk_full();
      return failed(detail);
    default:
      return failed(detail);
  }
}

input::Diagnostic sqlite_fault(sqlite3& db) {
  return sqlite_fault(sqlite3_extended_errcode(&db), sqlite3_system_errno(&db), sqlite3_errmsg(&db));
}

}  // namespace assize::store
