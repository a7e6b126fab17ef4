/** What a loss is: the vocabulary in which the catalog is written. */
package lossctl.loss;
