/** Losses of classes that have an order. */
package lossctl.catalog.ordinal;
