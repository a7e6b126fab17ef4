/** Scores of forecasts that say more than one number: intervals, quantiles, ensembles, distributions. */
package lossctl.catalog.forecast;
