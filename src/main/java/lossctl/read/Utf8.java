package lossctl.read;

/**
 * Checks that bytes are UTF-8, piece by piece: no overlong forms, no surrogates, nothing past U+10FFFF (RFC 3629).
 *
 * <p>One object a text.
 */
public final class Utf8 {
    private int wanted;
    private int lowest = 0x80;
    private int highest = 0xbf;

    /** The index of the first byte of {@code [from, to)} that cannot stand where it stands, or -1. */
    public int check(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (wanted == 0 ? b < 0 && !leads(b & 0xff) : !follows(b & 0xff)) {
                return i;
            }
        }
        return -1;
    }

    private boolean leads(int b) {
        if (b < 0xc2 || b > 0xf4) {
            return false;
        }
        wanted = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        return true;
    }

    private boolean follows(int b) {
        boolean right = b >= lowest && b <= highest;
        wanted--;
        lowest = 0x80;
        highest = 0xbf;
        return right;
    }

    /** Whether the bytes so far end with a whole character. */
    public boolean isWhole() {
        return wanted == 0;
    }
}
