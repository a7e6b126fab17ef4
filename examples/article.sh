#!/bin/sh
# The cases of the article "Loss Functions in TensorFlow", one by one.
set -eu
PATH=$(dirname "$0")/../scripts:$PATH

echo '# mean absolute error, and each sample'\''s share in it'
lossctl mae --true 1,0 --pred 2,3
lossctl mae --true 1,0 --pred 2,3 --share

echo '# mean squared error: the second sample contributes 90 %'
lossctl mse --true 1,0 --pred 2,3
lossctl mse --true 1,0 --pred 2,3 --share

echo '# root of the mean squared error'
lossctl rmse --true 1,0 --pred 2,3

echo '# categorical cross-entropy of one-hot truths, then of class indices'
lossctl cce --true '[[0,1,0],[1,0,0]]' --pred '[[0.15,0.75,0.1],[0.75,0.15,0.1]]'
lossctl sparse_cce --true 1,0 --pred '[[0.15,0.75,0.1],[0.75,0.15,0.1]]'

echo '# the same as float32, as the article prints it'
lossctl sparse_cce --true 1,0 --pred '[[0.15,0.75,0.1],[0.75,0.15,0.1]]' --dtype float32

echo '# from logits'
lossctl cce --true '[[0,1,0],[1,0,0]]' --pred '[[1,2,0.5],[2,1,0.5]]' --from-logits
