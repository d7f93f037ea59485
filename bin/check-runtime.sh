#!/bin/sh
# The runtime that npm brought along needs one system library that a bare Debian lacks. A program cannot say so before it
# runs; this can.
said=$(node --version 2>&1) && exit 0
case "$said" in
  *libatomic*) echo "Tsunagu needs the system library libatomic1: run 'apt-get install libatomic1' as root, then try again." >&2 ;;
  *) echo "The runtime that npm brought along does not start: $said" >&2 ;;
esac
exit 1
