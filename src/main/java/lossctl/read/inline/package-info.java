/** Values on the command line. On the way of the shortest command: nothing here may be slow at its first use. */
package lossctl.read.inline;
