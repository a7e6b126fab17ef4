package lossctl.read;

/** The formats that can be read. */
public enum Format {
    /** Told by magic bytes, then by the file's extension, then by the first byte. */
    AUTO,
    /** Comma-separated values, RFC 4180. */
    CSV,
    /** Tab-separated values, quoted as CSV. */
    TSV,
    /** One JSON document: an object of arrays, or an array of objects. */
    JSON,
    /** A JSON object a line. */
    JSONL,
    /** One NumPy array. */
    NPY,
    /** NumPy arrays in a zip file. */
    NPZ
}
