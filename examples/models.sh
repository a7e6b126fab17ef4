#!/bin/sh
# Two real models on the same rows: which is better, where, and by how much could chance have made it so?
set -eu
cd "$(dirname "$0")/dumps"
PATH=../../scripts:$PATH

echo '# each by itself, with 95 % intervals'
lossctl eval -l mse,mae,r2 diabetes_gbr.csv diabetes_ridge.csv --ci 95

echo '# against each other: the same rows, so pair by pair, by Student and by a permutation test'
lossctl compare diabetes_gbr.csv diabetes_ridge.csv --key id -l mse,mae,r2
lossctl compare diabetes_gbr.csv diabetes_ridge.csv --key id -l mse,mae --test permutation --ci-method bca --seed 1

echo '# where: by fold, and by the size of the truth'
lossctl compare diabetes_gbr.csv diabetes_ridge.csv --key id -l mse --by fold
lossctl eval -l mse,mean_error diabetes_ridge.csv --bins y_true:4 --ci 95

echo '# the rows that cost most, and those without which r2 would be another'
lossctl mse diabetes_ridge.csv --worst 3 --id-col id -f table
lossctl r2 diabetes_ridge.csv --influence 3 --id-col id
