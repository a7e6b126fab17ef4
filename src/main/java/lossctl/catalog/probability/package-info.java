/** Losses of the probability of a class, or of the score that stands for it. */
package lossctl.catalog.probability;
