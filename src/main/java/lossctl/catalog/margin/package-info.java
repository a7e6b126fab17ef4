/** Losses of the agreement between a score and a truth of -1 or +1. */
package lossctl.catalog.margin;
