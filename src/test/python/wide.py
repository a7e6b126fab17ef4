"""Makes wide.csv.gz: losses that the other tables have not, and others at parameters and places that these do not reach.

50 digits of the value and 25 of each slope, the latter by the chain rule in the same precision (see tape.py). A point whose
value a relative change of its numbers would magnify more than sixfold is left out, and such a slope is nan, but where doubles
are taken for what they are; so is a slope at a kink. Run from the root of the project:
    python3 src/test/python/wide.py | gzip -9n > src/test/resources/lossctl/catalog/wide.csv.gz
"""
import math
import random
from mpmath import mp, mpf, nstr
from tape import (Number, Record, acos, atan, cos, exp, greatest, least, log, normal, slopes, sqrt, total, value)

COUNT = 40
MOST = 6
SCORES = [5e-324, 1e-300, 1e-20, 1e-9, 1e-3, 0.5, 1.0, 3.0, 19.0, 36.7, 40.0, 354.5, 500.0, 700.0, 708.5, 709.782712893384,
          744.4, 745.2, 800.0]
CHANCES = [5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-20, 2 ** -53, 1e-12, 1e-3, 0.1, 0.5 - 2 ** -54, 0.5, 0.7,
           1 - 1e-3, 1 - 1e-9, 1 - 2 ** -52, 1 - 2 ** -53]
pick = random.choice
gauss = random.gauss
uniform = random.uniform


def size(low, high):
    return 10 ** uniform(low, high)


def sign():
    return pick((-1, 1))


def flag():
    return float(random.randint(0, 1))


def score():
    return pick((gauss(0, 3), gauss(0, 3), sign() * size(-3, 3), uniform(-800, 800), sign() * pick(SCORES)))


def chance():
    return pick((random.random(), random.random(), size(-300, 0), 1 - size(-16, 0) / 2, size(-6, 0), pick(CHANCES)))


def pair():
    """A truth and a prediction whose difference a double holds."""
    t = pick((0.0, 0.0, gauss(0, 1) * size(-2, 2)))
    p = t + sign() * pick((size(-12, 6), size(-300, 300) if t == 0 else math.ulp(t) * random.randint(1, 9)))
    return (t, p) if mpf(p) - mpf(t) == mpf(p - t) else pair()


def near():
    t = sign() * size(-3, 3)
    return t, pick((t * (1 + sign() * size(-6, 0)), sign() * size(-3, 3)))


def rates(wide=300):
    t = size(-3, 3)
    return pick(((t, size(-3, 3)), (t, t * (1 + sign() * size(-14, -0.3))), (size(-wide, wide), size(-wide, wide))))


def simplex(k):
    kind = random.randrange(4)
    w = [random.expovariate(1) * (pick((1, 1, size(-300, 0))) if kind == 1 else size(-20, 0) if kind == 2 else 1)
         for _ in range(k)]
    return [v / sum(w) for v in w]


def scores(k=None):
    k = k or random.randint(2, 6)
    kind = random.randrange(5)
    x = [gauss(0, 3) for _ in range(k)]
    if kind == 1:
        x = [sign() * pick(SCORES) for _ in x]
    if kind == 2:
        x[random.randrange(k)] += sign() * pick((20.0, 36.7, 745.0, 709.7, 800.0, 350.0))
    if kind == 3:
        x = [pick((1e6, -1e9, 800.0)) + v for v in x[:1] * 0 + x]
    if kind == 4:
        x = [gauss(0, 1) * size(-9, 2.6) for _ in x]
    return x


def one_hot(k):
    y = random.randrange(k)
    return [float(j == y) for j in range(k)]


def labelled(source):
    def point(params):
        x = source()
        return float(random.randrange(len(x))), x
    return point


def mixed(source):
    def point(params):
        x = source()
        return pick((one_hot, one_hot, simplex))(len(x)), x
    return point


def rows(params):
    p = simplex(random.randint(2, 6))
    k = len(p)
    alike = [v * (1 + sign() * size(-12, -1)) for v in p]
    t = pick((one_hot(k), simplex(k), [v / sum(alike) for v in alike]))
    return t, p


def flat(x):
    return [v for each in x for v in flat(each)] if isinstance(x, list) else [x]


def text(x, apart='/'):
    if not isinstance(x, list):
        return repr(float(x)).replace('inf', 'Infinity')
    return (apart if x and isinstance(x[0], list) else ' ').join(map(text, x))


def short(params):
    word = lambda v: text(v).replace(' ', '/') if isinstance(v, list) else v if isinstance(v, str) else str(v).lower()
    return ';'.join(k + '=' + word(v) for k, v in params.items())


def tell(name, point, f, *settings, prec=2600, whole=False, sloped=True, most=MOST):
    """Prints COUNT points of f(truth, prediction, inputs, params) under each of the settings; point(params) makes them.

    Samples of a whole stand below each other.
    """
    for params in settings or ({},):
        random.seed(name + short(params))
        mp.prec = prec
        exact = {k: v if isinstance(v, (str, bool)) else [mpf(u) for u in v] if isinstance(v, list) else mpf(v)
                 for k, v in params.items()}
        told = 0
        for _ in range(100 * COUNT):
            if told == COUNT:
                break
            try:
                told += line(name, params, exact, point(params), f, whole, sloped, most)
            except (ZeroDivisionError, OverflowError):
                pass
        assert told == COUNT, name + short(params) + ' has too few points'


def numbers(x, leaves):
    if isinstance(x, list):
        return [numbers(v, leaves) for v in x]
    leaves.append(Number(mpf(x)))
    return leaves[-1]


def consts(x):
    return [consts(v) for v in x] if isinstance(x, list) else mpf(x)


def refill(x, values):
    return [refill(v, values) for v in x] if isinstance(x, list) else next(values)


def evaluate(f, params, parts):
    Record.start()
    t, x, *inputs = parts
    leaves = []
    x = numbers(x, leaves)
    inputs = {k: numbers(v, leaves) for k, v in inputs}
    result = f(consts(t), x, inputs, params)
    return value(result), slopes(result, leaves), Record.kink


def line(name, params, exact, given, f, whole, sloped, most):
    t, x, *inputs = given
    if not all(math.isfinite(v) for v in flat([t, x])):
        return False
    y, by, kink = evaluate(f, exact, given)
    if mp.isnan(y) or not isinstance(y, mpf):
        return False
    all_values = flat([t, x] + [v for _, v in inputs])
    h = mp.ldexp(1, -160)
    changes = [mpf(0)] * (1 + len(by))
    for i, v in enumerate(all_values):
        moved = iter([mpf(u) * (1 + h) if j == i else u for j, u in enumerate(all_values)])
        if v == 0 or math.isinf(v) or i < len(flat(t)) and v in (1, -1) or i >= len(flat(t)) + len(flat(x)) and v == int(v):
            continue
        there = evaluate(f, exact, [refill(t, moved), refill(x, moved)] + [(k, refill(u, moved)) for k, u in inputs])
        for j, (a, b) in enumerate(zip([y] + by, [there[0]] + there[1])):
            changes[j] += abs(b - a) / abs(a) / h if a and mp.isfinite(a) and mp.isfinite(b) else 0
    if not changes[0] <= most:
        return False
    told = ['nan' if kink or mp.isnan(s) or not c <= most or not mp.isfinite(s) else nstr(s, 25) for s, c in zip(by, changes[1:])]
    column = lambda v: v if not whole or isinstance(v[0], list) else [[u] for u in v]
    print(','.join((name, short(params), text(column(t)), text(column(x)), '|'.join(k + '=' + text(column(v)) for k, v in inputs),
                    nstr(y, 50), ' '.join(told) if sloped else '')))
    return True


def of_residual(name, f, *settings):
    tell(name, lambda params: pair(), lambda t, x, i, params: f(x - t, params), *settings)


def mean(x):
    x = list(x)
    return total(x) / len(x)


def x_log_y(x, y):
    return x * log(y) if x else mpf(0)


def softplus(x):
    return log(1 + exp(x))


def sigmoid(x):
    return 1 / (1 + exp(-x))


def log_sum_exp(x):
    return log(total(map(exp, x)))


def over(f):
    return lambda t, p, i, params: total(f(a, b, params) for a, b in zip(t, p))


def barron(e, params):
    alpha, c = params['alpha'], params['c']
    if alpha == 0:
        return log((e / c) ** 2 / 2 + 1)
    b = abs(alpha - 2)
    return b / alpha * (((e / c) ** 2 / b + 1) ** (alpha / 2) - 1)


def regression():
    tell('mean_error', lambda params: pair(), lambda t, x, i, params: x - t, sloped=False)
    of_residual('barron', barron, *({'alpha': a, 'c': c} for a, c in (
        (1.0, 1.5), (0.0, 1.0), (-2.0, 1.5), (1e-9, 1.0), (0.3, 1.5), (3.0, 1.0), (10.0, 1.5), (-1e6, 1.0), (-0.01, 1.0))))
    of_residual('pseudo_huber', lambda e, params: params['delta'] ** 2 * (sqrt(1 + (e / params['delta']) ** 2) - 1),
                {'delta': 1e-5}, {'delta': 7.3})
    of_residual('cauchy', lambda e, params: params['c'] ** 2 / 2 * log(1 + (e / params['c']) ** 2), {'c': 1e4})
    of_residual('welsch', lambda e, params: params['c'] ** 2 / 2 * (1 - exp(-(e / params['c']) ** 2)), {'c': 1e4})
    margins = lambda params: (float(sign()), pick((score(), gauss(0, 1.5))))
    power = lambda a, q: 1 - a if a.value <= q / (q + 1) else (q / (q + 1) / a) ** q / (q + 1)
    tell('dwd', margins, lambda t, x, i, params: power(t * x, params['q']), {'q': 2.5}, {'q': 0.3}, {'q': 20.0})
    tell('zero_one_margin', margins, lambda t, x, i, params: mpf((t * x).value < 0), sloped=False)
    tell('hinge_embedding', margins, lambda t, x, i, params: x + 0 if t == 1 else params['margin'] - x if x < params['margin']
         else 0 * x, {'margin': 1.0}, {'margin': 0.3})
    tell('wasserstein', margins, lambda t, x, i, params: t * x)
    tell('contrastive', lambda params: (flag(), abs(score())), lambda t, d, i, params:
         (1 - t) * d * d + (t * (params['margin'] - d) ** 2 if d < params['margin'] else 0), {'margin': 1.0}, {'margin': 0.3})
    tell('hamming', lambda params: (flag(), flag()), lambda t, x, i, params: mpf(t != x.value), sloped=False)
    tell('binary_accuracy', lambda params: (flag(), chance()), lambda t, x, i, params: mpf((x.value > 0.5) == (t == 1)), sloped=False)


def smooth(t, params, k=2):
    s = params.get('label_smoothing', mpf(0))
    return (1 - s) * t + s / k


def asymmetric(t, p, q, params):
    margin = params['margin']
    if t:
        return -q ** params['gamma_positive'] * log(p)
    return -(p - margin) ** params['gamma_negative'] * log(1 - (p - margin)) if p > margin else 0 * p


def probabilities():
    smoothing = [{'label_smoothing': 0.1}, {'label_smoothing': 1.0, 'pos_weight': 0.3}]
    tell('bce', lambda params: (flag(), chance()), lambda t, p, i, params: -params.get('pos_weight', 1) * x_log_y(smooth(t, params), p)
         - x_log_y(1 - smooth(t, params), 1 - p), *smoothing)
    tell('bce', lambda params: (flag(), score()), lambda t, x, i, params: params.get('pos_weight', 1) * smooth(t, params) * softplus(-x)
         + (1 - smooth(t, params)) * softplus(x), *({**s, 'from_logits': True} for s in smoothing))
    powers = [{'gamma_positive': 1.0, 'gamma_negative': 4.0, 'margin': 0.05}, {'gamma_positive': 0.0, 'gamma_negative': 2.0, 'margin': 0.05},
              {'gamma_positive': 2.5, 'gamma_negative': 11.5, 'margin': 0.3}, {'gamma_positive': 1.0, 'gamma_negative': 9.0, 'margin': 0.0}]
    tell('asymmetric', lambda params: (flag(), chance()), lambda t, p, i, params: asymmetric(t, p, 1 - p, params), *powers)
    tell('asymmetric', lambda params: (flag(), score()), lambda t, x, i, params: asymmetric(t, sigmoid(x), sigmoid(-x), params),
         *({**p, 'from_logits': True} for p in powers))


def tweedie(t, p, x, q):
    return exp((2 - q) * x) / (2 - q) - t * exp((1 - q) * x) / (1 - q)


def deviance(t, p, q):
    return 2 * (t ** (2 - q) / ((1 - q) * (2 - q)) - t * p ** (1 - q) / (1 - q) + p ** (2 - q) / (2 - q))


def counts():
    powers = [{'power': q} for q in (-2.3, -1.0, 1 + 1e-9, 1.5, 1.9, 2.5)]
    tell('tweedie_deviance', lambda params: rates(), lambda t, p, i, params: deviance(t, p, params['power']), *powers)
    tell('tweedie_nll', lambda params: rates(), lambda t, p, i, params: tweedie(t, p, log(p), params['power']), *powers)
    tell('tweedie_nll', lambda params: (pick((size(-3, 3), 0.0 if params['power'] < 2 else 1.0)), pick((uniform(-3, 3), sign() * pick(SCORES)))),
         lambda t, x, i, params: tweedie(t, None, x, params['power']), *({**p, 'log_input': True} for p in powers))
    beta = lambda t, p, b: (t ** b + (b - 1) * p ** b - b * t * p ** (b - 1)) / (b * (b - 1))
    tell('beta_divergence', lambda params: rates(), lambda t, p, i, params: beta(t, p, params['beta']),
         *({'beta': b} for b in (0.1, 1.5, 3.0)))


def survival():
    tell('aft', times, time, *({'distribution': law, 'sigma': s} for law in ('normal', 'logistic', 'extreme') for s in (1.0, 0.4)),
         prec=1500)


def times(params):
    t = size(-2, 2)
    low, high = pick(((t, t), (0.0, t), (t, math.inf), (t, t * (1 + size(-9, 1))), (t, t * (1 + size(-9, 1)))))
    return low, gauss(0, 1) * pick((1, 3, 8)), ('upper', high)


def time(t, x, inputs, params):
    s, law, u = params['sigma'], params['distribution'], inputs['upper']
    z = (mp.log(t) - x) / s if t else None
    if u.value == t:
        cost = {'normal': lambda: z * z / 2 + mp.log(2 * mp.pi) / 2, 'logistic': lambda: z + 2 * log(1 + exp(-z)), 'extreme': lambda: exp(z) - z}
        return cost[law]() + mp.log(s * t)
    if mp.isinf(u.value):
        return exp(z) if law == 'extreme' else -log(normal(-z) if law == 'normal' else sigmoid(-z))
    w = (log(u) - x) / s
    if law == 'extreme':
        return -log((exp(-exp(z)) if t else 1) - exp(-exp(w)))
    f = normal if law == 'normal' else sigmoid
    if not t:
        return -log(f(w))
    return -log(f(-z) - f(-w)) if z.value > 0 else -log(f(w) - f(z))


def lead(y, z):
    return log_sum_exp(z) - z[y]


def projected(y, x):
    ordered = sorted(x, key=value, reverse=True)
    count = max(n for n in range(1, len(x) + 1) if 1 + n * ordered[n - 1].value > sum(v.value for v in ordered[:n]))
    threshold = (total(ordered[:count]) - 1) / count
    return total((v - threshold) * (v - x[y] + (1 - (v - threshold)) / 2) for v in ordered[:count])


def missing(term):
    """A sum over classes of what f makes of truth, complement and negative logarithm of each softmax probability."""
    def f(t, x, i, params):
        powers = list(map(exp, x))
        all_of_them = total(powers)
        return total(term(smooth(a, params, len(t)), total(v for n, v in enumerate(powers) if n != j) / all_of_them,
                          log(all_of_them) - x[j], params) for j, a in enumerate(t) if smooth(a, params, len(t)))
    return f


def classes():
    cosines = lambda: [pick((uniform(-1, 1), uniform(-1, 1), 0.0, sign() * size(-300, 0), 1 - size(-9, -1))) for _ in range(random.randint(2, 6))]
    at = lambda f: lambda y, x, i, params: f(int(y), x, params)
    tell('arc_face', labelled(cosines), at(lambda y, x, params: lead(y, [params['scale'] * (cos(acos(v) + params['margin']) if j == y else v)
                                                                         for j, v in enumerate(x)])),
         {'margin': 0.5, 'scale': 64.0}, {'margin': 0.0, 'scale': 1.0}, prec=1400)
    moved = lambda y, x, params: [params['scale'] * (v - (params['margin'] * (min(params['counts']) / params['counts'][y]) ** mpf(0.25)
                                                          if j == y else 0)) for j, v in enumerate(x)]
    tell('ldam', labelled(lambda: scores(4)), at(lambda y, x, params: lead(y, moved(y, x, params))),
         {'margin': 0.5, 'scale': 1.0, 'counts': [16.0, 1.0, 81.0, 256.0]})
    tell('logit_adjusted', labelled(lambda: scores(4)),
         at(lambda y, x, params: lead(y, [v + params['tau'] * mp.log(n) for v, n in zip(x, params['priors'])])),
         {'tau': -1.0, 'priors': [1e-9, 0.2, 0.3, 0.4]})
    tell('multiclass_sparsemax', labelled(lambda: pick((scores(), [gauss(0, .6) for _ in range(4)]))), at(lambda y, x, params: projected(y, x)))
    tell('gce', labelled(lambda: simplex(4)), at(lambda y, p, params: (1 - p[y] ** params['q']) / params['q']), {'q': 0.1}, {'q': 1e-6})
    tell('sparse_cce', labelled(scores), at(lambda y, x, params: log_sum_exp(x) - (1 - params['label_smoothing']) * x[y]
                                            - params['label_smoothing'] * mean(x)),
         {'label_smoothing': 0.1, 'from_logits': True}, {'label_smoothing': 1.0, 'from_logits': True})
    tell('cce', mixed(scores), missing(lambda a, r, cost, params: a * cost), {'label_smoothing': 0.1, 'from_logits': True}, prec=3200)
    focal = lambda a, r, cost, params: a * r ** params['gamma'] * cost
    tell('categorical_focal', mixed(scores), missing(focal), {'gamma': 3.3, 'from_logits': True}, {'gamma': 1.0, 'from_logits': True}, prec=3200)
    tell('poly1_ce', mixed(scores), missing(lambda a, r, cost, params: a * (cost + params['epsilon'] * r)),
         {'epsilon': -1.0, 'from_logits': True}, {'epsilon': -0.5, 'from_logits': True}, {'epsilon': 100.0, 'from_logits': True}, prec=3200)
    tell('poly1_ce', mixed(lambda: simplex(3)), lambda t, p, i, params: total(a * ((1 - b) * params['epsilon'] - log(b)) for a, b in zip(t, p) if a),
         {'epsilon': -1.0})
    tell('categorical_hinge', mixed(scores), lambda t, x, i, params: greatest(
        0 * x[0], 1 + greatest(*((1 - a) * b for a, b in zip(t, x))) - total(a * b for a, b in zip(t, x))))
    tell('multilabel_margin', listing, lambda t, x, i, params: total(
        greatest(0 * x[n], 1 - (x[int(j)] - x[n])) for j in members(t) for n in range(len(x)) if n not in members(t)) / len(x) + 0 * x[0])
    first = lambda x: max(range(len(x)), key=lambda j: (x[j].value, -j))
    tell('accuracy', labelled(lambda: simplex(4)), at(lambda y, x, params: mpf(first(x) == y)), sloped=False)
    place = lambda y, x: sum(v.value > x[y].value or v.value == x[y].value and j < y for j, v in enumerate(x))
    tell('top_k_accuracy', labelled(scores), at(lambda y, x, params: mpf(place(y, x) < params['k'])), {'k': 2.0}, sloped=False)


def listing(params):
    x = scores()
    n = random.randint(1, len(x))
    return [float(j) for j in random.sample(range(len(x)), n)] + [-1.0] * (len(x) - n), x


def members(t):
    return [int(v) for v in t if v >= 0]


def divergences():
    renyi = lambda t, p, i, params: log(total(a ** params['alpha'] * b ** (1 - params['alpha']) for a, b in zip(t, p) if a)) / (params['alpha'] - 1)
    tell('renyi', rows, renyi, *({'alpha': a} for a in (2.0, 0.5, 0.1, 3.0, 7.7)), prec=3000)
    tell('bhattacharyya', rows, lambda t, p, i, params: -log(total(mp.sqrt(a) * sqrt(b) for a, b in zip(t, p) if a)))
    ahead = lambda t, p, j: total(p[:j + 1]) - mp.fsum(t[:j + 1])
    tell('wasserstein1', rows, lambda t, p, i, params: total(abs(ahead(t, p, j)) for j in range(len(p) - 1)))


def cosine(a, b):
    return total(u * v for u, v in zip(a, b)) / (sqrt(total(u * u for u in a)) * sqrt(total(v * v for v in b)))


def vector(k):
    return [gauss(0, 1) * size(-2, 2) for _ in range(k)]


def directions(params=None):
    t = vector(random.randint(2, 6))
    return t, pick((vector(len(t)), [sign() * v * (1 + sign() * size(-9, -1)) for v in t], [v * (1 + sign() * size(-9, -1)) for v in t]))


def norm(x, p):
    return sqrt(total(v * v for v in x)) if p == 2 else total(abs(v) ** p for v in x) ** (1 / p)


def triplet(t, x, inputs, params):
    distance = lambda a, b: norm([u - v for u, v in zip(a, b)], params['p'])
    far = distance(x, inputs['negative'])
    if params.get('swap'):
        far = least(far, distance(inputs['positive'], inputs['negative']))
    return greatest(0 * x[0], distance(x, inputs['positive']) - far + params['margin'])


def anchored(params):
    k = random.randint(1, 4)
    return [], vector(k), ('positive', vector(k)), ('negative', vector(k))


def embedded(params):
    x = [[gauss(0, 1) for _ in range(3)] for _ in range(random.randint(3, 5))]
    x = [[v / math.hypot(*each) for v in each] for each in x]
    return [[0.0], [0.0]] + [[flag()] for _ in x[2:]], x


def circle(t, x, i, params):
    margin, gamma, losses = params['margin'], params['gamma'], []
    for n, one in enumerate(x):
        dots = [(t[m] == t[n], total(u * v for u, v in zip(one, other))) for m, other in enumerate(x) if m != n]
        same = [exp(-gamma * greatest(0 * s, 1 + margin - s) * (s - 1 + margin)) for alike, s in dots if alike]
        other = [exp(gamma * greatest(0 * s, s + margin) * (s - margin)) for alike, s in dots if not alike]
        losses.append(log(1 + total(same) * total(other)) if same and other else 0 * one[0])
    return mean(losses)


def contrasted(t, x, i, params):
    losses = []
    for n, one in enumerate(x):
        near_ones = {m: cosine(one, other) / params['temperature'] for m, other in enumerate(x) if m != n}
        others = [exp(c) for m, c in near_ones.items() if t[m] != t[n]]
        losses += [log(total([exp(c)] + others)) - c for m, c in near_ones.items() if t[m] == t[n]]
    return mean(losses)


def embeddings():
    tell('cosine_distance', directions, lambda t, p, i, params: 1 - cosine(t, p))
    tell('cosine_embedding', lambda params: (lambda a, b: (float(sign()), a, ('input2', b)))(*directions()), lambda t, x, inputs, params:
         1 - cosine(x, inputs['input2']) if t == 1 else greatest(0 * x[0], cosine(x, inputs['input2']) - params['margin']),
         {'margin': 0.0}, {'margin': 0.3})
    tell('triplet_margin', anchored, triplet, {'margin': 1.0, 'p': 2.0}, {'margin': 1.0, 'p': 1.0}, {'margin': 0.3, 'p': 3.5},
         {'margin': 1.0, 'p': 2.0, 'swap': True})
    tell('circle', embedded, circle, {'gamma': 80.0, 'margin': 0.4}, {'gamma': 1.0, 'margin': 0.25}, prec=1800, whole=True)
    tell('ntxent', embedded, contrasted, {'temperature': 0.07}, {'temperature': 1.0}, prec=900, whole=True)
    tell('margin_ranking', lambda params: (float(sign()), score(), ('input2', score())), lambda t, x, inputs, params:
         greatest(0 * x, params['margin'] - t * (x - inputs['input2'])), {'margin': 0.0}, {'margin': 0.3})


def discounted(t, x, i, params):
    gains = [mpf(2) ** v - 1 for v in t]
    best = mp.fsum(g / mp.log(2 + n) for n, g in enumerate(sorted(gains, reverse=True)))
    places = [1 + total(1 / (1 + exp((v - w) / params['temperature'])) for m, w in enumerate(x) if m != n) for n, v in enumerate(x)]
    return 1 - total(g / log(1 + r) for g, r in zip(gains, places) if g) / best


def relevances(params):
    x = scores()
    return [float(random.randint(0, 4)) for _ in x[1:]] + [1.0], x


def order(x):
    return sorted(range(len(x)), key=lambda j: (-value(x[j]), j))


def ranked(t, x, i, params):
    gain = lambda places: mp.fsum(t[j] / mp.log(2 + n) for n, j in enumerate(places[:int(params.get('k', len(x)))]))
    return gain(order(x)) / gain(order(t))


def precisions(t, x, i, params):
    hits = [n for n, j in enumerate(order(x)) if t[j] > 0]
    return mp.fsum(mpf(k + 1) / (n + 1) for k, n in enumerate(hits)) / len(hits)


def rankings():
    spread = lambda params: ([float(random.randint(0, 4)) for _ in range(3)] + [1.0], [gauss(0, 2) * params['temperature'] for _ in range(4)])
    tell('approx_ndcg', spread, discounted, {'temperature': 0.1}, {'temperature': 1.0}, prec=1500)
    tell('ndcg', relevances, ranked, {}, {'k': 2.0}, sloped=False)
    tell('mean_average_precision', relevances, precisions, sloped=False)
    tell('mrr', relevances, lambda t, x, i, params: 1 / mpf(1 + min(n for n, j in enumerate(order(x)) if t[j] > 0)), sloped=False)
    flags = lambda params: (lambda x: ([flag() for _ in x[1:]] + [1.0], x))(scores())
    above = lambda x, i, among: sum(x[j].value >= x[i].value for j in among)
    on = lambda t: [j for j, v in enumerate(t) if v]
    off = lambda t: [j for j, v in enumerate(t) if not v]
    tell('coverage_error', flags, lambda t, x, i, params: mpf(max(above(x, n, range(len(x))) for n in on(t))), sloped=False)
    tell('label_ranking_loss', flags, lambda t, x, i, params: mp.fsum(above(x, n, off(t)) for n in on(t)) / max(1, len(on(t)) * len(off(t))), sloped=False)
    tell('label_ranking_average_precision', flags, lambda t, x, i, params: mp.fsum(
        mpf(above(x, n, on(t))) / above(x, n, range(len(x))) for n in on(t)) / len(on(t)), sloped=False)


def box(params=None):
    x, y = uniform(0, 2), uniform(0, 2)
    return [x, y, x + uniform(0, 2), y + uniform(0, 2)]


def boxes(params):
    t = box()
    p = pick((box(), [v * (1 + sign() * size(-4, -1.5)) for v in t]))
    return (t, p) if p[0] < p[2] and p[1] < p[3] else boxes(params)


def overlap(t, p):
    up = lambda j: greatest(0 * p[j] + t[j], p[j])
    down = lambda j: least(0 * p[j] + t[j], p[j])
    width, height = down(2) - up(0), down(3) - up(1)
    common = width * height if width > 0 and height > 0 else 0 * p[0]
    area = lambda b: (b[2] - b[0]) * (b[3] - b[1])
    return common, area(t) + area(p) - common, up(2) - down(0), up(3) - down(1)


def apart(t, p):
    common, union, width, height = overlap(t, p)
    return 1 - common / union + (((p[0] + p[2] - t[0] - t[2]) / 2) ** 2 + ((p[1] + p[3] - t[1] - t[3]) / 2) ** 2) / (width ** 2 + height ** 2)


def shaped(t, p):
    common, union, _, _ = overlap(t, p)
    v = (2 / mp.pi * (mp.atan((t[2] - t[0]) / (t[3] - t[1])) - atan((p[2] - p[0]) / (p[3] - p[1])))) ** 2
    return apart(t, p) + v * v / (1 - common / union + v)


def detection():
    tell('iou', boxes, lambda t, p, i, params: (lambda o: 1 - o[0] / o[1])(overlap(t, p)), prec=900)
    tell('giou', boxes, lambda t, p, i, params: (lambda o: 1 - o[0] / o[1] + (o[2] * o[3] - o[1]) / (o[2] * o[3]))(overlap(t, p)), prec=900)
    tell('diou', boxes, lambda t, p, i, params: apart(t, p), prec=900)
    tell('ciou', boxes, lambda t, p, i, params: shaped(t, p), prec=900)


def several(source):
    def point(params):
        pairs = [source() for _ in range(random.randint(2, 5))]
        return [p[0] for p in pairs], [p[1] for p in pairs]
    return point


def rms(x):
    return sqrt(mean(v * v for v in x))


def middle(x):
    x = sorted(x, key=value)
    return (x[len(x) // 2] + x[(len(x) - 1) // 2]) / 2


def steps(flags):
    """What each sample adds to the Jaccard loss, in this order."""
    left, union, before = sum(flags), sum(flags), mpf(0)
    for member in flags:
        left, union = left - member, union + (not member)
        yield 1 - mpf(left) / union - before
        before = 1 - mpf(left) / union


def lovasz(errors, flags):
    by_size = sorted(range(len(errors)), key=lambda n: -errors[n].value)
    Record.kink |= len({e.value for e in errors}) < len(errors)
    return total(greatest(0 * errors[n], errors[n]) * s for n, s in zip(by_size, steps([flags[n] for n in by_size])))


def over_classes(t, x):
    kinds = sorted({int(y) for y in t})
    return mean(lovasz([1 - row[c] if y == c else row[c] + 0 for y, row in zip(t, x)], [y == c for y in t]) for c in kinds)


def counted(t, x, alpha, beta):
    hits, false, lost = (total(f(a, b) for a, b in zip(t, x)) for f in (lambda a, b: a * b, lambda a, b: (1 - a) * b, lambda a, b: a * (1 - b)))
    return (alpha * false + beta * lost) / (hits + alpha * false + beta * lost)


def dice_by_class(t, x):
    columns = [(list(a), list(b)) for a, b in zip(zip(*t), zip(*x)) if any(a)]
    weigh = lambda a: 1 / mp.fsum(a) ** 2
    hits = total(weigh(a) * total(u * v for u, v in zip(a, b)) for a, b in columns)
    return 1 - 2 * hits / total(weigh(a) * (mp.fsum(a) + total(b)) for a, b in columns)


def over_samples():
    together = dict(whole=True, prec=900)
    errors = lambda t, x: [b - a for a, b in zip(t, x)]
    tell('rmse', several(near), lambda t, x, i, params: rms(errors(t, x)), **together)
    tell('minkowski', several(near), lambda t, x, i, params: norm(errors(t, x), params['p']), {'p': 50.0}, {'p': 1.1}, **together)
    log_error = lambda: (size(-6, 6), size(-6, 6))
    tell('rmsle', several(log_error), lambda t, x, i, params: rms([log(1 + b) - mp.log(1 + a) for a, b in zip(t, x)]), **together)
    tell('max_error', several(near), lambda t, x, i, params: greatest(*map(abs, errors(t, x))), **together, sloped=False)
    tell('median_ae', several(near), lambda t, x, i, params: middle(list(map(abs, errors(t, x)))), **together, sloped=False)
    marks = lambda: (flag(), chance())
    marked = lambda params: (lambda t, x: ([1.0] + t[1:], x))(*several(marks)(params))
    together['prec'] = 2400
    tell('dice', marked, lambda t, x, i, params: counted(t, x, mpf(.5), mpf(.5)), **together)
    tell('tversky', marked, lambda t, x, i, params: counted(t, x, params['alpha'], params['beta']), {'alpha': 0.25, 'beta': 0.75}, {'alpha': 1.0, 'beta': 3.0}, **together)
    tell('f_measure_loss', marked, lambda t, x, i, params: counted(t, x, 1 / (1 + params['beta'] ** 2), params['beta'] ** 2 / (1 + params['beta'] ** 2)), {'beta': 2.0}, **together)
    tell('generalized_dice', lambda params: ([one_hot(3) for _ in range(4)], [simplex(3) for _ in range(4)]), lambda t, x, i, params: dice_by_class(t, x), **together)
    tell('lovasz_hinge', several(lambda: (flag(), gauss(0, 2))), lambda t, x, i, params: lovasz(
        [1 - (2 * a - 1) * b for a, b in zip(t, x)], [a == 1 for a in t]), **together)
    forecast = lambda params: ([float(random.randrange(3)) for _ in range(4)], [simplex(3) for _ in range(4)])
    tell('lovasz_softmax', forecast, lambda t, x, i, params: over_classes(t, x), **together)
    tell('perplexity', forecast, lambda t, x, i, params: exp(mean(-log(row[int(y)]) for y, row in zip(t, x))), **together)


def aligned(params):
    k, steps_of = int(params['classes']), random.randint(3, 5)
    x = []
    for _ in range(steps_of):
        row = [gauss(0, 2) for _ in range(k)]
        x += [v - math.log(sum(map(math.exp, row))) for v in row]
    labels = [float(random.randint(1, k - 1)) for _ in range(random.randint(1, 2))]
    return labels, x, ('input_lengths', float(steps_of)), ('target_lengths', float(len(labels)))


def alignments(t, x, i, params):
    k = int(params['classes'])
    path = [0] + [c for v in t for c in (int(v), 0)]
    powers = [[exp(v) for v in x[n:n + k]] for n in range(0, len(x), k)]
    at = [powers[0][path[0]], powers[0][path[1]]] + [mpf(0)] * (len(path) - 2)
    for row in powers[1:]:
        before = at
        at = [total(v for v in (before[n], before[n - 1] if n else 0, before[n - 2] if n > 1 and path[n] and path[n] != path[n - 2] else 0)) * row[c]
              for n, c in enumerate(path)]
    return -log(at[-1] + at[-2])


def gains(t, x, i, params):
    """Documents of equal scores share the discounts of their places."""
    count = min(int(params.get('k', len(x))), len(x))
    discounts = [1 / mp.log(2 + n, params.get('log_base', 2)) if n < count else mpf(0) for n in range(len(x))]
    places, gained = order(x), mpf(0)
    for v in {value(u) for u in x}:
        alike = [n for n, j in enumerate(places) if value(x[j]) == v]
        gained += mp.fsum(t[places[n]] for n in alike) * mp.fsum(discounts[n] for n in alike) / len(alike)
    return gained


def graded(params):
    n = random.randint(2, 9)
    x = [pick((gauss(0, 1), float(random.randint(0, 2)))) for _ in range(n)]
    return [pick((float(random.randint(0, 4)), size(-3, 3))) for _ in x[1:]] + [1.0], x


def found_at(t, x, i, params):
    first = order(x)[:int(params['k'])]
    return mpf(sum(t[j] > 0 for j in first)) / len(first)


def tied(x, params):
    return x if params['ties'] == 'shared' else [-mpf(order(x).index(j)) for j in range(len(x))]


def lists():
    settings = [{'ties': 'order'}, {'ties': 'shared'}, {'ties': 'shared', 'k': 3.0}]
    tell('dcg', graded, lambda t, x, i, params: gains(t, tied(x, params), i, params), *settings, {'ties': 'order', 'log_base': 10.0}, sloped=False)
    tell('ndcg', graded, lambda t, x, i, params: gains(t, tied(x, params), i, params) / gains(t, tied(list(t), params), i, params), *settings,
         sloped=False)
    tell('precision_at_k', lambda params: (lambda t, x: ([v * flag() for v in t], x))(*graded(params)), found_at, {'k': 3.0}, {'k': 10.0}, sloped=False)


def magnified():
    """Points however much a change of their numbers is magnified: doubles are numbers, whose loss has digits."""
    every = dict(most=mp.inf)
    apart_ones = lambda params: (lambda t, x: (t[:-1] + [[1.0]], x))(*embedded(params))
    tell('ntxent', apart_ones, contrasted, {'temperature': 0.05}, {'temperature': 0.5}, prec=900, whole=True, **every)
    tell('circle', embedded, circle, {'gamma': 256.0, 'margin': 0.25}, {'gamma': 2.0, 'margin': 0.4}, whole=True, **every)
    tell('minkowski', several(near), lambda t, x, i, params: norm([b - a for a, b in zip(t, x)], params['p']), {'p': 3.5}, {'p': 77.0},
         whole=True, prec=900, **every)
    tell('triplet_margin', anchored, triplet, {'margin': 1.0, 'p': 125.0}, {'margin': 0.3, 'p': 7.0, 'swap': True}, **every)
    tell('aft', times, time, *({'distribution': law, 'sigma': 0.7} for law in ('normal', 'logistic', 'extreme')), prec=1500, **every)
    smoothed = {'label_smoothing': 0.3}
    tell('bce', lambda params: (flag(), chance()), lambda t, p, i, params: -x_log_y(smooth(t, params), p) - x_log_y(1 - smooth(t, params), 1 - p),
         smoothed, **every)
    tell('bce', lambda params: (flag(), pick((score(), smooth_score(params)))), lambda t, x, i, params: smooth(t, params) * softplus(-x)
         + (1 - smooth(t, params)) * softplus(x), {**smoothed, 'from_logits': True}, **every)
    fades = [{'gamma_positive': 2.5, 'gamma_negative': 3.0, 'margin': 0.1}, {'gamma_positive': 1.5, 'gamma_negative': 1.5, 'margin': 0.0}]
    tell('asymmetric', lambda params: (flag(), chance()), lambda t, p, i, params: asymmetric(t, p, 1 - p, params), *fades, **every)
    tell('asymmetric', lambda params: (flag(), score()), lambda t, x, i, params: asymmetric(t, sigmoid(x), sigmoid(-x), params),
         *({**p, 'from_logits': True} for p in fades), **every)
    tell('tweedie_nll', lambda params: (pick((size(-3, 3), 1.0)), pick((uniform(-3, 3), uniform(-800, 800)))),
         lambda t, x, i, params: tweedie(t, None, x, params['power']), *({'power': q, 'log_input': True} for q in (1.3, 3.0)), **every)
    tell('pseudo_huber', lambda params: pair(), lambda t, x, i, params: params['delta'] ** 2 * (sqrt(1 + ((x - t) / params['delta']) ** 2) - 1),
         {'delta': 0.3}, **every)
    tell('categorical_focal', mixed(scores), missing(lambda a, r, cost, params: a * r ** params['gamma'] * cost),
         {'gamma': 2.7, 'from_logits': True}, prec=3200, **every)


def smooth_score(params):
    """One next to that where the slope is 0, of a truth of 0."""
    return math.log(params['label_smoothing'] / (2 - params['label_smoothing'])) * (1 + sign() * size(-11, -3))


if __name__ == '__main__':
    for part in (regression, probabilities, counts, survival, classes, divergences, embeddings, rankings, detection, over_samples):
        part()
    tell('ctc', aligned, alignments, {'classes': 3.0}, prec=600, sloped=False)
    lists()
    magnified()
