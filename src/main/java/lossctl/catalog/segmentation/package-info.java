/** Losses of the overlap of what is marked and what should be. */
package lossctl.catalog.segmentation;
