"""Makes values.csv.gz: losses at 100 points each, extreme ones among them, with 50 digits of their value.

The formulas are the textbook ones in a precision that survives e^-800 (mpmath). Losses of the residual are told for the
residual as a double has it. Run from the root of the project:
    python3 src/test/python/values.py | gzip -9n > src/test/resources/lossctl/catalog/values.csv.gz
"""
import random
from mpmath import mp, mpf, cosh, exp, log, loggamma, nstr, sqrt

mp.prec = 3200
COUNT = 100
uniform = random.uniform


def size(low, high):
    return 10 ** uniform(low, high)


def sign():
    return random.choice((-1, 1))


def residual():
    t = random.choice((0.0, sign() * size(-3, 3)))
    return t, t + sign() * size(-12, 6)


def positive(low, high):
    t = size(low, high)
    return t, random.choice((t * (1 + sign() * size(-10, -0.5)), size(low, high), t * size(-1, 1)))


def probability():
    return random.choice((random.random(), size(-12, 0), 1 - size(-12, 0), size(-300, 0)))


def hard(prediction):
    return lambda: (random.randint(0, 1), prediction())


def soft(prediction):
    return lambda: (random.random(), prediction())


def margin():
    return sign(), sign() * size(-6, 2.9)


def logit():
    return sign() * size(-6, 2.9)


def simplex(k):
    parts = [-log(random.random()) for _ in range(k)]
    return [float(part / sum(parts)) for part in parts]


def rows():
    k = random.randint(2, 6)
    t = simplex(k)
    return t, random.choice((simplex(k), [x * (1 + sign() * size(-9, -1)) for x in t]))


def logits():
    k = random.randint(2, 6)
    return simplex(k), [random.gauss(0, 1) * size(-1, 2.6) for _ in range(k)]


def labelled(source):
    def point():
        _, p = source()
        return random.randrange(len(p)), p
    return point


def vectors():
    k = random.randint(2, 6)
    return [random.gauss(0, 1) for _ in range(k)], [random.gauss(0, 1) * size(-3, 3) for _ in range(k)]


def text(x):
    return ' '.join(repr(float(each)) for each in x) if isinstance(x, list) else repr(float(x))


def exact(x):
    return [mpf(float(each)) for each in x] if isinstance(x, list) else mpf(float(x))


def tell(name, params, point, f):
    random.seed(name + params)
    for _ in range(COUNT):
        t, p = point()
        value = f(exact(t), exact(p))
        print(','.join((name, params, text(t), text(p), nstr(value, 50))))


def tell_residual(name, params, f):
    tell(name, params, residual, lambda t, p: f(mpf(float(p) - float(t))))


def x_log_y(x, y):
    return x * log(y) if x else mpf(0)


def entropy(t, p):
    return -x_log_y(t, p) - x_log_y(1 - t, 1 - p)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def log_sum_exp(x):
    return log(sum(map(exp, x)))


def deviance(q, t, p):
    if q == 1:
        return 2 * (x_log_y(t, t / p) - t + p)
    if q == 2:
        return 2 * (log(p / t) + t / p - 1)
    return 2 * (t ** (2 - q) / ((1 - q) * (2 - q)) - t * p ** (1 - q) / (1 - q) + p ** (2 - q) / (2 - q))


def focal(t, p, gamma=2):
    return (t * (1 - p) + (1 - t) * p) ** gamma * entropy(t, p)


def pointwise():
    fifth, tenth = mpf(0.3), mpf(0.1)
    tell_residual('mse', '', lambda e: e ** 2)
    tell_residual('mae', '', abs)
    tell_residual('half_mse', '', lambda e: e ** 2 / 2)
    tell_residual('huber', '', lambda e: e ** 2 / 2 if abs(e) <= 1 else abs(e) - mpf(1) / 2)
    tell_residual('huber', 'delta=0.3', lambda e: e ** 2 / 2 if abs(e) <= fifth else fifth * (abs(e) - fifth / 2))
    tell_residual('smooth_l1', 'beta=0.3', lambda e: e ** 2 / 2 / fifth if abs(e) < fifth else abs(e) - fifth / 2)
    tell_residual('log_cosh', '', lambda e: log(cosh(e)))
    tell_residual('quantile', 'tau=0.1', lambda e: (1 - tenth) * e if e > 0 else -tenth * e)
    tell('mape', '', lambda: positive(-6, 6), lambda t, p: 100 * abs(p - t) / t)
    tell('msle', '', lambda: positive(-6, 6), lambda t, p: (log(1 + p) - log(1 + t)) ** 2)
    tell('hinge', '', margin, lambda t, p: max(mpf(0), 1 - t * p))
    tell('squared_hinge', '', margin, lambda t, p: max(mpf(0), 1 - t * p) ** 2)
    tell('soft_margin', '', margin, lambda t, p: softplus(-t * p))
    tell('bce', '', hard(probability), entropy)
    tell('bce', 'label_smoothing=0', soft(probability), entropy)
    tell('bce', 'from_logits=true', hard(logit), lambda t, x: t * softplus(-x) + (1 - t) * softplus(x))
    tell('bce', 'from_logits=true;pos_weight=3', soft(logit),
         lambda t, x: 3 * t * softplus(-x) + (1 - t) * softplus(x))
    tell('binary_focal', '', hard(lambda: random.choice((random.random(), size(-12, 0)))), focal)
    tell('binary_focal', 'from_logits=true', hard(lambda: sign() * size(-6, 2)), lambda t, x: focal(t, sigmoid(x)))
    tell('binary_focal', 'from_logits=true;gamma=0.5', hard(lambda: sign() * size(-6, 2)),
         lambda t, x: focal(t, sigmoid(x), mpf(1) / 2))


def counts():
    tell('poisson', '', lambda: positive(-3, 3), lambda t, p: p - x_log_y(t, p))
    tell('poisson', 'log_input=true', lambda: (size(-3, 3), sign() * size(-6, 1.5)), lambda t, x: exp(x) - t * x)
    tell('poisson_nll', '', lambda: positive(-3, 5), lambda t, p: p - x_log_y(t, p) + loggamma(t + 1))
    tell('poisson_nll', 'log_input=true', lambda: (random.randint(0, 40), uniform(-3, 4)),
         lambda t, x: exp(x) - t * x + loggamma(t + 1))
    tell('poisson_deviance', '', lambda: positive(-3, 6), lambda t, p: deviance(1, t, p))
    tell('gamma_deviance', '', lambda: positive(-3, 6), lambda t, p: deviance(2, t, p))
    for q in (-1, 1.1, 1.5, 1.9, 2.5, 3):
        tell('tweedie_deviance', 'power=%s' % q, lambda: positive(-3, 6), lambda t, p: deviance(mpf(q), t, p))


def classes():
    tell('brier', '', rows, lambda t, p: sum((a - b) ** 2 for a, b in zip(t, p)))
    tell('kld', '', rows, lambda t, p: sum(a * log(a / b) for a, b in zip(t, p)))
    tell('cce', '', rows, lambda t, p: -sum(a * log(b) for a, b in zip(t, p)))
    tell('cce', 'from_logits=true', logits, lambda t, x: sum(a * (log_sum_exp(x) - b) for a, b in zip(t, x)))
    tell('sparse_cce', '', labelled(rows), lambda t, p: -log(p[int(t)]))
    tell('sparse_cce', 'label_smoothing=0.125', labelled(rows),
         lambda t, p: -log(p[int(t)]) * 7 / 8 - sum(map(log, p)) / len(p) / 8)
    tell('sparse_cce', 'from_logits=true', labelled(logits), lambda t, x: log_sum_exp(x) - x[int(t)])
    tell('cosine', '', vectors, lambda t, p: -sum(a * b for a, b in zip(t, p))
         / sqrt(sum(a * a for a in t)) / sqrt(sum(b * b for b in p)))


pointwise()
counts()
classes()
