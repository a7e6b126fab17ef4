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
