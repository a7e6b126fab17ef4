/** Requests of other programs, one JSON object a line, answered one by one. */
package lossctl.batch;
