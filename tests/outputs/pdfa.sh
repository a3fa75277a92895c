#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Dossiers of the examples as PDF/A-1b must pass the preflight validator of PDFBox, and files that were broken must not;
# as PDF/A-3b, for which no validator is at hand, they must be whole, tagged and carry the assessment.
# usage: pdfa.sh ASSIZE CHECK_TAGS SOURCE_FOLDER
set -eu
assize=$1 check_tags=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASSIZE_DATA="$source"
jars=/usr/share/java
fail() { echo "$*" >&2; exit 1; }
classes=""
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api; do
  [ -f "$jars/$jar.jar" ] || fail "$jar.jar is missing: script/bootstrap installs libpdfbox2-java, libactivation-java and libjaxb-api-java"
  classes="$classes:$jars/$jar.jar"
done

# All files at once: a virtual machine takes longer to start than to validate one.
validate() { # FILE...; sets valid and invalid
  printf '%s\n' "$@" > "$work/list"
  java -Xmx1g -cp "${classes#:}" org.apache.pdfbox.preflight.Validator_A1b xml group "$work/list" > "$work/said" 2>&1 ||
    [ -s "$work/list.preflight.xml" ] || { cat "$work/said" >&2; fail "the validator does not run"; }
  valid=$(grep -c '<isValid type="PDF/A1-b">true' "$work/list.preflight.xml" || true)
  invalid=$(grep -c '<isValid type="PDF/A1-b">false' "$work/list.preflight.xml" || true)
}

count=0
for example in triage-assist gate-face; do
  project="$source/examples/$example"
  "$assize" assess "$project" --no-record --quiet --format json > "$work/assessment.json"
  for template in annex-iv declaration tvra-report soa-42001 register; do
    set -- dossier $template "$project" --quiet
    [ $template != register ] || set -- register "$project" --quiet
    three="$work/3b-$example-$template.pdf"
    "$assize" "$@" --pdfa 1b -o "$work/1b-$example-$template.pdf"
    "$assize" "$@" -o "$three"
    qpdf --check "$three" > "$work/said" || { cat "$work/said" >&2; fail "$three is not whole"; }
    pdffonts "$three" | tail -n +3 | grep -v 'yes yes yes' && fail "$three has a font that is not embedded"
    if [ $template != register ]; then
      qpdf --show-attachment=assessment.json "$three" | cmp - "$work/assessment.json"
      "$assize" "$@" --no-attachment -o "$work/without.pdf"
      ! pdfdetach -list "$work/without.pdf" | grep -qv '^0 ' || fail "--no-attachment attaches"
    fi
    count=$((count + 1))
  done
done
"$check_tags" "$work"/3b-*.pdf "$work"/1b-*.pdf

validate "$work"/1b-*.pdf
[ "$valid" = $count ] || { cat "$work/list.preflight.xml" >&2; fail "$valid of $count files pass as PDF/A-1b"; }

# What is wrong must be found, or the above says nothing.
whole="$work/1b-triage-assist-declaration.pdf"
break_file() { # NAME SED_SCRIPT; of the same length, so that all else stays where it was
  LC_ALL=C sed "$2" "$whole" > "$work/$1.pdf"
  cmp -s "$whole" "$work/$1.pdf" && fail "$1: nothing was broken"
  return 0
}
break_file without-font 's,/FontFile2 ,/FontFileX ,'
break_file another-part 's,<pdfaid:part>1<,<pdfaid:part>7<,'
break_file without-profile 's,/OutputIntents ,/OutputIntentX ,'
break_file without-set 's,/CIDSet ,/CIDSeX ,'
validate "$whole" "$work/without-font.pdf" "$work/another-part.pdf" "$work/without-profile.pdf" "$work/without-set.pdf"
[ "$valid/$invalid" = 1/4 ] || { cat "$work/list.preflight.xml" >&2; fail "broken files: $invalid of 4 are found, $valid pass"; }
echo "$count files pass as PDF/A-1b, 4 broken ones do not"
