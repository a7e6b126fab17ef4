#!/bin/sh
# A nightly gate: tonight's dump against that of the last release, as a whole and fold by fold.
# sh nightly.sh [RELEASED.csv [TONIGHT.csv]]; exit 0 passes, 1 is a failed gate, all else could not be told.
set -eu
cd "$(dirname "$0")"
PATH=../scripts:$PATH
released=${1:-dumps/diabetes_gbr.csv}
tonight=${2:-dumps/diabetes_ridge.csv}

status=0
lossctl compare "$released" "$tonight" --key id -l mse,r2 --by fold \
    --fail-if 'mse.change>+2%' \
    --fail-if 'mse.change[*]>+20%' \
    --fail-if 'r2<0.4' || status=$?

case $status in
0) echo 'nightly: pass' ;;
1) echo 'nightly: a gate failed' ;;
*) echo "nightly: cannot be told, exit $status" ;;
esac
exit $status
