#!/bin/sh
# The validation side of a training log, from the dumps of ten epochs: one reading, a row an epoch.
set -eu
cd "$(dirname "$0")"
PATH=../scripts:$PATH

lossctl eval -l sparse_cce,accuracy dumps/epochs/epoch_*.csv
