/** Losses of times until an event, some of which were not seen to the end. */
package lossctl.catalog.survival;
