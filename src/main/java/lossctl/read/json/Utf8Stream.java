package lossctl.read.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import lossctl.data.Refusal;
import lossctl.read.Utf8;

/** Passes UTF-8 on and refuses everything else with line and column; a byte order mark is dropped. */
final class Utf8Stream extends FilterInputStream {
    private final Utf8 utf8 = new Utf8();
    private long line = 1;
    private long column;
    private boolean begun;

    Utf8Stream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = begun || length < 3 ? in.read(to, from, length) : begin(to, from, length);
        if (n < 0) {
            if (!utf8.isWhole()) {
                throw refusal();
            }
            return n;
        }
        int wrong = utf8.check(to, from, from + n);
        int end = wrong < 0 ? from + n : wrong;
        for (int i = from; i < end; i++) {
            column++;
            if (to[i] == '\n') {
                line++;
                column = 0;
            }
        }
        if (wrong >= 0) {
            throw refusal();
        }
        return n;
    }

    private int begin(byte[] to, int from, int length) throws IOException {
        begun = true;
        int n = 0;
        while (n < 3) {
            int more = in.read(to, from + n, length - n);
            if (more < 0) {
                return n == 0 ? -1 : n;
            }
            n += more;
        }
        if ((to[from] & 0xff) == 0xef && (to[from + 1] & 0xff) == 0xbb && (to[from + 2] & 0xff) == 0xbf) {
            System.arraycopy(to, from + 3, to, from, n - 3);
            n -= 3;
            return n > 0 ? n : in.read(to, from, length);
        }
        return n;
    }

    private Refusal refusal() {
        return new Refusal(Refusal.Code.MALFORMED, "not UTF-8")
                .at(line, (int) Math.min(column + 1, Integer.MAX_VALUE))
                .hint("write the file as UTF-8");
    }
}
