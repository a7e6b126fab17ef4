"""Makes scores.csv.gz: metrics and skill scores of a few samples each, with 50 digits of their value, next to 0 too.

Everything is computed as textbooks have it, in a precision that loses nothing of sums of squares of doubles. Where samples
are weighed, each has a weight of its own. Run from the root of the project:
    python3 src/test/python/scores.py | gzip -9n > src/test/resources/lossctl/catalog/scores.csv.gz
"""
import random
from mpmath import mp, mpf, floor, fsum, log, nstr, sqrt

mp.prec = 4400
COUNT = 40
pick, gauss, uniform = random.choice, random.gauss, random.uniform


def size(low, high):
    return 10 ** uniform(low, high)


def sign():
    return pick((-1, 1))


def text(rows):
    return '/'.join(' '.join(repr(float(v)) for v in row) for row in rows)


def tell(name, make, f, *settings, least=0):
    """COUNT points of f(truths, predictions, weights, params, inputs), whose derivatives it may give too.

    Scores less than the least are left out: those of logarithms have no digits of two doubles left there.
    """
    for params in settings or ({},):
        short = ';'.join('%s=%s' % (k, str(v).lower()) for k, v in params.items())
        random.seed(name + short)
        told = 0
        while told < COUNT:
            t, p, *inputs = make(params)
            w = pick((None, [pick((1.0, 2.0, size(-1, 1), size(-8, 8))) for _ in t]))
            exact = [[[mpf(v) for v in row] for row in rows] for rows in (t, p)]
            known = {k: mpf(v) if isinstance(v, (int, float)) and not isinstance(v, bool) else v for k, v in params.items()}
            known['weighed'] = w is not None
            try:
                y = f(*exact, [mpf(v) for v in w or [1.0] * len(t)], known, dict(inputs))
            except ZeroDivisionError:
                continue
            derivatives = ['']
            if isinstance(y, tuple):
                y, *derivatives = y
                derivatives = [' '.join(nstr(v, 25) for v in each) for each in derivatives]
            if not isinstance(y, mpf) or abs(y) < least:
                continue
            told += 1
            given = [k + '=' + text([[u] for u in v]) for k, v in inputs] + (['weight=' + text([[v] for v in w])] if w else [])
            print(','.join((name, short, text(t), text(p), '|'.join(given), nstr(y, 50), *derivatives)))


def dot(*columns):
    return fsum(mp.fprod(each) for each in zip(*columns))


def mean(x, w):
    return dot(x, w) / fsum(w)


def by_output(f):
    """The mean over outputs of what f makes of each one's truths and predictions."""
    def all_of_them(t, p, w, params, inputs):
        each = [f(list(a), list(b), w, params) for a, b in zip(zip(*t), zip(*p))]
        return fsum(each) / len(each)
    return all_of_them


def saved(model, naive):
    return 1 - model / naive


def numbers(params):
    """Truths near and far from 0, predictions near the truths, near their mean, and as far off as the mean is."""
    n, outputs = random.randint(2, 7), pick((1, 1, 1, 2, 3))
    columns = []
    for _ in range(outputs):
        off, spread = pick((0, gauss(0, 9), sign() * size(3, 12))), pick((1, size(-3, 3), size(-140, 140)))
        t = [float(off + spread * gauss(0, 1)) for _ in range(n)]
        middle = sum(t) / n
        far = 2 * (1 + sign() * size(-16, -1))
        p = pick((lambda: [v + spread * gauss(0, 1) for v in t], lambda: [v + spread * sign() * size(-12, 0) for v in t],
                  lambda: [middle] * n, lambda: [middle + spread * size(-9, -1) * gauss(0, 1) for _ in t],
                  lambda: [middle + far * (v - middle) for v in t], lambda: [v + spread for v in t],
                  lambda: [sign() * size(-150, 150) for _ in t]))()
        columns.append((t, p))
    return [list(row) for row in zip(*(c[0] for c in columns))], [list(row) for row in zip(*(c[1] for c in columns))]


def explained(t, p, w, params):
    e = [b - a for a, b in zip(t, p)]
    return saved(dot(w, [(v - mean(e, w)) ** 2 for v in e]), dot(w, [(v - mean(t, w)) ** 2 for v in t]))


def r2(t, p, w, params):
    return saved(dot(w, [(b - a) ** 2 for a, b in zip(t, p)]), dot(w, [(v - mean(t, w)) ** 2 for v in t]))


def pinball(t, p, w, tau):
    return dot(w, [tau * max(a - b, 0) + (1 - tau) * max(b - a, 0) for a, b in zip(t, p)])


def d2_pinball(t, p, w, params):
    tau = params.get('tau', mpf(0.5))
    ranked = sorted(zip(t, w))
    constant = next(v for i, (v, _) in enumerate(ranked) if fsum(u for _, u in ranked[:i + 1]) >= tau * fsum(w))
    if params.get('baseline') == 'interpolated' and not params['weighed']:
        place = tau * (len(t) - 1)
        below = int(floor(place))
        constant = ranked[below][0]
        if place > below:
            constant += (place - below) * (ranked[below + 1][0] - constant)
    return saved(pinball(t, p, w, tau), pinball(t, [constant] * len(t), w, tau))


def rates(params):
    n, outputs, power = random.randint(2, 7), pick((1, 1, 2)), params['power']
    columns = []
    for _ in range(outputs):
        spread, unit = pick((1, size(-4, 0.3))), pick((1, size(-3, 3)))
        t = [unit * 2.718281828 ** (spread * gauss(0, 1)) for _ in range(n)]
        if power < 2:
            t[0] = pick((t[0], 0.0))
        if power < 0:
            t[1] = pick((t[1], -t[1] / 9))
        middle = sum(t) / n
        p = pick((lambda: [unit * 2.718281828 ** (spread * gauss(0, 1)) for _ in t], lambda: [middle * (1 + size(-3, -1))] * n,
                  lambda: [middle * (1 + spread * size(-2, 0) * gauss(0, 0.2)) for _ in t],
                  lambda: [max(v, unit / 99) * (1 + spread * size(-5, -1)) for v in t], lambda: [unit * size(-20, 20) for _ in t]))()
        if min(p) <= 0:
            return rates(params)
        columns.append((t, p))
    return [list(row) for row in zip(*(c[0] for c in columns))], [list(row) for row in zip(*(c[1] for c in columns))]


def x_log_y(x, y):
    return x * log(y) if x else mpf(0)


def deviance(t, p, q):
    if q == 0:
        return (t - p) ** 2
    if q == 1:
        return 2 * (x_log_y(t, t / p) - t + p)
    if q == 2:
        return 2 * (log(p / t) + t / p - 1)
    best = max(t, mpf(0))
    return 2 * ((best ** (2 - q) if best else 0) / ((1 - q) * (2 - q)) - t * p ** (1 - q) / (1 - q) + p ** (2 - q) / (2 - q))


def d2_tweedie(t, p, w, params):
    q = params['power']
    return saved(dot(w, [deviance(a, b, q) for a, b in zip(t, p)]), dot(w, [deviance(a, mean(t, w), q) for a in t]))


def one_hot(j, k):
    return [float(j == i) for i in range(k)]


def simplex(k):
    parts = [random.expovariate(1) * pick((1, 1, size(-12, 0))) for _ in range(k)]
    return [v / sum(parts) for v in parts]


def forecasts(params):
    """Rows of probabilities of two to four classes, or one a sample; at times next to the frequencies."""
    n, k = random.randint(3, 9), random.randint(2, 4)
    labels = [random.randrange(k) for _ in range(n)]
    shares = [labels.count(j) / n for j in range(k)]
    near = size(-7, -1)
    p = pick((lambda: [simplex(k) for _ in labels], lambda: [list(shares) for _ in labels],
              lambda: [[v * (1 + near * uniform(-1, 1)) for v in shares] for _ in labels],
              lambda: [[(1 - near) * v + near * u for u, v in zip(simplex(k), one_hot(j, k))] for j in labels]))()
    if any(row[j] <= 0 for row, j in zip(p, labels)):
        return forecasts(params)
    if k == 2 and random.random() < 0.5:
        return [[float(j)] for j in labels], [[min(row[1], 1 - 2 ** -53)] for row in p]
    return [one_hot(j, k) for j in labels], p


def wide(row):
    return [row[0], 1 - row[0]] if len(row) == 1 else row


def frequencies(t, w):
    return [mean(column, w) for column in zip(*t)]


def d2_log_loss(t, p, w, params, inputs):
    t, p = list(map(wide, t)), list(map(wide, p))
    cost = lambda a, b: -fsum(map(x_log_y, a, b))
    f = frequencies(t, w)
    return saved(dot(w, [cost(a, b) for a, b in zip(t, p)]), dot(w, [cost(a, f) for a in t]))


def d2_brier(t, p, w, params, inputs):
    cost = lambda a, b: fsum((u - v) ** 2 for u, v in zip(a, b))
    f = frequencies(t, w)
    return saved(dot(w, [cost(a, b) for a, b in zip(t, p)]), dot(w, [cost(a, f) for a in t]))


def labels(params):
    n, k = random.randint(2, 12), 2 if params.get('average') == 'binary' else random.randint(2, 4)
    t = [random.randrange(k) for _ in range(n)]
    right = pick((0.1, 0.5, 0.9))
    p = [j if random.random() < right else random.randrange(k) for j in t]
    rows = random.random() < 0.5
    return [[float(j)] for j in t], [[gauss(0, 1) + 9 * v for v in one_hot(j, k)] if rows else [float(j)] for j in p]


def told(row):
    return int(row[0]) if len(row) == 1 else max(range(len(row)), key=lambda j: (row[j], -j))


def counts(t, p, w):
    """Of each class that occurs: how much was true, how much was predicted, how much of both."""
    t, p = [int(row[0]) for row in t], list(map(told, p))
    weight = lambda chosen: fsum(v for v, is_chosen in zip(w, chosen) if is_chosen)
    return {c: (weight([a == c for a in t]), weight([b == c for b in p]), weight([a == b == c for a, b in zip(t, p)]))
            for c in sorted({*t, *p})}


def mcc(t, p, w, params, inputs):
    of = counts(t, p, w).values()
    s, h = fsum(w), fsum(c[2] for c in of)
    product = (s * s - fsum(c[0] ** 2 for c in of)) * (s * s - fsum(c[1] ** 2 for c in of))
    return (s * h - fsum(c[0] * c[1] for c in of)) / sqrt(product) if product else mpf(0)


def balanced_accuracy(t, p, w, params, inputs):
    shares = [h / a for a, _, h in counts(t, p, w).values() if a]
    score = fsum(shares) / len(shares)
    return (score - mpf(1) / len(shares)) / (1 - mpf(1) / len(shares)) if params.get('adjusted') else score


def averaged(score):
    def f(t, p, w, params, inputs):
        of = counts(t, p, w)
        one = lambda c: score(*c, params)
        if params['average'] == 'binary':
            return one(of.get(1, (mpf(0),) * 3))
        if params['average'] == 'micro':
            return one([fsum(each) for each in zip(*of.values())])
        if params['average'] == 'weighted':
            return fsum(c[0] * one(c) for c in of.values()) / fsum(w)
        return fsum(map(one, of.values())) / len(of)
    return f


def over(a, b):
    return a / b if b else mpf(0)


def f1(t, p, h, params):
    square = params['beta'] ** 2
    return over((1 + square) * h, square * t + p)


def kappa(t, p, w, params, inputs):
    t, p = [int(row[0]) for row in t], list(map(told, p))
    apart = {'none': lambda a, b: a != b, 'linear': lambda a, b: abs(a - b), 'quadratic': lambda a, b: (a - b) ** 2}[params['weighting']]
    chance = fsum(u * v * apart(a, b) for a, u in zip(t, w) for b, v in zip(p, w))
    return saved(fsum(v * apart(a, b) for a, b, v in zip(t, p, w)) * fsum(w), chance)


def scored(params):
    n = random.randint(2, 12)
    some = [gauss(0, 1), 0.5, sign() * size(-300, 300)]
    return [[0.0], [1.0]] + [[float(random.randint(0, 1))] for _ in range(n - 2)], [[pick((pick(some), gauss(0, 1)))] for _ in range(n)]


def roc_auc(t, p, w, params, inputs):
    on, off = ([(b[0], v) for a, b, v in zip(t, p, w) if a[0] == flag] for flag in (1, 0))
    won = fsum(v * u * (1 if a > b else mpf(1) / 2 if a == b else 0) for a, v in on for b, u in off)
    return won / fsum(v for _, v in on) / fsum(u for _, u in off)


def average_precision(t, p, w, params, inputs):
    on = [(b[0], v) for a, b, v in zip(t, p, w) if a[0] == 1]
    found = lambda s: fsum(v for a, v in on if a >= s) / fsum(v for b, v in zip(p, w) if b[0] >= s)
    return fsum(v * found(a) for a, v in on) / fsum(v for _, v in on)


def chances(params):
    n, k = random.randint(2, 12), random.randint(2, 4)
    edge = lambda: random.randint(1, 10) / 10
    p = [pick((simplex(k), (lambda v: [v] + [(1 - v) / (k - 1)] * (k - 1))(edge()))) for _ in range(n)]
    return [[float(pick((random.randrange(k), told(row))))] for row in p], p


def calibration_error(t, p, w, params, inputs):
    bins = {}
    for a, b, v in zip(t, p, w):
        best = told(b)
        ends = [n / int(params['bins']) for n in range(1, int(params['bins']) + 1)]
        place = next(n for n, end in enumerate(ends) if b[best] <= end)
        bins.setdefault(place, []).append((v, (best == a[0]) - b[best]))
    gaps = [(fsum(v for v, _ in each) / fsum(w), abs(dot(*zip(*each)) / fsum(v for v, _ in each))) for each in bins.values()]
    if params['norm'] == 'max':
        return max(g for _, g in gaps)
    return sqrt(fsum(s * g * g for s, g in gaps)) if params['norm'] == 'l2' else fsum(s * g for s, g in gaps)


def survivals(params):
    n = random.randint(2, 9)
    t = [[pick((float(random.randint(1, 4)), size(-2, 2)))] for _ in range(n)]
    p = [[pick((random.random(), size(-300, 0), 1 - size(-16, 0), 0.0, 1.0))] for _ in range(n)]
    return t, p, ('event', [float(random.randint(0, 1)) for _ in range(n)])


def ipcw_brier(t, p, w, params, inputs):
    times, events, at = [row[0] for row in t], inputs['event'], params['at']

    def kept(end, included):
        """Kaplan and Meier's estimate of not being lost up to a time."""
        rate = mpf(1)
        for time in sorted({v for v in times if v < end or included and v == end}):
            lost = fsum(v for v, a, e in zip(w, times, events) if a == time and not e)
            rate *= 1 - lost / (fsum(v for v, a, e in zip(w, times, events) if a > time or a == time and not e)) if lost else 1
        return rate

    cost, slopes = mpf(0), []
    for time, (chance,), event, weight in zip(times, p, events, w):
        by = mpf(0)
        if time > at:
            off = chance - 1
            by = weight * off / kept(at, True) / fsum(w)
        elif event:
            off = chance
            by = weight * off / kept(time, False) / fsum(w)
        cost += by * off if by else 0
        slopes.append(2 * by)
    return cost, slopes + [mpf(0)] * len(slopes)


def hazards(params):
    """Times with ties, and scores of which one may be far above the others, or all of them great."""
    n = random.randint(2, 8)
    t = [[float(random.randint(1, 4))] for _ in range(n)]
    x = [[pick((gauss(0, 1), gauss(0, 3), uniform(-9, 9)))] for _ in range(n)]
    x = pick((x, [[v[0] + 700] for v in x]))
    return t, x, ('event', [1.0] + [float(random.randint(0, 1)) for _ in range(n - 1)])


def cox(t, x, w, params, inputs):
    """Each event, or each turn of those at a time: the logarithm of the hazards at risk, of the tied ones a part less."""
    n, times, scores, event = len(t), [row[0] for row in t], [row[0] for row in x], inputs['event']
    cost, slopes, bends = mpf(0), [mpf(0)] * n, [mpf(0)] * n
    for time in sorted({v for v, e in zip(times, event) if e}):
        tied = [i for i in range(n) if times[i] == time and event[i]]
        steps = len(tied) if params['ties'] == 'efron' else 1
        for i in tied:
            cost -= w[i] * scores[i]
            slopes[i] -= w[i]
        for step in range(steps):
            hazard = [w[i] * mp.exp(scores[i]) * (1 - (mpf(step) / steps if i in tied else 0)) if times[i] >= time else mpf(0) for i in range(n)]
            risk, weight = fsum(hazard), fsum(w[i] for i in tied) / steps
            cost += weight * log(risk)
            for i, each in enumerate(hazard):
                slopes[i] += weight * each / risk
                bends[i] += weight * each / risk * (fsum(hazard[:i] + hazard[i + 1:]) / risk)
    all_of_them = fsum(v for v, e in zip(w, event) if e)
    return cost / all_of_them, [v / all_of_them for v in slopes] + [mpf(0)] * n, [v / all_of_them for v in bends]


if __name__ == '__main__':
    tell('r2', numbers, by_output(r2))
    tell('explained_variance', numbers, by_output(explained))
    tell('rse', numbers, by_output(lambda *given: 1 - r2(*given)))
    tell('rrse', numbers, by_output(lambda *given: sqrt(1 - r2(*given))))
    tell('d2_absolute_error', numbers, by_output(d2_pinball))
    tell('d2_pinball', numbers, by_output(d2_pinball), {'tau': 0.1}, {'tau': 0.9, 'baseline': 'interpolated'})
    tell('d2_tweedie', numbers, by_output(d2_tweedie), {'power': 0})
    tell('d2_tweedie', rates, by_output(d2_tweedie), *({'power': q} for q in (-1.5, 1, 1.1, 1.5, 2, 3)), least=1e-12)
    tell('d2_log_loss', forecasts, d2_log_loss, least=1e-12)
    tell('d2_brier', forecasts, d2_brier)
    tell('mcc', labels, mcc)
    tell('balanced_accuracy', labels, balanced_accuracy, {}, {'adjusted': True})
    averages = ('binary', 'micro', 'macro', 'weighted')
    tell('f1', labels, averaged(f1), *({'beta': b, 'average': a} for b, a in zip((1, 0.3, 2, 0.7), averages)))
    tell('precision', labels, averaged(lambda t, p, h, params: over(h, p)), *({'average': a} for a in averages))
    tell('recall', labels, averaged(lambda t, p, h, params: over(h, t)), *({'average': a} for a in averages))
    tell('roc_auc', scored, roc_auc)
    tell('average_precision', scored, average_precision)
    tell('calibration_error', chances, calibration_error, *({'bins': b, 'norm': n} for b, n in ((15, 'l1'), (10, 'l2'), (10, 'max'))))
    tell('cox', hazards, cox, {'ties': 'breslow'}, {'ties': 'efron'})
    tell('ipcw_brier', survivals, ipcw_brier, {'at': 1}, {'at': 3})
    tell('jaccard', labels, averaged(lambda t, p, h, params: over(h, t + p - h)), *({'average': a} for a in averages))
    tell('cohen_kappa', labels, kappa, *({'weighting': w} for w in ('none', 'linear', 'quadratic')))
