/** Exact and reproducible numbers: sums, decimal text, elementary functions, ranges. Imports nothing but Java itself. */
package lossctl.num;
