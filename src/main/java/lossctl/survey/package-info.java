/** What samples look like: where residuals lie, how often forecasts come true, which class is taken for which. */
package lossctl.survey;
