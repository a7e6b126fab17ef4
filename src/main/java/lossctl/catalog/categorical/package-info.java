/** Losses of one prediction a class. */
package lossctl.catalog.categorical;
