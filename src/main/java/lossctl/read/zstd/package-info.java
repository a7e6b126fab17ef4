/** Zstandard, undone without losing a byte in silence. */
package lossctl.read.zstd;
