/** Rows in memory, and where they came from. */
package lossctl.data;
