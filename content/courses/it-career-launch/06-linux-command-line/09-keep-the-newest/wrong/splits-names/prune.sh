#!/usr/bin/env bash
dry=no
if [[ ${1:-} == -n ]]; then dry=yes; shift; fi
[[ $# -eq 2 && -d $1 && $2 =~ ^[1-9][0-9]*$ ]] || { echo "usage" >&2; exit 2; }
cd $1
for name in $(ls backup-????-??-??.tar | sort -r | tail -n +$(( $2 + 1 )) | sort); do
  if [[ $dry == yes ]]; then echo "would remove $name"; else rm $name; echo "removed $name"; fi
done
