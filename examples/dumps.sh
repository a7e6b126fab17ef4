#!/bin/sh
# Real prediction dumps: two regression models on the same rows, a binary and two multiclass classifiers.
set -eu
cd "$(dirname "$0")/dumps"
PATH=../../scripts:$PATH

echo '# two models of diabetes progression'
lossctl eval -l mse,rmse,mae,mape,msle,huber,r2 diabetes_gbr.csv diabetes_ridge.csv

echo '# breast cancer, probabilities of one class'
lossctl eval -l bce,brier,mae,binary_accuracy breast_cancer_logreg.csv

echo '# iris and digits, a probability a class; a class index counts as one-hot for mse'
lossctl eval -l sparse_cce,accuracy,top_k_accuracy:k=2,mse iris_logreg.csv
lossctl eval -l sparse_cce,accuracy,top_k_accuracy:k=3,mse digits_mlp84.csv --json

echo '# the three rows of iris that cost most'
lossctl sparse_cce iris_logreg.csv --id-col id --share | sort -t, -k7 -g -r | head -3
