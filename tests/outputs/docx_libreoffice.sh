#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What LibreOffice makes of DOCX files: every heading, caption and cell that the same document has as Markdown is there,
# every page says which of how many it is, and no reference is broken.
# usage: docx_libreoffice.sh ASSIZE SOURCE_FOLDER
set -eu
assize=$1 source=$2
command -v soffice >/dev/null || { echo "soffice is not here: is the package libreoffice-writer installed?" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASSIZE_DATA="$source" LC_ALL=C.UTF-8
cd "$work"

"$assize" init project --example triage-assist --quiet
for template in annex-iv declaration; do
  "$assize" dossier $template project --quiet -o $template.docx -o $template.md
done
"$assize" register project --quiet -o register.docx -o register.md

convert() { # FORMAT
  timeout 500 soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$1" ./*.docx > convert.log 2>&1 ||
    { cat convert.log >&2; exit 1; }
}
convert pdf
convert txt:Text

fail() { echo "$1" >&2; exit 1; }

# Markdown as its reader sees it: no anchors, links, marks or escapes. An escaped bar is no edge of a cell.
plain() {
  sed -e 's/\\|/\x01/g' -e 's/<a id="[^"]*"><\/a>//g' -e 's/\[\([^]]*\)\](\(#\|http\|mailto\)[^)]*)/\1/g' -e 's/<br>/ /g' \
    -e 's/\\\([][!"#$%&()*+,./:;<=>?@^_`{|}~-]\)/\1/g' -e 's/&amp;/\&/g' -e 's/&lt;/</g' -e 's/&gt;/>/g'
}
# All blanks out, also en spaces (after numbers of headings), those that do not break, and the mark of a UTF-8 file.
tight() { sed -e 's/\xE2\x80\x82//g' -e 's/\xC2\xA0//g' -e 's/\xEF\xBB\xBF//g' | tr -d ' \t\r\f'; }
# Each line of the first file, its blanks taken out, stands in the second; says how many that were.
all_in() { # LINES TEXT
  awk 'NR == FNR { text = text $0; next } { if (!index(text, $0)) { print "not there: " $0; wrong = 1 } else ++found }
       END { print found; exit wrong }' RS='\001' "$2" RS='\n' "$1" > counted || fail "$(head -20 counted) in $2"
  tail -1 counted
}

for name in annex-iv declaration register; do
  pdftotext $name.pdf $name.pdftext
  for text in txt pdftext; do tight < $name.$text | tr -d '\n' > $name.$text.tight; done
  grep -E '^##+ ' $name.md | plain | sed 's/^##* //' | tight > headings
  grep -E '^(<a id="[^"]*"></a>)?\*\*' $name.md | grep -v '^\*\*Figure' | plain | sed -n 's/^\*\*\(.*\)\*\*$/\1/p' | tight > captions
  grep '^| ' $name.md | grep -v '^| ---' | plain | sed -e 's/^| *//' -e 's/ *|$//' -e 's/ *| */\n/g' | tr '\001' '|' | tight | sort -u | grep . > cells
  headings=$(all_in headings $name.pdftext.tight)
  captions=$(all_in captions $name.pdftext.tight)
  cells=$(all_in cells $name.txt.tight)
  ! grep -q 'Error!' $name.pdftext || fail "$name has a broken reference"
  pages=$(pdfinfo $name.pdf | sed -n 's/^Pages: *//p')
  said=$(tr '\f' '\n' < $name.pdftext | grep -c "Page [0-9]* of $pages") || true
  [ "$said" = "$pages" ] || fail "$said of $pages pages of $name say which they are"
  echo "$name: $pages pages, $headings headings, $captions captions, $cells different cells"
  case $name in
    annex-iv) [ "$pages" -gt 80 ] && [ "$headings" -gt 40 ] && [ "$captions" -gt 40 ] && [ "$cells" -gt 1500 ] ;;
    declaration) [ "$pages" -gt 5 ] && [ "$headings" -gt 8 ] && [ "$captions" -gt 8 ] && [ "$cells" -gt 80 ] ;;
    register) [ "$pages" -gt 8 ] && [ "$headings" -ge 1 ] && [ "$cells" -gt 300 ] ;;
  esac || fail "$name is smaller than it was: is something left out of both formats?"
done
