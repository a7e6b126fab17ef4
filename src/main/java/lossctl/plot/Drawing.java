package lossctl.plot;

import java.util.List;

/** A figure laid out: what to draw on a paper of this size, in this order. */
record Drawing(double width, double height, String title, String description, List<Shape> shapes) {}
