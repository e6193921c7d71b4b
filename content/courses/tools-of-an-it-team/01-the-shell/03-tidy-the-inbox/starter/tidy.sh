#!/usr/bin/env bash
# Moves dated papers from an inbox into a folder for each month of an archive.
# usage: tidy.sh INBOX ARCHIVE

inbox=$1
archive=$2

for path in "$inbox"/*; do
  echo "$path"
done
