/** What each framework means by a loss: its names, defaults, clips, kinks and reductions, as rules over the catalogue. */
package lossctl.convention;
