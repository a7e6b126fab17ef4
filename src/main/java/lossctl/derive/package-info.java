/** What follows from the description of a loss: its page, its curve, and its formula with numbers put in. */
package lossctl.derive;
