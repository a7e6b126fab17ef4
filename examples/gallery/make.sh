#!/bin/sh
# Draws the pictures of this folder anew, or into another one: sh examples/gallery/make.sh [FOLDER]
set -eu
cd "$(dirname "$0")/../.."
PATH=scripts:$PATH
to=${1:-examples/gallery}
mkdir -p "$to"

# The three of the article: absolute error, squared error, categorical cross-entropy.
lossctl plot mae -o "$to/mae.svg"
lossctl plot mse -o "$to/mse.svg"
lossctl plot cce -o "$to/cce.svg"

# One loss with several parameters, several losses, several truths.
lossctl plot huber --delta 0.5,1,2 -o "$to/huber.svg"
lossctl plot hinge,squared_hinge,soft_margin,zero_one_margin -o "$to/margin.svg"
lossctl plot bce --true 0,1 -o "$to/bce.svg"

# Where the samples of a dump lie.
lossctl plot mae --data examples/preds.csv --from -2 --to 2 -o "$to/samples.svg"

# What a model's errors look like, and a page with all of it.
lossctl plot residuals examples/dumps/diabetes_gbr.csv -o "$to/residuals.svg"
lossctl plot calibration examples/dumps/breast_cancer_logreg.csv -o "$to/calibration.svg"
lossctl plot confusion examples/dumps/digits_mlp84.csv -o "$to/confusion.svg"
lossctl plot groups -l mae examples/dumps/diabetes_gbr.csv --by fold -o "$to/groups.svg"
lossctl plot history --val "examples/dumps/epochs/epoch_*.csv" -o "$to/history.svg"
lossctl eval -l mse,mae,r2 examples/dumps/diabetes_gbr.csv --by fold --ci 95 --fail-if "mse>4000" --html "$to/report.html"
