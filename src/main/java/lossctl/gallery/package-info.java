/** Results as figures: residuals, calibration, learning curves, groups and confusion, with their main numbers in words. */
package lossctl.gallery;
