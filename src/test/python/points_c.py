"""Makes points-c.csv.gz, as points_a.py makes points-a.csv.gz: losses of a row or of several vectors, with the diagonal of
their Hessian, and the asymmetric loss.

    python3 src/test/python/points_c.py | gzip -9n > src/test/resources/lossctl/catalog/points-c.csv.gz
"""
import itertools
import random
from mpmath import exp, log, mp, mpf, sqrt
import points_a
from points_a import clean, condition, digits, heading, line, pointwise, row, settings, sized, text, words
from points_b import K, Truth, alike, cross, scores, softmax, softplus

points_a.COUNT = 24


def partial(f, x, *places):
    return clean(mp.diff(lambda *v: f(v), tuple(x), tuple(places.count(j) for j in range(len(x)))))


def bent(name, point, f, inputs=(), count=None, lengths=False, **params):
    """Prints points of a loss f(truth, row, inputs...) with the second derivatives by the row.

    point(i) makes (truth, row, inputs...). All slopes and second derivatives are sums of terms as great as the greatest.
    Truths and inputs count for the conditions, unless they are lengths: then it is sums as great as the loss.
    """
    random.seed(name + words(params))
    for i in range((count or points_a.COUNT) // points_a.SPLIT):
        t, given, *rest = point(i)
        k = len(given)
        groups = [given, *([] if lengths else rest), *([t.values] if isinstance(t, Truth) and not lengths else [])]
        ends = list(itertools.accumulate(map(len, groups)))
        x = [mpf(v) for group in groups for v in group]

        def of(v):
            parts = [v[a:b] for a, b in zip([0, *ends], ends)]
            truth = parts.pop() if isinstance(t, Truth) and not lengths else t
            return f(truth, *parts, *(rest if lengths else ()))

        def moves(y, *places):
            return [y * loss] if lengths else [v * partial(of, x, *places, j) for j, v in enumerate(x)]
        loss = clean(of(x))
        slopes = [partial(of, x, j) for j in range(k)]
        bends = [partial(of, x, j, j) for j in range(k)]
        steep = [condition(s, *moves(s, j), *slopes) for j, s in enumerate(slopes)]
        curved = [condition(b, *moves(b, j, j), *bends) for j, b in enumerate(bends)]
        line(name, words(params), text(t), row(given), '|'.join(k + '=' + row(v) for k, v in zip(inputs, rest)),
             digits(loss), ' '.join(map(digits, slopes)), ' '.join(map(digits, bends)),
             condition(loss, *moves(loss)), ' '.join(steep), ' '.join(curved))


def flags():
    def asymmetric(t, p, q, g, h, c):
        m = max(0, p - c)
        return -t * q ** mpf(g) * log(p) - (1 - t) * m ** mpf(h) * log(1 - m)
    truths = (0.0, 1.0, 0.25)
    for g, h, c in settings((1.0, 4.0, 0.05), (0.0, 1.0, 0.0), (2.0, 2.5, 0.0), (0.5, 1.0, 0.2)):
        def inside(i):
            near = sized(-12, -1, False)
            return random.choice(truths), (random.random(), near, 1 - near, c + near)[i % 4]

        def score(i):
            x = sized(-3, 2.4)
            # near the margin a probability is a difference that has lost its digits
            return random.choice(truths), x if c == 0 or abs(1 / (1 + exp(-x)) - c) > 0.01 else x + 1
        given = {'gamma_positive': g, 'gamma_negative': h, 'margin': c}
        pointwise('asymmetric', inside, lambda t, p: asymmetric(t, p, 1 - p, g, h, mpf(c)), **given)
        pointwise('asymmetric', score, lambda t, x: asymmetric(t, 1 / (1 + exp(-x)), 1 / (1 + exp(x)), g, h, mpf(c)),
                  from_logits=True, **given)


def rankings():
    def graded(i):
        return Truth(random.sample([0.0, 1.0, 2.0, 3.0], K)), scores(i)

    def likelihood(t, x):
        order = sorted(range(K), key=lambda j: -t[j])
        return sum(log(sum(exp(x[j]) for j in order[i:])) - x[order[i]] for i in range(K))

    def gain(t, x, temperature):
        places = [1 + sum(1 / (1 + exp((v - w) / temperature)) for j, w in enumerate(x) if j != i) for i, v in enumerate(x)]
        best = sum((2 ** mpf(u) - 1) / log(2 + i, 2) for i, u in enumerate(sorted(t, reverse=True)))
        return 1 - sum((2 ** mpf(u) - 1) / log(1 + r, 2) for u, r in zip(t, places)) / best
    bent('list_mle', graded, likelihood)
    bent('rank_net', graded, lambda t, x: sum(
        softplus(x[j] - x[i]) for i in range(K) for j in range(K) if t[i] > t[j]))
    bent('ranking_softmax', graded, lambda t, x: sum(u * cross(x, j) for j, u in enumerate(t)))
    for temperature in settings(0.1, 2.0):
        bent('approx_ndcg', lambda i: (graded(0)[0], [sized(-2, 1) * temperature for _ in range(K)]),
             lambda t, x: gain(t, x, temperature), temperature=temperature)


def divergences():
    def roots(t, p):
        return sum(sqrt(mpf(u) * v) for u, v in zip(t, p))

    def renyi(t, p, a):
        return log(sum(mpf(u) ** a * v ** (1 - a) for u, v in zip(t, p))) / (a - 1)
    bent('bhattacharyya', alike, lambda t, p: -log(roots(t, p)))
    bent('hellinger', alike, lambda t, p: sqrt(sum((sqrt(mpf(u)) - sqrt(v)) ** 2 for u, v in zip(t, p)) / 2))
    for a in settings(2.0, 0.5, 30.0):
        bent('renyi', alike, lambda t, p: renyi(t, p, mpf(a)), alpha=a)


def vector(i, k=3):
    """Of any size; every third time one entry is far greater than the others."""
    x = [sized(-2, 2) for _ in range(k)]
    if i % 3 == 2:
        x[random.randrange(k)] *= 1e4
    return x


def beside(x, i):
    """A vector in another direction, or almost in the same."""
    return vector(i) if i % 2 else [v * (1 + sized(-6, -2)) for v in x]


def embeddings():
    def cosine(t, p):
        return sum(u * v for u, v in zip(t, p)) / sqrt(sum(u * u for u in t) * sum(v * v for v in p))

    def pair(i):
        x = vector(i)
        return Truth(beside(x, i)), x
    bent('cosine', pair, lambda t, p: -cosine(t, p))
    bent('cosine_distance', pair, lambda t, p: 1 - cosine(t, p))

    def embedding(i):
        x = vector(i)
        return random.choice((-1.0, 1.0)), x, beside(x, i)
    for margin in settings(0.0, -0.5):
        bent('cosine_embedding', embedding, lambda t, p, w: 1 - cosine(w, p) if t > 0 else max(0, cosine(w, p) - mpf(margin)),
             ['input2'], margin=margin)


def forecasts():
    def energy(t, x, fair):
        members = list(zip(x[::2], x[1::2]))
        m = len(members)
        return (sum(mp.hypot(a - t[0], b - t[1]) for a, b in members) / m
                - sum(mp.hypot(a - c, b - d) for (a, b), (c, d) in itertools.combinations(members, 2)) / (m * (m - fair)))
    for fair in settings(False, True):
        bent('energy_score', lambda i: (Truth([sized(-2, 2) for _ in range(2)]), [sized(-2, 2) for _ in range(4 + 2 * (i % 2))]),
             lambda t, x: energy(t, x, fair), fair=fair)


def boxes():
    def box():
        x, y = random.uniform(-4, 4), random.uniform(-4, 4)
        return [x, y, x + sized(-1, 0.7, False), y + sized(-1, 0.7, False)]

    def area(b):
        return (b[2] - b[0]) * (b[3] - b[1])

    def measures(t, p):
        common = max(0, min(t[2], p[2]) - max(t[0], p[0])) * max(0, min(t[3], p[3]) - max(t[1], p[1]))
        union = area(t) + area(p) - common
        wide, high = max(t[2], p[2]) - min(t[0], p[0]), max(t[3], p[3]) - min(t[1], p[1])
        apart = 1 - common / union
        far = ((p[0] + p[2] - t[0] - t[2]) ** 2 + (p[1] + p[3] - t[1] - t[3]) ** 2) / 4 / (wide ** 2 + high ** 2)
        turn = (2 / mp.pi * (mp.atan((t[2] - t[0]) / (t[3] - t[1])) - mp.atan((p[2] - p[0]) / (p[3] - p[1])))) ** 2
        return {'iou': apart, 'giou': apart + 1 - union / (wide * high), 'diou': apart + far,
                'ciou': apart + far + turn ** 2 / (apart + turn)}
    for name in ('iou', 'giou', 'diou', 'ciou'):
        bent(name, lambda i: (Truth(box()), box()), lambda t, p: measures(t, p)[name])


def sequences():
    def likelihood(t, logs, blank, classes):
        """The sum over all alignments, one by one."""
        steps = len(logs) // classes
        total = mpf(0)
        for path in itertools.product(range(classes), repeat=steps):
            read = [c for c, _ in itertools.groupby(path) if c != blank]
            if read == t.values:
                total += exp(sum(logs[s * classes + c] for s, c in enumerate(path)))
        return -log(total)

    def tallied(i):
        labels = [random.randrange(1, 3) for _ in range(1 + i % 2)]
        steps = 3 + i % 2
        x = [sized(-1, 0.5 + i % 3 / 2) for _ in range(3 * steps)]
        return Truth(labels), x, [steps], [len(labels)]

    def of(t, x, *lengths):
        return likelihood(t, x, 0, 3)

    def normal(t, x, *lengths):
        return likelihood(t, [log(v) for s in range(0, len(x), 3) for v in softmax(x[s:s + 3])], 0, 3)
    bent('ctc', tallied, of, ['input_lengths', 'target_lengths'], count=9, lengths=True, classes=3)
    bent('ctc', tallied, normal, ['input_lengths', 'target_lengths'], count=9, lengths=True, classes=3, from_logits=True)


if __name__ == '__main__':
    heading()
    mp.dps = 150
    flags()
    mp.dps = 90
    rankings()
    divergences()
    embeddings()
    forecasts()
    boxes()
    sequences()
