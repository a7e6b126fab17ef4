package lossctl.convention;

/** How a framework sees an array as samples. */
enum View {
    /** Every element is a sample. */
    ELEMENTS,
    /** The last axis, or the one that {@code axis} names, belongs to one sample. */
    AXIS,
    /** The axis of classes, the second, belongs to one sample; in a list the only one. */
    CLASSES,
    /** The whole array is one sample. */
    WHOLE
}
