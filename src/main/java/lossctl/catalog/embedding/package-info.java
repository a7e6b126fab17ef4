/** Losses of the direction and the distance of vectors. */
package lossctl.catalog.embedding;
