"""Makes elementary.csv.gz: e^x, ln x and ln(1 + x) to 40 digits, at random places of every size, at the far ends, next to
1 and 0, and on both sides of where the tables of num.Exponential and num.Logarithm change their row.

Run from the root of the project:
    python3 src/test/python/elementary.py | gzip -9n > src/test/resources/lossctl/num/elementary.csv.gz
"""
import math
import random
from mpmath import mp, mpf, exp, log, nstr

mp.prec = 1300
random.seed(20261201)
TINY, LEAST, MOST = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308
EPS = 2 ** -53


def size(low, high):
    return 10 ** random.uniform(low, high)


def sides(x):
    return [math.nextafter(x, -math.inf), x, math.nextafter(x, math.inf)]


def around(places):
    return [side for x in places for side in sides(x)]


exponents = around([709.782712893384, 709.0, 708.0, 700.0, 1.0, 0.5, -0.5, -1.0, -36.7, -708.0, -708.3964185322641, -720.0, -744.0,
                    -745.13321910194]) + around([(n + 0.5) * math.log(2) / 128 for n in range(-64, 64)])
exponents += [random.uniform(-745, 709.7) for _ in range(500)] + [random.uniform(-1, 1) for _ in range(500)]
exponents += [random.choice((-1, 1)) * size(-20, 2) for _ in range(300)] + [random.uniform(-745.1, -708) for _ in range(200)]

parts = [11 / 16 + 1 / 512 + n / 256 for n in range(80)] + [1 + 1 / 256 + n / 128 for n in range(48)]
numbers = [TINY, 2 * TINY, 1e-310, LEAST, 1e-300, 1e300, MOST] + around([LEAST, 1.0, 0.5, 2.0, 0.6875, 1.375]) + around(parts)
numbers += [random.choice((1, -1)) * size(-16, -2) + 1 for _ in range(500)] + [random.uniform(0.5, 2) for _ in range(500)]
numbers += [size(-323, 308) for _ in range(500)]

above = [TINY, -TINY, LEAST, -LEAST, 1e-20, -1e-20, EPS, -EPS, 1e300, 2.0 ** 55, 2.0 ** 53, MOST, -1 + EPS, -1 + 2 * EPS]
above += [x - 1 for x in around(parts)] + [random.choice((1, -1)) * size(-17, -0.01) for _ in range(700)]
above += [size(-1, 20) for _ in range(300)] + [-1 + size(-16, 0) for _ in range(300)]

print('function,x,value')
for name, f, places in (('exp', exp, exponents), ('log', log, numbers), ('log1p', lambda x: log(1 + x), above)):
    for x in places:
        if not (name == 'exp' and x == 0 or name == 'log' and x in (0, 1) or name == 'log1p' and x in (0, -1)):
            print(name, repr(x), nstr(f(mpf(x)), 40), sep=',')
