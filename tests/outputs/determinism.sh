#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Same inputs, same bytes: each output of an example, made twice, in another folder, time zone, locale and terminal.
# usage: determinism.sh ASSIZE SOURCE_FOLDER EXAMPLE
set -eu
assize=$1 source=$2 example=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASSIZE_DATA="$source"
# Under LeakSanitizer: the C library keeps what it parsed of LOCPATH.
echo "leak:__argz_add_sep" > "$work/known-leaks"
export LSAN_OPTIONS="suppressions=$work/known-leaks:print_suppressions=0"
# A locale that writes 1.234,5: made here, so that the machine need not have it.
mkdir "$work/locales"
localedef -i de_DE -f UTF-8 "$work/locales/de_DE.UTF-8" 2>/dev/null || { echo "no locale could be made: is the package locales installed?" >&2; exit 1; }

make_outputs() { # FOLDER
  "$assize" init "$1/project" --example "$example" --quiet
  cd "$1"
  "$assize" assess project --no-record --quiet > assess.txt
  "$assize" assess project --no-record --quiet --show not-applicable --format text > not-applicable.txt
  "$assize" register project --quiet -o r.txt -o r.json -o r.csv -o r.xlsx -o r.pdf -o r.docx -o r.html -o r.md
  "$assize" gaps project --quiet -o g.txt -o g.json -o g.csv -o g.xlsx -o g.pdf || [ $? = 1 ]
  for standard in iso27001 iso42001; do
    "$assize" soa project --standard $standard --quiet -o $standard.json -o $standard.csv -o $standard.xlsx -o $standard.pdf
  done
  # All templates are composed twice by the tests of dossier/; these are the ones that differ most as files.
  for template in annex-iv tvra-report rights-impact; do
    "$assize" dossier $template project --quiet -o $template.pdf -o $template.docx -o $template.html -o $template.md
  done
  "$assize" dossier management-summary project --language de --quiet -o german.pdf -o german.html -o german.docx
  "$assize" dossier --view project --quiet -o view.json
  "$assize" classify project > classify.txt || [ $? = 1 ]
  "$assize" diff project --method iso27005,iso27005-hazard --quiet -o other-method.json -o other-method.md
  "$assize" crosswalk ai-act iso42001 project --quiet -o crosswalk.json -o crosswalk.xlsx
  "$assize" explain --facts project > facts.txt
  rm -rf project
}
mkdir -p "$work/one" "$work/somewhere/else/two"
(TZ=UTC LC_ALL=C make_outputs "$work/one")
(TZ=Pacific/Kiritimati LOCPATH="$work/locales" LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 HOME=/nowhere COLUMNS=61 make_outputs "$work/somewhere/else/two")
count=0
for file in "$work"/one/*; do
  cmp "$file" "$work/somewhere/else/two/$(basename "$file")"
  [ -s "$file" ] || { echo "$file is empty" >&2; exit 1; }
  count=$((count + 1))
done
[ "$count" -ge 20 ]
echo "$count outputs of $example are equal byte for byte"
