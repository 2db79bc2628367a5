#!/bin/bash
# No text is cut on any screen, in any language, at normal and at large size.   fit.sh REPOSITORY BUILD_FOLDER
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/docs/pictures/vase" "$2" "$folder/vase.sui"
"$2/suisui_gallery" --assets "$2/assets" --pot "$folder/vase.sui" --fit
