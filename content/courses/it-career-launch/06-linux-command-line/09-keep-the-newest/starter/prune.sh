#!/usr/bin/env bash
# Keeps the newest backups of a folder.
# usage: prune.sh [-n] FOLDER COUNT

ls "$1"
