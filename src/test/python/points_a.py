"""Makes points-a.csv: losses at points of every kind, with 30 digits of value, gradient and curvature.

The formulas are the textbook ones in 150-digit arithmetic (mpmath), and the derivatives are differences at that
precision, so nothing here knows of the program's own forms. Run from the root of the project:
    python3 src/test/python/points_a.py > src/test/resources/lossctl/catalog/points-a.csv
"""
import random
from mpmath import mp, mpf, nstr

mp.dps = 150
COUNT = 100


def sized(low, high, signed=True):
    """A double whose size is spread evenly over the powers of ten from low to high."""
    x = 10 ** random.uniform(low, high)
    return random.choice((-1, 1)) * x if signed else x


def residual(low, high):
    """Points whose residual has a size of 10^low to 10^high."""
    def point(i):
        e = sized(low, high)
        t = (0.0, random.randint(-64, 64) / 8, random.uniform(-4, 4))[i % 3]
        return t, t + e
    return point


def text(x):
    return x if isinstance(x, str) else str(x).lower() if isinstance(x, bool) else repr(float(x))


def digits(x):
    return nstr(x, 30, min_fixed=-5, max_fixed=5)


def condition(y, *moves):
    """How much a relative error of an input becomes in the result; moves are input times derivative."""
    return '%.3g' % min(1e9, float(sum(map(abs, moves)) / abs(y))) if y else '0'


def words(params):
    return ';'.join(k + '=' + ('/'.join(map(text, v)) if isinstance(v, list) else text(v)) for k, v in params.items())


def row(numbers):
    return ' '.join(map(text, numbers))


def line(*fields):
    print(','.join(fields))


def pointwise(name, point, f, **params):
    """Prints COUNT points of a loss f(t, p)."""
    random.seed(name + words(params))
    for i in range(COUNT):
        given = point(i)
        t, p = map(mpf, given)

        def by(m, n):
            return mp.diff(f, (t, p), (m, n))
        y = [f(t, p), by(0, 1), by(0, 2)]
        bars = [condition(y[k], t * by(1, k), p * by(0, k + 1)) for k in range(3)]
        line(name, words(params), text(given[0]), text(given[1]), '', *map(digits, y), *bars)


def of_residual(name, point, f, **params):
    """The same of a loss f(e): its condition is that of the residual."""
    random.seed(name + words(params))
    for i in range(COUNT):
        t, p = point(i)
        e = mpf(p) - mpf(t)
        y = [f(e)] + [mp.diff(f, e, k) for k in (1, 2, 3)]
        bars = [condition(y[k], e * y[k + 1]) for k in range(3)]
        line(name, words(params), text(t), text(p), '', *map(digits, y[:3]), *bars)


def regression():
    for q in (1.5, 2, 3):
        of_residual('lp', residual(-12, 6), lambda e: abs(e) ** mpf(q), p=q)
    for d in (1, 0.3):
        of_residual('pseudo_huber', residual(-12, 6), lambda e: mpf(d) ** 2 * (mp.sqrt(1 + (e / d) ** 2) - 1), delta=d)
    of_residual('logit_dist', residual(-12, 2), lambda e: 2 * mp.log(1 + mp.exp(e)) - e - mp.log(4))
    for tau in (0.5, 0.2):
        of_residual('expectile', residual(-12, 6), lambda e: abs(mpf(tau) - (e >= 0)) * e * e, tau=tau)
    for name, power in (('eps_insensitive', 1), ('squared_eps_insensitive', 2)):
        of_residual(name, residual(-2, 6), lambda e: max(0, abs(e) - mpf(0.125)) ** power, epsilon=0.125)
    for c in (1, 2.5):
        of_residual('fair', residual(-12, 6), lambda e: c * abs(e) - c * c * mp.log(1 + abs(e) / c), c=c)
        of_residual('cauchy', residual(-12, 6), lambda e: mpf(c) ** 2 / 2 * mp.log(1 + (e / c) ** 2), c=c)
        of_residual('welsch', residual(-12, 1), lambda e: mpf(c) ** 2 / 2 * (1 - mp.exp(-(e / c) ** 2)), c=c)
        of_residual('geman_mcclure', residual(-12, 6), lambda e: e * e / 2 / (1 + (e / c) ** 2), c=c)
        of_residual('tukey', residual(-12, 1),
                    lambda e: mpf(c) ** 2 / 6 * (1 - (1 - min(1, (e / c) ** 2)) ** 3), c=c)
        of_residual('periodic', residual(-12, 2), lambda e: 1 - mp.cos(2 * mp.pi * e / c), c=c)
    for a in (1, -0.7):
        of_residual('linex', residual(-12, 2.5), lambda e: mp.exp(mpf(a) * e) - mpf(a) * e - 1, a=a)
    of_residual('barron', residual(-12, 1), lambda e: barron(e, mpf(-1e6), mpf(1)), alpha=-1e6)
    for alpha in (1, 2, 0, -2, 1.5, 2 - 2 ** -40, 2 ** -50, -1e-9, 3):
        of_residual('barron', residual(-12, 6), lambda e: barron(e, mpf(alpha), mpf(1.5)), alpha=alpha, c=1.5)
    pointwise('smape', lambda i: (sized(-6, 6), sized(-6, 6)), lambda t, p: 2 * abs(p - t) / (abs(t) + abs(p)))
    pointwise('maape', lambda i: (sized(-6, 6), sized(-6, 6)), lambda t, p: mp.atan(abs((p - t) / t)))
    for tau in (0.5, 0.9):
        pointwise('loglin_quantile', lambda i: (sized(-3, 6), sized(-6, 1)),
                  lambda t, x: (mpf(tau) - (t <= mp.exp(x))) * (t - mp.exp(x)), tau=tau)


def barron(e, alpha, c):
    if alpha == 2:
        return (e / c) ** 2 / 2
    if alpha == 0:
        return mp.log((e / c) ** 2 / 2 + 1)
    b = abs(alpha - 2)
    return b / alpha * (((e / c) ** 2 / b + 1) ** (alpha / 2) - 1)


line('loss', 'params', 'truth', 'prediction', 'inputs', 'value', 'gradient', 'curvature',
     'condition', 'condition of the gradient', 'condition of the curvature')
regression()
