/** Gzip, undone without losing a byte in silence. */
package lossctl.read.gzip;
