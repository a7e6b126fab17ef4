/** Losses of sequences whose alignment is not known. */
package lossctl.catalog.sequence;
