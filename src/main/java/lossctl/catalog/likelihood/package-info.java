/** Negative log-likelihoods and deviances. */
package lossctl.catalog.likelihood;
