/** NumPy arrays, alone and in zip files. */
package lossctl.read.npy;
