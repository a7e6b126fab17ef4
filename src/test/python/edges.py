"""Makes edges.csv.gz: losses at their extremes, with 50 digits of the value and 25 of each slope.

Scores of 800 and where e^x ends as a double, probabilities down to the least double and up to the last before 1, errors of
1e-300 to 1e6, truths with large offsets. The formulas are the textbook ones, in a precision that survives all of these, and
slopes are differences at that precision. A slope is nan where the differences of its two sides are not the same, and at the
end of a domain. Run from the root of the project:
    python3 src/test/python/edges.py | gzip -9n > src/test/resources/lossctl/catalog/edges.csv.gz
"""
import random
import sys
from functools import lru_cache
from mpmath import mp, mpc, mpf, cosh, exp, log, loggamma, nstr, sqrt

COUNT = 100
SCORES = [5e-324, 1e-300, 1e-20, 1e-9, 1e-3, 0.5, 1.0, 3.0, 19.0, 36.7, 37.5, 40.0, 100.0, 354.5, 500.0, 700.0, 708.5,
          709.7, 709.782712893384, 709.79, 744.4, 745.0, 745.2, 746.0, 800.0, 1e4, 1e6]
ERRORS = [1e-300, 1e-160, 1e-20, 1e-12, 1e-9, 1e-6, 1e-3, 0.1, 0.3, 0.5, 0.999, 1.001, 2.0, 4.6, 10.0, 36.7, 100.0,
          709.7, 745.0, 800.0, 1e4, 1e6]
OFFSETS = [1e9, -12345678.9, 1e15, 3.7e-5]
CHANCES = [5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-100, 1e-20, 2 ** -53, 1e-12, 1e-3, 0.1, 0.3,
           0.5 - 2 ** -54, 0.5, 0.5 + 2 ** -53, 0.7, 0.9, 1 - 1e-3, 1 - 1e-9, 1 - 2 ** -52, 1 - 2 ** -53]
RATES = [1e-300, 1e-160, 1e-12, 1e-3, 0.5, 1.0, 1 + 1e-9, 7.0, 1e3, 1e6, 1e12]
mean = lambda x: sum(x) / len(x)
uniform = random.uniform


def size(low, high):
    return 10 ** uniform(low, high)


def sign():
    return random.choice((-1, 1))


def both(values):
    return [s * v for v in values for s in (1, -1)]


def score():
    return random.choice((sign() * size(-3, 3), uniform(-800, 800), sign() * random.choice(SCORES[3:-2])))


def chance():
    return random.choice((random.random(), size(-300, 0), 1 - size(-16, 0) / 2, random.choice(CHANCES)))


def text(x):
    return ' '.join(map(text, x)) if isinstance(x, (list, tuple)) else repr(float(x))


def short(x):
    return ';'.join(k + '=' + ('/'.join(map(text, v)) if isinstance(v, list) else str(v).lower()) for k, v in x.items())


def slope(f, x, i):
    """The derivative of f by its variable i; None where that of one side is another."""
    h = mp.ldexp(abs(x[i]) or 1, -mp.prec // 4)
    there = [f(x[:i] + [x[i] + s * h] + x[i + 1:]) for s in (-1, 0, 1)]
    if any(isinstance(y, mpc) for y in there):
        return None
    left, right = (there[1] - there[0]) / h, (there[2] - there[1]) / h
    alike = abs(left - right) <= mp.ldexp(abs(left) + abs(right), -100)
    return (there[2] - there[0]) / h / 2 if alike else None


def tell(name, points, f, inputs=(), **params):
    """Prints COUNT points of a loss f(t, p, inputs...); points(i) makes them, None to leave one out."""
    random.seed(name + short(params))
    mp.prec = 3200
    i = told = 0
    while told < COUNT:
        point = points(i)
        i += 1
        if i > 100 * COUNT:
            sys.exit(name + ' has too few points')
        if point is None:
            continue
        lists = [list(x) if isinstance(x, (list, tuple)) else [x] for x in point]
        flat = [mpf(float(v)) for x in lists for v in x]
        begins = [sum(map(len, lists[:k])) for k in range(len(lists) + 1)]

        def of(x):
            parts = [x[begins[k]:begins[k + 1]] for k in range(len(lists))]
            return f(*(part if isinstance(v, (list, tuple)) else part[0] for part, v in zip(parts, point)))
        value = of(flat)
        slopes = [slope(of, flat, k) for k in range(begins[1], begins[-1])]
        told += 1
        print(','.join((name, short(params), text(point[0]), text(point[1]),
                        '|'.join(k + '=' + text(v) for k, v in zip(inputs, point[2:])), nstr(value, 50),
                        ' '.join('nan' if s is None else nstr(s, 25) for s in slopes))))


def listed(edges, more):
    """All edges in a shuffled order that is the same every time, at most 80 of them; then others."""
    edges = list(edges)
    random.Random(1).shuffle(edges)
    return lambda i: edges[i] if i < min(80, len(edges)) else more()


def around(offsets=OFFSETS, most=1e6, mixed=False):
    """Truths with a residual that a double holds to its last digit, or with any where a loss does not magnify."""
    errors = [e for e in both(ERRORS) if abs(e) <= most]
    points = [(0.0, e) for e in errors] + [(-1.0, -1.0), (0.0, 0.0)]
    points += [(t, t + e) for t in offsets for e in random.Random(2).sample(errors, 12)]

    def holds(point):
        return point if mixed or mpf(point[1] - point[0]) == mpf(point[1]) - mpf(point[0]) else None
    at = listed(points, lambda: (lambda t: (t, t + sign() * min(most, size(-12, 6))))(random.choice((0.0, sign() * size(-3, 3)))))
    return lambda i: holds(at(i))


def residual(name, f, most=1e6, mixed=False, **params):
    tell(name, around(most=most, mixed=mixed), lambda t, p: f(p - t), **params)


def real(x):
    return mpf(x)


def regression():
    square = lambda e: e ** 2
    residual('mse', square, mixed=True)
    residual('half_mse', lambda e: e ** 2 / 2, mixed=True)
    residual('mae', abs, mixed=True)
    residual('lp', lambda e: abs(e) ** 3, p=3)
    residual('huber', lambda e: e ** 2 / 2 if abs(e) <= 1 else abs(e) - real(.5), mixed=True)
    fifth = real(0.3)
    residual('huber', lambda e: e ** 2 / 2 if abs(e) <= fifth else fifth * (abs(e) - fifth / 2), delta=0.3)
    residual('smooth_l1', lambda e: e ** 2 / 2 / fifth if abs(e) < fifth else abs(e) - fifth / 2, beta=0.3)
    residual('pseudo_huber', lambda e: sqrt(1 + e * e) - 1, mixed=True)
    residual('pseudo_huber', lambda e: fifth ** 2 * (sqrt(1 + (e / fifth) ** 2) - 1), delta=0.3)
    residual('log_cosh', lambda e: log(cosh(e)))
    residual('logit_dist', lambda e: 2 * log(1 + exp(e)) - e - log(4))
    residual('quantile', lambda e: (1 - real(.1)) * e if e > 0 else -real(.1) * e, tau=0.1, mixed=True)
    residual('expectile', lambda e: (1 - real(.2) if e >= 0 else real(.2)) * e * e, tau=0.2)
    residual('eps_insensitive', lambda e: max(0, abs(e) - real(.125)), epsilon=0.125)
    residual('squared_eps_insensitive', lambda e: max(0, abs(e) - real(.125)) ** 2, epsilon=0.125)
    residual('fair', lambda e: abs(e) - log(1 + abs(e)))
    residual('fair', lambda e: 2.5 * abs(e) - 6.25 * log(1 + abs(e) / 2.5), c=2.5)
    residual('cauchy', lambda e: log(1 + e * e) / 2, c=1)
    residual('cauchy', lambda e: real(2.5) ** 2 / 2 * log(1 + (e / real(2.5)) ** 2), c=2.5)
    residual('welsch', lambda e: real(2.5) ** 2 / 2 * (1 - exp(-(e / real(2.5)) ** 2)), c=2.5)
    residual('geman_mcclure', lambda e: e * e / 2 / (1 + (e / real(2.5)) ** 2), c=2.5)
    residual('tukey', lambda e: real(4.685) ** 2 / 6 * (1 - (1 - min(1, (e / real(4.685)) ** 2)) ** 3))
    residual('linex', lambda e: exp(e) - e - 1)
    residual('linex', lambda e: exp(-real(.75) * e) + real(.75) * e - 1, a=-0.75)
    residual('periodic', lambda e: 2 * mp.sin(mp.pi * e) ** 2)
    for alpha in (1.0, -2.0, 0.0, 1.5):
        residual('barron', lambda e: barron(e, real(alpha), real(1.5)), alpha=alpha, c=1.5)
    relative('mape', lambda t, p: 100 * abs(p - t) / abs(t))
    relative('smape', lambda t, p: 2 * abs(p - t) / (abs(t) + abs(p)))
    relative('maape', lambda t, p: mp.atan(abs((p - t) / t)))
    grown = [v for v in ERRORS if v < 1e5] + [-0.5, -0.999, 2 ** -53 - 1, 1e9, 1e300]
    tell('msle', listed([(t, p) for t in grown for p in grown], lambda: (size(-6, 6), size(-6, 6))),
         lambda t, p: (log(1 + p) - log(1 + t)) ** 2)


def barron(e, alpha, c):
    if alpha == 0:
        return log((e / c) ** 2 / 2 + 1)
    b = abs(alpha - 2)
    return b / alpha * (((e / c) ** 2 / b + 1) ** (alpha / 2) - 1)


def relative(name, f):
    sizes = both([1e-300, 1e-12, 0.3, 1e6, 1e15])
    edges = [(t, p) for t in sizes for p in sizes + [0.0]] + [(t, t * (1 + e)) for t in sizes for e in (1e-12, -1e-3)]
    tell(name, listed(edges, lambda: (lambda t: (t, t * (1 + sign() * size(-12, 1))))(sign() * size(-6, 6))), f)


def x_log_y(x, y):
    return x * log(y) if x else mpf(0)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def entropy(t, p, weight=1):
    return -weight * x_log_y(t, p) - x_log_y(1 - t, 1 - p)


def focal(t, p, q, gamma=2):
    """q is 1 - p, which a double of p cannot say."""
    return (t * q + (1 - t) * p) ** gamma * (-x_log_y(t, p) - x_log_y(1 - t, q))


def probabilities():
    hard = listed([(t, p) for p in CHANCES for t in (0.0, 1.0)], lambda: (random.randint(0, 1), chance()))
    soft = listed([(t, p) for p in CHANCES for t in random.Random(3).sample(CHANCES, 4)], lambda: (chance(), chance()))
    hard_scores = listed([(t, x) for x in both(SCORES) for t in (0.0, 1.0)], lambda: (random.randint(0, 1), score()))
    soft_scores = listed([(t, x) for x in both(SCORES) for t in random.Random(4).sample(CHANCES, 3)],
                         lambda: (chance(), score()))
    logistic = lambda t, x, weight=1: weight * t * softplus(-x) + (1 - t) * softplus(x)
    tell('bce', hard, entropy)
    tell('bce', soft, lambda t, p: entropy(t, p, 3), pos_weight=3)
    tell('bce', hard_scores, logistic, from_logits=True)
    tell('bce', soft_scores, logistic, from_logits=True, label_smoothing=0)
    tell('bce', soft_scores, lambda t, x: logistic(t, x, 3), from_logits=True, pos_weight=3)
    tell('binary_focal', hard, lambda t, p: focal(t, p, 1 - p))
    tell('binary_focal', hard, lambda t, p: focal(t, p, 1 - p, real(.5)), gamma=0.5)
    tell('binary_focal', hard_scores, lambda t, x: focal(t, sigmoid(x), sigmoid(-x)), from_logits=True)
    tell('binary_focal', hard_scores, lambda t, x: focal(t, sigmoid(x), sigmoid(-x), real(.5)), from_logits=True, gamma=0.5)
    tell('asymmetric', hard_scores, lambda t, x: asymmetric(t, sigmoid(x), sigmoid(-x)), from_logits=True, margin=0)
    tell('xentropy_lambda', listed([(t, x, w) for t in (0.0, 1.0, .25) for x in both(SCORES[:-2]) for w in (.01, 1.0, 5.0)],
                                   lambda: (random.randint(0, 1), score(), size(-3, 1))),
         lambda t, x, w: -x_log_y(t, -mp.expm1(-w * softplus(x))) + (1 - t) * w * softplus(x), ['exposure'])


def asymmetric(t, p, q):
    return -t * q * log(p) - (1 - t) * p ** 4 * log(q)


@lru_cache(None)
def log_factorial(t):
    return loggamma(t + 1)


def margins():
    scores = listed([(t, x) for x in both(SCORES) for t in (-1.0, 1.0)], lambda: (sign(), score()))

    def of(name, f, **params):
        tell(name, scores, lambda t, x: f(t * x), **params)
    of('hinge', lambda a: max(0, 1 - a))
    of('squared_hinge', lambda a: max(0, 1 - a) ** 2)
    of('soft_margin', lambda a: softplus(-a))
    of('perceptron', lambda a: max(0, -a))
    of('modified_huber', lambda a: max(0, 1 - a) ** 2 if a >= -1 else -4 * a)
    of('smoothed_hinge', lambda a: 0 * a if a >= 1 else (1 - a) ** 2 if a >= .5 else .75 - a, gamma=0.5)
    of('l2_margin', lambda a: (1 - a) ** 2)
    of('exponential', lambda a: exp(-a))
    of('sigmoid', lambda a: 2 / (exp(2 * a) + 1))
    of('dwd', lambda a: 1 - a if a <= .5 else 1 / (4 * a))
    of('sparsemax', lambda a: 0 * a if a >= 1 else -a if a <= -1 else (1 - a) ** 2 / 4)


def counts():
    near = lambda t: t * random.choice((1 + sign() * size(-12, -1), size(-3, 3)))
    rates = listed([(t, p) for t in RATES for p in RATES], lambda: (lambda t: (t, near(t)))(size(-6, 6)))
    whole = listed([(t, p) for t in (0.0, 1.0, 2.0, 170.0, 1e6) for p in RATES + CHANCES[:6]],
                   lambda: (random.randint(0, 40), size(-3, 3)))
    links = [x for x in both(SCORES) if x < 709.79]
    log_rates = listed([(t, x) for x in links for t in (0.0, 1e-300, 1.0, 7.0, 1e6)], lambda: (size(-3, 3), uniform(-30, 30)))
    gentle = listed([(t, x) for x in links for t in (0.0, 1.0, 7.0, 170.0)], lambda: (random.randint(0, 40), uniform(-9, 9)))
    positive = listed([(t, x) for x in both(SCORES[:-2]) for t in (1e-300, 1.0, 1e6)], lambda: (size(-3, 3), uniform(-30, 30)))
    tell('poisson', rates, lambda t, p: p - x_log_y(t, p))
    tell('poisson', log_rates, lambda t, x: exp(x) - t * x, log_input=True)
    tell('poisson_nll', whole, lambda t, p: p - x_log_y(t, p) + log_factorial(t))
    tell('poisson_nll', gentle, lambda t, x: exp(x) - t * x + log_factorial(t), log_input=True)
    tell('poisson_deviance', rates, lambda t, p: 2 * (x_log_y(t, t / p) - t + p))
    tell('gamma_deviance', rates, lambda t, p: 2 * (log(p / t) + t / p - 1))
    for q in (-1.0, 1.1, 1.5, 1.9, 2.5, 3.0):
        tell('tweedie_deviance', rates, lambda t, p: 2 * (t ** (2 - real(q)) / ((1 - real(q)) * (2 - real(q)))
             - t * p ** (1 - real(q)) / (1 - real(q)) + p ** (2 - real(q)) / (2 - real(q))), power=q)
    tell('itakura_saito', rates, lambda t, p: t / p - log(t / p) - 1)
    tell('beta_divergence', rates, lambda t, p: (sqrt(t) - p ** real(.5) / 2 - t / sqrt(p) / 2) * -4, beta=0.5)
    tell('gamma_nll', rates, lambda t, p: log(p) + t / p)
    tell('gamma_nll', positive, lambda t, x: x + t * exp(-x), log_input=True)
    tell('tweedie_nll', rates, lambda t, p: 2 * sqrt(p) + 2 * t / sqrt(p), power=1.5)
    tell('tweedie_nll', positive, lambda t, x: 2 * exp(x / 2) + 2 * t * exp(-x / 2), log_input=True, power=1.5)


def spread(*parts):
    """Shares of a row of probabilities: doubles that sum to 1 but for rounding."""
    return [float(v) for v in parts]


ROWS = [spread(p, 1 - p) for p in CHANCES] + [
    spread(1e-300, 0.25, 0.75), spread(0.5, 5e-324, 0.5), spread(1 - 2 ** -53, 2 ** -54, 2 ** -54), spread(1e-12, 1e-300, 1.0),
    spread(0.25, 0.25, 0.25, 0.25), spread(1e-160, 1e-200, 0.1, 0.9), spread(1 - 1e-9, 1e-9, 1e-20, 1e-100)]


def row(k):
    w = [random.expovariate(1) * random.choice((1, 1, size(-300, 0))) for _ in range(k)]
    return [v / sum(w) for v in w]


def pair(i):
    """Two rows: of edges, alike up to a small change, or not."""
    p = random.choice(ROWS) if i < 60 else row(random.randint(2, 5))
    k = len(p)
    t = random.choice((row(k), random.choice([r for r in ROWS if len(r) == k] or [row(k)]),
                       [v * (1 + sign() * size(-12, -1)) for v in p], [float(j == 0) for j in range(k)]))
    return [v / sum(t) for v in t] if i % 3 else t, p


def score_row():
    k = random.randint(2, 5)
    kind = random.randrange(5)
    if kind == 0:
        return [sign() * random.choice(SCORES[3:-2]) for _ in range(k)]
    if kind == 1:  # one far ahead, or far behind
        x = [random.gauss(0, 3) for _ in range(k)]
        x[random.randrange(k)] += sign() * random.choice((36.7, 745.0, 709.7, 800.0))
        return x
    if kind == 2:  # a large offset
        at = random.choice((1e6, -1e9, 800.0, -800.0))
        return [at + random.gauss(0, 3) for _ in range(k)]
    if kind == 3:
        return [random.choice((800.0, -800.0)) for _ in range(k)]
    return [random.gauss(0, 1) * size(-9, 2.6) for _ in range(k)]


def labelled(source):
    def point(i):
        x = source(i)
        return random.randrange(len(x)), x
    return point


def mixed(source):
    """Truths of 0 and 1 alone, or any shares."""
    def point(i):
        x = source(i)
        k = len(x)
        y = random.randrange(k)
        return random.choice(([float(j == y) for j in range(k)], row(k))), x
    return point


def some_row(i):
    return random.choice(ROWS) if i < 70 else row(random.randint(2, 5))


def one_hot(source):
    def point(i):
        y, x = labelled(source)(i)
        return [float(j == y) for j in range(len(x))], x
    return point


def total(x):
    return log(sum(map(exp, x)))


def others(p, j):
    """1 - p[j] of softmax probabilities."""
    return sum(v for i, v in enumerate(p) if i != j)


def softmax(x):
    top = max(x)
    w = [exp(v - top) for v in x]
    s = sum(w)
    return [v / s for v in w]


def dot(t, f):
    return sum((a * f(j) for j, a in enumerate(t) if a), mpf(0))


def classes():
    scores = lambda i: score_row()
    at = lambda f: (lambda y, x: f(int(y), x))
    tell('sparse_cce', labelled(some_row), at(lambda y, p: -log(p[y])))
    tell('sparse_cce', labelled(some_row), at(lambda y, p: -log(p[y]) * 7 / 8 - mean([log(v) for v in p]) / 8), label_smoothing=0.125)
    tell('sparse_cce', labelled(scores), at(lambda y, x: total(x) - x[y]), from_logits=True)
    tell('sparse_cce', labelled(scores), at(lambda y, x: total(x) - x[y] * 7 / 8 - mean(x) / 8), from_logits=True, label_smoothing=0.125)
    tell('cce', mixed(some_row), lambda t, p: -dot(t, lambda j: log(p[j])))
    tell('cce', mixed(scores), lambda t, x: dot(t, lambda j: total(x) - x[j]), from_logits=True)
    tell('gce', labelled(some_row), at(lambda y, p: (1 - p[y] ** real(.5)) * 2))
    for gamma in (2.0, 0.5):
        tell('categorical_focal', one_hot(some_row), lambda t, p: -dot(t, lambda j: (1 - p[j]) ** real(gamma) * log(p[j])), gamma=gamma)
        tell('categorical_focal', one_hot(scores), lambda t, x: dot(t, lambda j: others(softmax(x), j) ** real(gamma) * (total(x) - x[j])),
             gamma=gamma, from_logits=True)
    tell('poly1_ce', one_hot(some_row), lambda t, p: dot(t, lambda j: -log(p[j]) + 2 * (1 - p[j])))
    tell('poly1_ce', one_hot(scores), lambda t, x: dot(t, lambda j: total(x) - x[j] + 2 * others(softmax(x), j)), from_logits=True)
    tell('symmetric_cce', one_hot(scores), lambda t, x: dot(t, lambda j: (total(x) - x[j]) / 4 + 4 * others(softmax(x), j)),
         from_logits=True, alpha=0.25)
    tell('nll', labelled(scores), at(lambda y, x: -x[y]))
    tell('class_balanced', labelled(scores), at(lambda y, x: total(x) - x[y]), beta=0)
    tell('cos_face', labelled(lambda i: [random.choice((-1.0, 1.0, uniform(-1, 1), sign() * size(-300, 0))) for _ in range(2 + i % 4)]),
         at(lambda y, x: (lambda z: total(z) - z[y])([64 * (v - (real(.25) if j == y else 0)) for j, v in enumerate(x)])), margin=0.25)
    tell('multiclass_hinge', labelled(scores), at(lambda y, x: max(0, 1 + max(v for j, v in enumerate(x) if j != y) - x[y])))
    tell('multi_margin', labelled(scores), at(lambda y, x: sum(max(0, 1 - x[y] + v) ** 2 for j, v in enumerate(x) if j != y) / len(x)), p=2)
    tell('multiclass_perceptron', labelled(scores), at(lambda y, x: max(x) - x[y]))
    flags = lambda i: (lambda x: ([float(random.randrange(2)) for _ in x], x))(score_row())
    steps = lambda i: (lambda x: (float(random.randint(0, len(x))), x))(score_row())
    tell('multilabel_soft_margin', flags, lambda t, x: mean([a * softplus(-v) + (1 - a) * softplus(v) for a, v in zip(t, x)]))
    tell('coral', steps, lambda y, x: sum(softplus(-v if y > j else v) for j, v in enumerate(x)))
    tell('corn', steps, lambda y, x: sum(softplus(-v if y > j else v) for j, v in enumerate(x) if j <= y))
    graded = lambda i: (lambda x: (random.sample([0.0, 1.0, 2.0, 3.0, 4.0], len(x)), x))(score_row())
    tell('ranking_softmax', graded, lambda t, x: dot(t, lambda j: total(x) - x[j]))
    tell('rank_net', graded, lambda t, x: sum((softplus(x[j] - x[i]) for i in range(len(x)) for j in range(len(x)) if t[i] > t[j]), mpf(0)))
    tell('list_mle', graded, likelihood)
    tell('bpr', lambda i: ([], score(), score()) if i > 80 else ([], random.choice(both(SCORES)), random.choice(both(SCORES))),
         lambda t, x, y: softplus(y - x), ['input2'])


def likelihood(t, x):
    order = sorted(range(len(x)), key=lambda j: -t[j])
    return sum(total([x[j] for j in order[i:]]) - x[order[i]] for i in range(len(x)))


def divergences():
    over = lambda t, p, f: sum((f(a, b) for a, b in zip(t, p)), mpf(0))
    tell('kld', pair, lambda t, p: over(t, p, lambda a, b: x_log_y(a, a / b)))
    tell('generalized_kl', pair, lambda t, p: over(t, p, lambda a, b: x_log_y(a, a / b) + b - a))
    tell('jsd', pair, lambda t, p: over(t, p, lambda a, b: x_log_y(a, 2 * a / (a + b)) + x_log_y(b, 2 * b / (a + b))) / 2)
    tell('chi_squared', pair, lambda t, p: over(t, p, lambda a, b: (a - b) ** 2 / b))
    tell('hellinger', pair, lambda t, p: sqrt(over(t, p, lambda a, b: (sqrt(a) - sqrt(b)) ** 2) / 2))
    tell('total_variation', pair, lambda t, p: over(t, p, lambda a, b: abs(b - a)) / 2)
    tell('alpha_divergence', pair, lambda t, p: over(t, p, lambda a, b: (a * a / b - 2 * a + b) / 2), alpha=2)
    tell('brier', pair, lambda t, p: over(t, p, lambda a, b: (a - b) ** 2))
    tell('spherical_score', labelled(some_row), lambda y, p: p[int(y)] / sqrt(sum(v * v for v in p)))


def forecasts():
    def place(i):
        t, e = random.choice((0.0, 1e9, -12345678.9)), random.choice(both(ERRORS))
        p = t + e
        exact = mpf(p) - mpf(t) == mpf(p - t)
        s = 2.0 ** random.randint(-9, 9) if i < 60 else size(-3, 3)
        return (t, p, s) if exact else None
    tell('gaussian_nll', place, lambda t, p, v: log(v) / 2 + (p - t) ** 2 / v / 2, ['var'])
    tell('dawid_sebastiani', place, lambda t, p, s: ((t - p) / s) ** 2 + 2 * log(s), ['sigma'])
    tell('crps_logistic', place, lambda t, p, s: t - p + 2 * s * softplus((p - t) / s) - s, ['scale'])
    tell('crps_laplace', place, lambda t, p, s: abs(t - p) + s * exp(-abs(t - p) / s) - 3 * s / 4, ['scale'])
    tell('interval_score', lambda i: (random.choice(both(ERRORS)), sorted(random.choice(both(ERRORS)) for _ in range(2))),
         lambda t, x: x[1] - x[0] + 2 / real(.5) * (max(0, x[0] - t) + max(0, t - x[1])), alpha=0.5)
    tell('weibull_nll', lambda i: (random.choice(RATES[2:]), random.choice(RATES[2:]), random.choice((0.5, 1.0, 2.0, 3.5))),
         lambda t, p, k: (t / p) ** k - k * log(t / p) + log(t) - log(k), ['concentration'])
    vectors = lambda i: tuple([random.choice(both(ERRORS[3:])) for _ in range(2 + i % 4)] for _ in range(2))
    tell('cosine', vectors, lambda t, p: -sum(a * b for a, b in zip(t, p)) / sqrt(sum(a * a for a in t)) / sqrt(sum(b * b for b in p)))


if __name__ == '__main__':
    for part in (regression, probabilities, margins, counts, classes, divergences, forecasts):
        if len(sys.argv) < 2 or part.__name__ in sys.argv[1:]:
            part()
