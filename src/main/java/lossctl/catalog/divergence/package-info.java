/** Divergences between rows of probabilities. */
package lossctl.catalog.divergence;
