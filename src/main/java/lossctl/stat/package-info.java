/** Uncertainty: distributions, intervals, tests. Pure; knows no losses and no files. */
package lossctl.stat;
