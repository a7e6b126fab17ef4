/** Metrics: what is watched, not descended. Their slopes are NaN. */
package lossctl.catalog.metric;
