#!/bin/sh
# lossctl from Java: a loss by its name, values, gradients, tallies.
set -eu
cd "$(dirname "$0")"
../scripts/lossctl --version >/dev/null # builds, where nothing is built yet
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp ../target/lossctl.jar Library.java
