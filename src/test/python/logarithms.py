"""Makes num/LogarithmTable.java: 1/c of a few digits, and ln c in two doubles of which the first ends in zeros.

The parts are those of num.Logarithm: 128 of one octave, with half of the first left out, so that 1 is in the midst of one,
whose c is 1. Run from the root of the project:
    python3 src/test/python/logarithms.py > src/main/java/lossctl/num/LogarithmTable.java
"""
import struct
from mpmath import mp, mpf, log, nint

mp.prec = 300
FIRST, PART, COUNT = 0x3FE6100000000000, 1 << 45, 128
DIGITS, ZEROS = 16, 42
HEAD = '''package lossctl.num;

/**
 * What {@link Logarithm} takes from a table: of 128 numbers c their inverses, and their logarithms in two doubles, the
 * first of which ends in so many zeros that it may be added to multiples of ln 2 exactly. Made by
 * {@code src/test/python/logarithms.py}. Constants, since no compiled code would make them where they are first needed.
 */
final class LogarithmTable {
    /** How many there are; a power of two. */
    static final int COUNT = %d;

    /** Of each: 1/c, ln c, and what rounding took from that. */
    static final int COLUMNS = 3;

    // spotless:off
    static final double[] ROWS = {'''
FOOT = '''    };
    // spotless:on

    private LogarithmTable() {}
}'''


def number(bits):
    return mpf(struct.unpack('<d', struct.pack('<q', bits))[0])


def text(x):
    digits, exponent = float(x).hex().split('p')
    return (digits.rstrip('0') if '.' in digits else digits).rstrip('.') + 'p' + str(int(exponent))


print(HEAD % COUNT)
for i in range(COUNT):
    low, high = number(FIRST + i * PART), number(FIRST + (i + 1) * PART)
    inverse = mpf(1) if low < 1 < high else nint(2 ** DIGITS * 2 / (low + high)) / 2 ** DIGITS
    exact = -log(inverse)
    first = nint(exact * 2 ** ZEROS) / 2 ** ZEROS
    print('        ' + ', '.join(map(text, (inverse, first, exact - first))) + ',')
print(FOOT)
