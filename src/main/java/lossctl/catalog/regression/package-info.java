/** Losses of numbers against numbers. */
package lossctl.catalog.regression;
