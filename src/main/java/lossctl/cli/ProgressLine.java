package lossctl.cli;

/** What is said of a long reading: how much was read, how fast, and how long the rest takes at that rate. */
final class ProgressLine {
    private static final String[] UNITS = {" B", " kB", " MB", " GB", " TB", " PB", " EB"};
    private static final long SECOND = 1_000_000_000;

    private ProgressLine() {}

    /**
     * The line.
     *
     * @param bytes read so far
     * @param total of all there are to read; less than {@code bytes} where nobody knows
     * @param nanos since the reading began
     */
    static String of(long bytes, long total, long nanos) {
        long rate = (long) (bytes * ((double) SECOND / Math.max(1, nanos)));
        boolean known = total >= bytes;
        String all = known ? " of " + amount(total) : "";
        String left = known && rate > 0 ? ", " + duration((total - bytes) / rate) + " left" : "";
        return amount(bytes) + all + ", " + amount(rate) + "/s" + left;
    }

    /** The same over many files, of which this one is being read. */
    static String ofFiles(long file, long files, String line) {
        return "file " + grouped(file) + " of " + grouped(files) + ", " + line;
    }

    /** The same of requests that were answered. */
    static String ofRequests(long requests, String line) {
        return grouped(requests) + (requests == 1 ? " request, " : " requests, ") + line;
    }

    /** Three digits or more, and a unit: {@code 4.68 GB}. */
    static String amount(long bytes) {
        int unit = 0;
        long scaled = bytes;
        long below = 0;
        while (scaled >= 1000) {
            below = scaled % 1000;
            scaled /= 1000;
            unit++;
        }
        if (unit == 0 || scaled >= 100) {
            return scaled + UNITS[unit];
        }
        String digits = Long.toString(1000 + below).substring(1, scaled >= 10 ? 2 : 3);
        return scaled + "." + digits + UNITS[unit];
    }

    /** {@code 9 s}, {@code 2 min 5 s}, {@code 1 h 0 min}. */
    static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " min " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String grouped(long number) {
        String digits = Long.toString(number);
        int first = digits.length() % 3;
        StringBuilder text = new StringBuilder(digits.substring(0, first));
        for (int i = first; i < digits.length(); i += 3) {
            text.append(text.length() == 0 ? "" : ",").append(digits, i, i + 3);
        }
        return text.toString();
    }
}
