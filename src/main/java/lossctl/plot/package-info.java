/** Pictures: what a chart is, its layout into lines and texts, and the writers of SVG, PNG and terminal cells. */
package lossctl.plot;
