// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/cli/command.h"

namespace assize::cli {

extern const Command init_command;
extern const Command classify_command;
extern const Command check_command;
extern const Command assess_command;
extern const Command register_command;
extern const Command explain_command;
extern const Command gaps_command;
extern const Command soa_command;
extern const Command dossier_command;
extern const Command crosswalk_command;
extern const Command catalogue_command;
extern const Command diff_command;
extern const Command cost_benefit_command;

/// The table: a new command is a line here and a file.
inline const Command* const commands[] = {&init_command,        &check_command,     &classify_command,  &assess_command,
                                          &register_command,    &explain_command,   &gaps_command,      &soa_command,
                                          &dossier_command,     &crosswalk_command, &catalogue_command, &diff_command,
                                          &cost_benefit_command};

inline const Option as_of_option{
    "as-of", 0, "DATE", "Day on which evidence must be valid (YYYY-MM-DD); else that of assize.yaml, else today."};
inline const Option method_option{"method", 0, "NAME[,NAME]",
                                  "Rate by these methods instead of those of assize.yaml: one for attacks, one for "
                                  "hazards, or one of these.",
                                  true};
inline const Option language_option{"language", 0, "CODE",
                                    "Language of the document; else that of assize.yaml, else en."};
inline const Option output_option{"output", 'o', "FILE", "Write there; `-` is standard output."};
inline const Option pdfa_option{"pdfa", 0, "PART",
                                "Rules of PDF/A that a PDF is built to: 3b (default), or 1b for archives that ask for "
                                "it, which knows no attachments."};
inline constexpr std::string_view plain_exits =
    "  0 done   2 the input or the call is wrong   3 the machine failed (disk, permissions)";

}  // namespace assize::cli
