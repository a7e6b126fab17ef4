/** Losses of samples that belong to any number of classes at once. */
package lossctl.catalog.multilabel;
