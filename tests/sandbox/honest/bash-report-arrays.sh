# class: honest | attempt: mapfile, associative arrays, process substitution | lab: report | expect: passed
set -o errexit -o nounset
source_file=$1 target=$2
[[ -f $source_file ]] || { echo "no such file: $source_file" >&2; exit 2; }
declare -A seen=()
lines=()
while IFS= read -r line; do
  [[ -v seen[$line] ]] && continue
  seen[$line]=1
  lines+=("$line")
done < "$source_file"
mapfile -t sorted < <(printf '%s\n' "${lines[@]}" | sort)
printf '%s\n' "${sorted[@]}" > "$target"
printf '%d lines\n' "${#sorted[@]}"
