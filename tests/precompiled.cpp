// SPDX-License-Identifier: Apache-2.0
// Empty: CMake makes a precompiled header only for a source that uses it.
