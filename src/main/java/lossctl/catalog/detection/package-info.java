/** Losses of boxes around objects. */
package lossctl.catalog.detection;
