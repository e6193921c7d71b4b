#!/usr/bin/env bash
# Prints the addresses that failed to sign in, the most first.

grep Failed "$1"
