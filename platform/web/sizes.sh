#!/bin/bash
# What the browser downloads: bytes raw, gzip -9 and brotli -q 11 of each file, as a table and in build/sizes.tsv.
# Usage: sizes.sh BUILD_FOLDER [TABLE.tsv]
set -euo pipefail
build=$1
table=${2:-build/sizes.tsv}
printf 'file\traw\tgzip\tbrotli\n' >"$table"
raw_all=0 gzip_all=0 brotli_all=0
for file in index.html suisui-kiln.js suisui-kiln.wasm suisui-kiln.data; do
  [ -f "$build/$file" ] || { echo "$build/$file is missing: the browser build is not complete" >&2; exit 1; }
  raw=$(stat -c %s "$build/$file") gzip=$(gzip -9 -c "$build/$file" | wc -c) brotli=$(brotli -q 11 -c "$build/$file" | wc -c)
  printf '%s\t%d\t%d\t%d\n' "$file" "$raw" "$gzip" "$brotli" >>"$table"
  raw_all=$((raw_all + raw)) gzip_all=$((gzip_all + gzip)) brotli_all=$((brotli_all + brotli))
done
printf 'all\t%d\t%d\t%d\n' "$raw_all" "$gzip_all" "$brotli_all" >>"$table"
awk -F '\t' 'NR == 1 {printf "%-18s %10s %10s %10s\n", $1, $2, $3, $4} NR > 1 {printf "%-18s %7d KB %7d KB %7d KB\n", $1, $2 / 1024, $3 / 1024, $4 / 1024}' "$table"
