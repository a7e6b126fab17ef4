"""Makes points-a.csv.gz: losses at points of every kind, with 26 digits of value, gradient and curvature.

The formulas are the textbook ones in 150-digit arithmetic (mpmath), and the derivatives are differences at that
precision, so nothing here knows of the program's own forms. Run from the root of the project:
    python3 src/test/python/points_a.py | gzip -9n > src/test/resources/lossctl/catalog/points-a.csv.gz
"""
import random
from mpmath import mp, mpf, nstr

mp.dps = 150
COUNT = 100
SPLIT = 1  # among how many settings of a loss the points are divided


def settings(*values):
    """Goes through settings of one loss, which share its points."""
    global SPLIT
    for value in values:
        SPLIT = len(values)
        yield value
    SPLIT = 1


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
    return nstr(x, 26, min_fixed=-5, max_fixed=5)


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
    for i in range(COUNT // SPLIT):
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
    for i in range(COUNT // SPLIT):
        t, p = point(i)
        e = mpf(p) - mpf(t)
        y = [f(e)] + [mp.diff(f, e, k) for k in (1, 2, 3)]
        bars = [condition(y[k], e * y[k + 1]) for k in range(3)]
        line(name, words(params), text(t), text(p), '', *map(digits, y[:3]), *bars)


def outputwise(name, inputs, point, f, curved=True, **params):
    """Prints COUNT points of a loss f(t, p, inputs...); point(i) makes (t, p, inputs...)."""
    random.seed(name + words(params))
    mp.dps = 120
    for i in range(COUNT // SPLIT):
        given = point(i)
        x = list(map(mpf, given))

        def by(*places):
            # a place at the end of its range, a time of 0, does not move
            moves = tuple(places.count(j) for j in range(len(x)))
            return mpf(0) if x[0] == 0 and moves[0] else mp.diff(f, tuple(x), moves)
        y = f(*x)
        slopes = [by(j) for j in range(1, len(x))]
        bars = [' '.join(condition(s, *(x[k] * by(j + 1, k) for k in range(len(x)))) for j, s in enumerate(slopes))]
        bend = by(1, 1) if curved else None
        bent = condition(bend, *(x[k] * by(1, 1, k) for k in range(len(x)))) if curved else ''
        line(name, words(params), text(given[0]), text(given[1]),
             '|'.join(k + '=' + text(v) for k, v in zip(inputs, given[2:])), digits(y), ' '.join(map(digits, slopes)),
             digits(bend) if curved and abs(bend) > 1e-30 else '', condition(y, *(x[k] * by(k) for k in range(len(x)))), *bars, bent)
    mp.dps = 150


def clean(slope):
    """0 for what only rounding has left of it."""
    return slope if abs(slope) > 1e-60 else mpf(0)


def rowwise(name, point, f, power=0, mixed=False, **params):
    """Prints COUNT points of a loss f(truth, row); point(i) makes (truth, row).

    A power of something rounded multiplies its error; mixed slopes are sums of terms as great as the greatest slope.
    """
    random.seed(name + words(params))
    for i in range(COUNT // SPLIT):
        t, given = point(i)
        x = list(map(mpf, given))

        def by(*places):
            return clean(mp.diff(lambda *v: f(t, v), tuple(x), tuple(places.count(j) for j in range(len(x)))))
        n = range(len(x))
        y = f(t, x)
        slopes = [by(j) for j in n]
        bars = [condition(s, *(x[k] * by(j, k) for k in n), *(slopes if mixed else ())) for j, s in enumerate(slopes)]
        if min(map(abs, given)) < 1e-40:  # the steps of the differences would be too wide
            line(name, words(params), text(t), row(given), '', digits(y), '', '', '1', '', '')
            continue
        line(name, words(params), text(t), row(given), '', digits(y), ' '.join(map(digits, slopes)), '',
             condition(y, *(x[k] * slopes[k] for k in n), power * y), ' '.join(bars), '')


def together(name, point, f, **params):
    """Prints COUNT values of a loss f(truths, predictions) of several samples; point(i) makes one pair."""
    random.seed(name + words(params))
    for i in range(COUNT // SPLIT):
        pairs = [point(i) for _ in range(2 + i % 5)]
        x = [mpf(v) for pair in zip(*pairs) for v in pair]
        n = len(pairs)

        def moved(j):
            return x[j] * mp.diff(lambda v: f(*halves(x[:j] + [v] + x[j + 1:])), x[j])
        y = f(x[:n], x[n:])
        line(name, words(params), '/'.join(text(t) for t, p in pairs), '/'.join(text(p) for t, p in pairs), '',
             digits(y), '', '', condition(y, *map(moved, range(2 * n))), '', '')


def halves(x):
    return x[:len(x) // 2], x[len(x) // 2:]


def regression():
    for q in settings(1.5, 2, 3):
        of_residual('lp', residual(-12, 6), lambda e: abs(e) ** mpf(q), p=q)
    for d in settings(1, 0.3):
        of_residual('pseudo_huber', residual(-12, 6), lambda e: mpf(d) ** 2 * (mp.sqrt(1 + (e / d) ** 2) - 1), delta=d)
    of_residual('logit_dist', residual(-12, 2), lambda e: 2 * mp.log(1 + mp.exp(e)) - e - mp.log(4))
    for tau in settings(0.5, 0.2):
        of_residual('expectile', residual(-12, 6), lambda e: abs(mpf(tau) - (e >= 0)) * e * e, tau=tau)
    for name, power in (('eps_insensitive', 1), ('squared_eps_insensitive', 2)):
        of_residual(name, residual(-2, 6), lambda e: max(0, abs(e) - mpf(0.125)) ** power, epsilon=0.125)
    for c in settings(1, 2.5):
        of_residual('fair', residual(-12, 6), lambda e: c * abs(e) - c * c * mp.log(1 + abs(e) / c), c=c)
        of_residual('cauchy', residual(-12, 6), lambda e: mpf(c) ** 2 / 2 * mp.log(1 + (e / c) ** 2), c=c)
        of_residual('welsch', residual(-12, 1), lambda e: mpf(c) ** 2 / 2 * (1 - mp.exp(-(e / c) ** 2)), c=c)
        of_residual('geman_mcclure', residual(-12, 6), lambda e: e * e / 2 / (1 + (e / c) ** 2), c=c)
        of_residual('tukey', residual(-12, 1),
                    lambda e: mpf(c) ** 2 / 6 * (1 - (1 - min(1, (e / c) ** 2)) ** 3), c=c)
        of_residual('periodic', residual(-12, 2), lambda e: 1 - mp.cos(2 * mp.pi * e / c), c=c)
    for a in settings(1, -0.7):
        of_residual('linex', residual(-12, 2.5), lambda e: mp.exp(mpf(a) * e) - mpf(a) * e - 1, a=a)
    of_residual('barron', residual(-12, 1), lambda e: barron(e, mpf(-1e6), mpf(1)), alpha=-1e6)
    for alpha in settings(1, 2, 0, -2, 1.5, 2 - 2 ** -40, 2 ** -50, -1e-9, 3):
        of_residual('barron', residual(-12, 6), lambda e: barron(e, mpf(alpha), mpf(1.5)), alpha=alpha, c=1.5)
    pointwise('smape', lambda i: (sized(-6, 6), sized(-6, 6)), lambda t, p: 2 * abs(p - t) / (abs(t) + abs(p)))
    pointwise('maape', lambda i: (sized(-6, 6), sized(-6, 6)), lambda t, p: mp.atan(abs((p - t) / t)))
    for tau in settings(0.5, 0.9):
        pointwise('loglin_quantile', lambda i: (sized(-3, 6), sized(-6, 1)),
                  lambda t, x: (mpf(tau) - (t <= mp.exp(x))) * (t - mp.exp(x)), tau=tau)


def barron(e, alpha, c):
    if alpha == 2:
        return (e / c) ** 2 / 2
    if alpha == 0:
        return mp.log((e / c) ** 2 / 2 + 1)
    b = abs(alpha - 2)
    return b / alpha * (((e / c) ** 2 / b + 1) ** (alpha / 2) - 1)


def mean(x):
    return sum(x) / len(x)


def errors(t, p):
    return [b - a for a, b in zip(t, p)]


def rms(x):
    return mp.sqrt(mean([v * v for v in x]))


def deviation(t):
    return rms([v - mean(t) for v in t])


def over_all_samples():
    def near(i):
        t = sized(-3, 3)
        return t, t * (1 + sized(-6, 0))

    def positive(i):
        return sized(-3, 3, False), sized(-3, 3, False)
    together('rse', near, lambda t, p: mean([e * e for e in errors(t, p)]) / deviation(t) ** 2)
    together('rrse', near, lambda t, p: rms(errors(t, p)) / deviation(t))
    sizes = {'mean': lambda t: abs(mean(t)), 'range': lambda t: max(t) - min(t), 'std': deviation,
             'l2': lambda t: rms(t) * mp.sqrt(len(t))}
    for word in settings(*sizes):
        together('nrmse', near, lambda t, p: rms(errors(t, p)) / sizes[word](t), normalization=word)
    for q in settings(1, 2, 3.5):
        together('minkowski', near, lambda t, p: sum(abs(e) ** mpf(q) for e in errors(t, p)) ** (1 / mpf(q)), p=q)
    together('wmape', near, lambda t, p: sum(map(abs, errors(t, p))) / sum(map(abs, t)))
    together('rmspe', near, lambda t, p: rms([100 * e / a for e, a in zip(errors(t, p), t)]))
    together('mdape', near, lambda t, p: mp.mpf(100) * median([abs(e / a) for e, a in zip(errors(t, p), t)]))
    together('mase', near, lambda t, p: mean(list(map(abs, errors(t, p)))) / mean(steps(t)))
    together('rmsse', near, lambda t, p: rms(errors(t, p)) / rms(steps(t)))
    together('rmsse', near, lambda t, p: rms(errors(t, p)) / 3, scale=3)
    together('theil_u', near, lambda t, p: rms(errors(t, p)) / (rms(t) + rms(p)))
    together('theil_u2', near, lambda t, p: rms([(b - a) / c for a, b, c in zip(t[1:], p[1:], t)])
             / rms([(a - c) / c for a, c in zip(t[1:], t)]))
    for share in settings(0.5, 1, 0.85):
        together('si_log', positive, lambda t, p: si_log([mp.log(b / a) for a, b in zip(t, p)], mpf(share)), **{'lambda': share})


def steps(t):
    return [abs(b - a) for a, b in zip(t, t[1:])]


def median(x):
    x = sorted(x)
    return (x[len(x) // 2] + x[(len(x) - 1) // 2]) / 2


def si_log(d, share):
    return mean([v * v for v in d]) - share * mean(d) ** 2


def likelihoods():
    def positive(i):
        return sized(-3, 3, False), sized(-3, 3, False)

    def log_input(i):
        return sized(-3, 3, False), random.uniform(-8, 8)
    for k in settings(1, 2.5):
        def gamma(t, p):
            return k * (mp.log(p) + t / p) - (k - 1) * mp.log(t) + mp.loggamma(k) - k * mp.log(mpf(k))
        pointwise('gamma_nll', positive, gamma, shape=k)
        pointwise('gamma_nll', log_input, lambda t, x: gamma(t, mp.exp(x)), shape=k, log_input=True)
    for q in settings(1.5, 1, 2, 3, 0, -1):
        def tweedie(t, p):
            return (p - t * mp.log(p) if q == 1 else mp.log(p) + t / p if q == 2
                    else p ** (2 - mpf(q)) / (2 - mpf(q)) - t * p ** (1 - mpf(q)) / (1 - mpf(q)))
        pointwise('tweedie_nll', positive, tweedie, power=q)
        pointwise('tweedie_nll', log_input, lambda t, x: tweedie(t, mp.exp(x)), power=q, log_input=True)
    outputwise('student_t_nll', ['scale', 'df'],
               lambda i: (sized(-2, 2), sized(-2, 2), sized(-2, 2, False), sized(-1, 7, False)),
               lambda t, p, s, v: (v + 1) / 2 * mp.log(1 + ((t - p) / s) ** 2 / v) + mp.log(s)
               + mp.loggamma(v / 2) - mp.loggamma((v + 1) / 2) + mp.log(v * mp.pi) / 2)
    outputwise('negative_binomial_nll', ['dispersion'],
               lambda i: (random.choice((0.0, 1.0, 7.0, 350.0, 2.5)), sized(-3, 4, False), sized(-7, 3, False)),
               lambda t, p, a: mp.loggamma(t + 1) + mp.loggamma(1 / a) - mp.loggamma(1 / a + t)
               + mp.log(1 + p * a) / a + t * mp.log(1 + 1 / (a * p)))
    outputwise('beta_nll', ['concentration'], lambda i: (random.random(), random.random(), sized(-1, 5, False)), beta)
    outputwise('weibull_nll', ['concentration'],
               lambda i: (sized(-2, 2, False), sized(-2, 2, False), random.uniform(0.3, 6)),
               lambda t, p, k: (t / p) ** k - k * mp.log(t / p) + mp.log(t) - mp.log(k))
    outputwise('zero_inflated_poisson_nll', ['gate'],
               lambda i: (random.choice((0.0, 0.0, 1.0, 6.0, 40.0)), sized(-3, 2, False), random.random()),
               lambda t, p, g: -mp.log(g + (1 - g) * mp.exp(-p)) if t == 0
               else -mp.log(1 - g) + p - t * mp.log(p) + mp.loggamma(t + 1))
    outputwise('dawid_sebastiani', ['sigma'], lambda i: (sized(-2, 2), sized(-2, 2), sized(-2, 2, False)),
               lambda t, p, s: ((t - p) / s) ** 2 + 2 * mp.log(s))
    outputwise('xentropy_lambda', ['exposure'],
               lambda i: (random.choice((0.0, 1.0, random.random())), random.uniform(-60, 30), sized(-2, 1, False)),
               lambda t, x, w: (1 - t) * w * mp.log(1 + mp.exp(x)) - t * mp.log(1 - mp.exp(-w * mp.log(1 + mp.exp(x)))), curved=False)


def beta(t, p, n):
    a, b = p * n, (1 - p) * n
    return (mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(n)
            - (a - 1) * mp.log(t) - (b - 1) * mp.log(1 - t))


def forecasts():
    def place(i):
        return sized(-6, 3), sized(-6, 3), sized(-2, 2, False)
    outputwise('crps_normal', ['sigma'], place, lambda t, p, s: s * crps_normal((t - p) / s))
    outputwise('crps_logistic', ['scale'], place,
               lambda t, p, s: t - p + 2 * s * mp.log(1 + mp.exp((p - t) / s)) - s)
    outputwise('crps_laplace', ['scale'], place,
               lambda t, p, s: abs(t - p) + s * mp.exp(-abs(t - p) / s) - 3 * s / 4)
    for v in settings(5, 1.5, 60):
        outputwise('crps_student_t', ['scale'], lambda i: (sized(-3, 2), sized(-3, 2), sized(-2, 2, False)),
                   lambda t, p, s: s * crps_student_t((t - p) / s, mpf(v)), curved=False, df=v)
    for a in settings(0.05, 0.5):
        rowwise('interval_score', lambda i: (random.uniform(-4, 4), sorted(random.uniform(-3, 3) for _ in range(2))),
                lambda t, x: x[1] - x[0] + 2 / mpf(a) * (max(0, x[0] - t) + max(0, t - x[1])), alpha=a)
    rowwise('multi_quantile', lambda i: (random.uniform(-4, 4), [random.uniform(-3, 3) for _ in range(3)]),
            lambda t, x: mean([(mpf(q) - (t < v)) * (t - v) for q, v in zip((0.1, 0.5, 0.9), x)]), taus=[0.1, 0.5, 0.9])
    for fair in settings(False, True):
        rowwise('crps', lambda i: (sized(-2, 2), [sized(-2, 2) for _ in range(2 + i % 3)]),
                lambda t, x: clean(crps(t, x, len(x) * (len(x) - fair))), fair=fair)

    def classes(i):
        x = [random.random() ** (1 + 8 * (i % 2)) for _ in range(2 + i % 3)]
        return random.randrange(len(x)), [v / sum(x) for v in x]
    for normalized in settings(False, True):
        rowwise('ranked_probability_score', classes,
                lambda t, x: sum((sum(x[:j + 1]) - (t <= j)) ** 2 for j in range(len(x) - 1))
                / (len(x) - 1 if normalized else 1), normalized=normalized)
    rowwise('spherical_score', classes, lambda t, x: x[t] / mp.sqrt(sum(v * v for v in x)))


def energy():
    for fair in settings(False, True):
        random.seed(fair)
        for i in range(COUNT // SPLIT):
            t, x = [[sized(-2, 2) for _ in range(n)] for n in (2, 4 + 2 * (i % 2))]
            y = energy_score(t, list(map(mpf, x)), fair)
            bar = condition(y, *(v * mp.diff(lambda u: energy_score(t, list(map(mpf, x[:j] + [u] + x[j + 1:])), fair), v)
                                 for j, v in enumerate(map(mpf, x))))
            line('energy_score', words({'fair': fair}), row(t), row(x), '', digits(y), '', '', bar, '', '')


def energy_score(t, x, fair):
    members = list(zip(x[::2], x[1::2]))
    m = len(members)
    return (mean([mp.hypot(a - t[0], b - t[1]) for a, b in members])
            - sum(mp.hypot(a - c, b - d) for a, b in members for c, d in members) / (2 * m * (m - fair)))


def crps_normal(z):
    return z * (2 * mp.ncdf(z) - 1) + 2 * mp.npdf(z) - 1 / mp.sqrt(mp.pi)


def crps_student_t(z, v):
    within = mp.betainc(0.5, v / 2, 0, z * z / (v + z * z), regularized=True)
    density = (1 + z * z / v) ** (-(v + 1) / 2) / mp.sqrt(v) / mp.beta(0.5, v / 2)
    return (abs(z) * within + 2 * density * (v + z * z) / (v - 1)
            - 2 * mp.sqrt(v) / (v - 1) * mp.beta(0.5, v - 0.5) / mp.beta(0.5, v / 2) ** 2)


def crps(t, x, pairs):
    return mean([abs(v - t) for v in x]) - sum(abs(v - w) for v in x for w in x) / (2 * mpf(pairs))


def survival():
    laws = {'normal': (mp.npdf, mp.ncdf), 'logistic': (logistic_density, lambda z: 1 / (1 + mp.exp(-z))),
            'extreme': (lambda z: mp.exp(z - mp.exp(z)), lambda z: -mp.expm1(-mp.exp(z)))}
    for law in settings(*laws):
        density, probability = laws[law]
        exact = (lambda t, x, u: -mp.log(density((mp.log(t) - x) / 2) / (2 * t)))
        between = (lambda t, x, u: -mp.log(probability((mp.log(u) - x) / 2)
                                           - (probability((mp.log(t) - x) / 2) if t else 0)))
        for f, upper in ((exact, lambda t: t), (between, lambda t: t * random.uniform(1.01, 9) or 2.5)):
            def bounds(i):
                t = sized(-2, 2, False) if f is exact or i % 3 else 0.0
                return t, random.uniform(-5, 5), upper(t)
            outputwise('aft', ['upper'], bounds, f, distribution=law, sigma=2)
    for ties in settings('breslow', 'efron'):
        random.seed(ties)
        for i in range(COUNT // SPLIT):
            n = 2 + i % 5
            times = [float(random.randint(1, n)) for _ in range(n)]
            scores = [random.uniform(-9, 9) for _ in range(n)]
            event = [1.0] + [float(random.randint(0, 1)) for _ in range(n - 1)]
            x = list(map(mpf, scores))
            y = cox(times, x, event, ties)
            bar = condition(y, *(x[j] * mp.diff(lambda v: cox(times, x[:j] + [v] + x[j + 1:], event, ties), x[j])
                                 for j in range(n)))
            line('cox', words({'ties': ties}), '/'.join(map(text, times)), '/'.join(map(text, scores)),
                 'event=' + '/'.join(map(text, event)), digits(y), '', '', bar, '', '')


def logistic_density(z):
    return mp.exp(-z) / (1 + mp.exp(-z)) ** 2


def cox(times, x, event, ties):
    total = mpf(0)
    for time in set(times):
        hit = [j for j, t in enumerate(times) if t == time and event[j]]
        risk = sum(mp.exp(x[j]) for j, t in enumerate(times) if t >= time)
        for k, j in enumerate(hit):
            turn = mpf(k) / len(hit) * sum(mp.exp(x[m]) for m in hit) if ties == 'efron' else 0
            total += mp.log(risk - turn) - x[j]
    return total / sum(event)


def heading():
    line('loss', 'params', 'truth', 'prediction', 'inputs', 'value', 'gradient', 'curvature',
         'condition', 'condition of the gradient', 'condition of the curvature')


if __name__ == '__main__':
    heading()
    regression()
    over_all_samples()
    likelihoods()
    forecasts()
    survival()
    energy()
