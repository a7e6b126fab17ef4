/** From blocks of rows to a result: exact, in any order, on any number of threads. */
package lossctl.eval;
