"""Makes points-b.csv.gz, as points_a.py makes points-a.csv.gz: margins, classes, divergences and rankings.

    python3 src/test/python/points_b.py | gzip -9n > src/test/resources/lossctl/catalog/points-b.csv.gz
"""
import random
from mpmath import exp, log, mp, mpf, sqrt
import points_a
from points_a import heading, pointwise, row, rowwise, settings, sized

points_a.COUNT = 40
K = 4


class Truth(str):
    """A row of truths that prints as its text."""
    def __new__(cls, values):
        self = str.__new__(cls, row(values))
        self.values = values
        return self


def scores(i):
    """Raw scores: ordinary ones, wide ones, one far above the others."""
    x = [sized(-3, 1) for _ in range(K)]
    if i % 3 == 1:
        x = [sized(0, 2.2) for _ in range(K)]
    if i % 3 == 2:
        x[random.randrange(K)] += random.uniform(10, 300)
    return x


def labelled(i):
    return random.randrange(K), scores(i)


def flagged(i):
    return Truth([float(random.randrange(2)) for _ in range(K)]), scores(i)


def forecast(i):
    """Probabilities that sum to 1, up to rounding; some of them tiny."""
    w = [random.expovariate(1) for _ in range(K)]
    if i % 3 == 1:
        w[0] = sized(-300, -5, signed=False)
    return [v / sum(w) for v in w]


def told(i):
    return random.randrange(K), forecast(i)


def one_hot(i):
    t = [0.0] * K
    t[random.randrange(K)] = 1.0
    return Truth(t), forecast(i)


def alike(i):
    """A row and another one that is near to it, or not."""
    t = forecast(i // 3 * 3)
    if i % 3 == 0:
        return Truth(t), forecast(0)
    p = [v * (1 + sized(-9, -1)) for v in t]
    return Truth(t), [v / sum(p) for v in p]


def one_hot_scores(i):
    return one_hot(i)[0], scores(i)


def signed(low, high):
    return lambda i: (random.choice((-1.0, 1.0)), sized(low, high))


def softplus(x):
    return log(1 + exp(x))


def cross(x, y):
    return log(sum(exp(v) for v in x)) - x[y]


def softmax(x):
    powers = [exp(v) for v in x]
    total = sum(powers)
    return [v / total for v in powers]


def margins():
    def of(name, f, **params):
        pointwise(name, signed(-3, 1.5), lambda t, x: f(t * x), **params)
    of('exponential', lambda a: exp(-a))
    of('sigmoid', lambda a: 1 - mp.tanh(a))
    of('soft_margin', lambda a: softplus(-a))
    for q in settings(1.0, 2.5):
        of('dwd', lambda a: 1 - a if a <= q / (q + 1) else mpf(q) ** q / mpf(q + 1) ** (q + 1) / a ** q, q=q)


def classes():
    rowwise('gce', told, lambda y, p: (1 - sqrt(p[y])) * 2)
    for gamma in settings(2.0, 0.5):
        rowwise('categorical_focal', one_hot, lambda t, p: -sum(
            u * (1 - v) ** mpf(gamma) * log(v) for u, v in zip(t.values, p) if u), gamma=gamma)
        rowwise('categorical_focal', one_hot_scores, lambda t, x: -sum(
            u * (1 - v) ** mpf(gamma) * log(v) for u, v in zip(t.values, softmax(x)) if u), power=2, gamma=gamma, from_logits=True)
    rowwise('poly1_ce', one_hot, lambda t, p: sum(u * (-log(v) + 2 * (1 - v)) for u, v in zip(t.values, p) if u))
    rowwise('poly1_ce', one_hot_scores, lambda t, x: sum(
        u * (-log(v) + 2 * (1 - v)) for u, v in zip(t.values, softmax(x)) if u), from_logits=True)
    rowwise('symmetric_cce', one_hot_scores, lambda t, x: sum(
        u * (-log(v) / 4 + 4 * (1 - v)) for u, v in zip(t.values, softmax(x)) if u), from_logits=True, alpha=0.25)
    rowwise('logit_adjusted', labelled, lambda y, x: cross(
        [v + log(n) for v, n in zip(x, (1, 10, 100, 1000))], y), priors=[1.0, 10.0, 100.0, 1000.0])
    rowwise('multilabel_soft_margin', flagged, lambda t, x: sum(
        softplus(-v if u else v) for u, v in zip(t.values, x)) / K)
    rowwise('coral', labelled, lambda y, x: sum(softplus(-v if y > j else v) for j, v in enumerate(x)))
    rowwise('corn', labelled, lambda y, x: sum(softplus(-v if y > j else v) for j, v in enumerate(x) if j <= y))


def divergences():
    def of(name, f, **params):
        rowwise(name, alike, lambda t, p: sum(f(mpf(u), v) for u, v in zip(t.values, p)), **params)
    of('generalized_kl', lambda t, p: t * log(t / p) + p - t)
    of('jsd', lambda t, p: (t * log(2 * t / (t + p)) + p * log(2 * p / (t + p))) / 2)
    of('chi_squared', lambda t, p: (t - p) ** 2 / p)
    rowwise('hellinger', alike, lambda t, p: sqrt(sum((sqrt(u) - sqrt(v)) ** 2 for u, v in zip(map(mpf, t.values), p)) / 2))
    for a in settings(0.5, 2.0, 3.0):
        of('alpha_divergence', lambda t, p: (t ** mpf(a) * p ** (1 - mpf(a)) - a * t - (1 - a) * p) / (a * (a - 1)), alpha=a)
    pointwise('itakura_saito', lambda i: (sized(-2, 2, False), sized(-2, 2, False)), lambda t, p: t / p - log(t / p) - 1)
    for b in settings(0.5, 3.0):
        pointwise('beta_divergence', lambda i: (sized(-2, 2, False), sized(-2, 2, False)), lambda t, p: (
            t ** mpf(b) + (b - 1) * p ** mpf(b) - b * t * p ** (mpf(b) - 1)) / (b * (b - 1)), beta=b)


def rankings():
    def graded(i):
        return Truth(random.sample([0.0, 1.0, 2.0, 3.0], K)), scores(i)

    def likelihood(t, x):
        order = sorted(range(K), key=lambda j: -t.values[j])
        return sum(log(sum(exp(x[j]) for j in order[i:])) - x[order[i]] for i in range(K))
    rowwise('list_mle', graded, likelihood, mixed=True)
    rowwise('rank_net', graded, lambda t, x: sum(
        softplus(x[j] - x[i]) for i in range(K) for j in range(K) if t.values[i] > t.values[j]), mixed=True)
    rowwise('ranking_softmax', graded, lambda t, x: sum(u * cross(x, j) for j, u in enumerate(t.values)), mixed=True)


if __name__ == '__main__':
    mp.dps = 160
    heading()
    margins()
    classes()
    divergences()
    rankings()
