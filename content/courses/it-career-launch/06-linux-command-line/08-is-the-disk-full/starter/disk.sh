#!/usr/bin/env bash
# Says which disks are nearly full, for a monitoring system.

cat "$1"
