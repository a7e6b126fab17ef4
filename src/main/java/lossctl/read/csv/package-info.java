/** CSV and TSV: RFC 4180, read strictly and by several threads at once. */
package lossctl.read.csv;
