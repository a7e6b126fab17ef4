#!/bin/sh
# A network trained with lossctl's loss and gradient, then its log once more, from the dumps that it wrote.
set -eu
cd "$(dirname "$0")"
PATH=../scripts:$PATH
run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT

lossctl --version >/dev/null # builds, where nothing is built yet
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp ../target/lossctl.jar train/Train.java --data train/digits.csv --out "$run"
echo
lossctl eval -l sparse_cce,accuracy --train "$run/train_*.csv" --val "$run/val_*.csv" -f csv >"$run/eval.csv"
cat "$run/eval.csv"
cmp "$run/eval.csv" "$run/history.csv"
echo
lossctl plot history -l sparse_cce,accuracy --train "$run/train_*.csv" --val "$run/val_*.csv" -f ascii --width 60 --height 8
