/** States of evaluations in files: journals, from which an interrupted run goes on, and partials, which merge. */
package lossctl.journal;
