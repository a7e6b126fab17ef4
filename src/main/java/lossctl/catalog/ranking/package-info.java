/** Losses of the order of scores: pairs, and lists of documents a query. */
package lossctl.catalog.ranking;
