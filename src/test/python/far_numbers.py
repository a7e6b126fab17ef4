"""Makes far-numbers.csv.gz: losses of numbers where these are at the far ends of doubles.

Truths and predictions from the least double to the greatest, also further apart than any double, at parameters small and
large. 50 digits of the value and 25 of each slope (see tape.py) and second derivative, the latter from differences of slopes
so near to each other that they have all of these digits. What is past the range of doubles is 1e400, what is below it
1e-400. Where a relative change of an argument would be magnified more than sixfold, or more than twice and the residual of a
double is not the true one, ~ stands before the number: there it only tells whether the result is finite. A slope at a kink is nan. Run from the root of the project:
    python3 src/test/python/far_numbers.py | gzip -9n > src/test/resources/lossctl/catalog/far-numbers.csv.gz
"""
import math
import random
from mpmath import mp, mpf, nstr
from tape import Record, atan, cos, exp, greatest, known, log, normal, sqrt, value
from wide import (COUNT, MOST, barron, deviance, evaluate, flat, mean, pick, refill, short, sigmoid, sign, size, smooth,
                  softplus, text, time, tweedie, x_log_y)

MAX = 1.7976931348623157e308
ENDS = [0.0, 5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1.5e-154, 1e-20, 1e-3, 0.3, 0.5, 1 - 2 ** -53, 1.0, 2.0,
        1e9, 2.0 ** 53, 1e16, 1e150, 1.3e154, 2e154, 1e200, 1e300, 8.9e307, 1e308, 1.7e308, MAX]
HUGE = [8.9e307, 1e308, 1.5e308, 1.7e308, MAX]
CHANCES = [0.0, 5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1.5e-154, 1e-20, 2 ** -53, 1e-3, 0.3, 0.5,
           1 - 2 ** -20, 1 - 2 ** -53, 1.0]
PRECISION = 5200
FAR = 1100


def end(least=-1.0):
    """One of the ends, or a neighbour of it."""
    x = pick(ENDS)
    x = pick((x, x, math.nextafter(x, 0.0), min(MAX, math.nextafter(x, math.inf)), x * random.random()))
    return x if x > least else end(least)


def number():
    return sign() * pick((end(), end(), end(), random.gauss(0, 1)))


def beside(x):
    """A number that is equal to x, nearly, its opposite, or of another size."""
    return pick((number, number, number, lambda: x, lambda: -x, lambda: math.nextafter(x, 0.0), lambda: x * (1 - size(-12, -1))))()


def pair(params=None):
    if random.random() < 0.3:
        s = sign()
        return s * pick(HUGE), -s * pick(HUGE + [1e292, 2e307])
    t = number()
    return t, beside(t)


def positive(params=None, least=0.0):
    t = pick((lambda: end(least), lambda: size(-3, 3)))()
    p = abs(beside(t))
    return (t, p) if p > 0 else positive(params, least)


def counted(params=None):
    return positive(params, -1.0)


def chance():
    x = pick((pick(CHANCES), random.random(), size(-320, 0)))
    return max(0.0, pick((x, x, math.nextafter(x, 0.0), 1 - x)))


def told(y, exactly, digits):
    if mp.isnan(y) or mp.isinf(y) and not exactly:
        return 'nan'
    mark = '' if exactly else '~'
    if mp.isinf(y) or abs(y) > mp.ldexp(1, FAR):
        return mark + ('-1e400' if y < 0 else '1e400')
    if y and abs(y) < mp.ldexp(1, -FAR):
        return mark + ('-1e-400' if y < 0 else '1e-400')
    if not exactly and 1e307 < abs(y) < 1e309:
        return 'nan'
    return mark + nstr(y, digits)


def derivatives(f, params, given, order):
    """The value, the slopes, and the second derivatives by each prediction; None where there is a kink."""
    t, x, *inputs = given
    y, by, kink = evaluate(f, params, given)
    if any(name == 'weight' for name, _ in inputs):
        by = by[:len(flat([x]))]
    by = [] if order is None else [mp.nan if kink else s for s in by]
    second = []
    for i, v in enumerate(flat([x]) if order else ()):
        h = mp.ldexp(abs(mpf(v)) or 1, -(mp.prec // 2))
        there = []
        for h_by in (-h, h):
            moved = iter([mpf(u) + h_by if j == i else u for j, u in enumerate(flat([x]))])
            _, slopes_there, kink_there = evaluate(f, params, [t, refill(x, moved)] + inputs)
            kink |= kink_there
            there.append(slopes_there[i])
        low, high = by[i] - there[0], there[1] - by[i]
        jumps = kink or abs(high - low) > mp.mpf(10) ** -20 * max(abs(low), abs(high))
        second.append(mp.nan if jumps else (there[1] - there[0]) / (2 * h))
    return [y] + by + second, len(by)


def alike(a, b):
    return mp.isnan(a) or abs(a - b) <= abs(a) * mpf(10) ** -9


def line(name, params, exact, given, f, order, rounded, loose, whole):
    t, x, *inputs = given
    all_values = flat([t, x] + [v for _, v in inputs])
    results, slopes_told = derivatives(f, exact, given, order)
    y = results[0]
    if not isinstance(y, mpf) or mp.isnan(y):
        return False
    changes = [mpf(0)] * len(results)
    h = mp.ldexp(1, -160)
    for i, v in enumerate(all_values):
        if v == 0 or math.isinf(v) or i < len(flat([t])) and name in SIGNED and v in (1, -1):
            continue
        moved = iter([mpf(u) * (1 + h) if j == i else u for j, u in enumerate(all_values)])
        there, _ = derivatives(f, exact, [refill(t, moved), refill(x, moved)] + [(k, refill(u, moved)) for k, u in inputs], order)
        for j, (a, b) in enumerate(zip(results, there)):
            if mp.isnan(a) or mp.isnan(b):
                changes[j] = mp.inf
            elif a and mp.isfinite(a) and mp.isfinite(b):
                changes[j] += abs(b - a) / abs(a) / h
    if rounded and mpf(x) - mpf(t) != mpf(x - t):
        # what a double makes of the residual is on the other side of a jump, or counts as much as the last digits of both
        there, _ = derivatives(f, exact, (0.0, x - t if math.isfinite(x - t) else x), order)
        changes = [3 * c if math.isinf(x - t) or alike(a, b) else mp.inf for a, b, c in zip(results, there, changes)]
    changes = [mp.inf if loose and j >= loose - 1 else c for j, c in enumerate(changes)]
    if told(y, changes[0] <= MOST, 50) == 'nan':
        return False
    numbers = [told(s, c <= MOST, 25) for s, c in zip(results[1:], changes[1:])]
    column = lambda v: text([[u] for u in v] if whole else v)
    print(','.join((name, short(params), column(t), column(x), '|'.join(k + '=' + text(v) for k, v in inputs),
                    told(y, changes[0] <= MOST, 50), ' '.join(numbers[:slopes_told]), ' '.join(numbers[slopes_told:]))))
    return True


SIGNED = ('dwd', 'exponential', 'hinge', 'hinge_embedding', 'l2_margin', 'modified_huber', 'perceptron', 'sigmoid', 'smoothed_hinge',
          'soft_margin', 'sparsemax', 'squared_hinge')


def tell(name, point, f, *settings, order=1, prec=PRECISION, rounded=False, loose=0, whole=False):
    """COUNT points of each of the settings; order 0 is without second derivatives, None without slopes.

    Where the loss takes the residual of doubles, this is rounded; loose is the place from which on results are only to be finite.
    The samples of a whole stand below each other.
    """
    for params in settings or ({},):
        random.seed('far ' + name + short(params))
        mp.prec = prec
        exact = {k: v if isinstance(v, (str, bool)) else [mpf(u) for u in v] if isinstance(v, list) else mpf(v)
                 for k, v in params.items()}
        count = 0
        for _ in range(30 * COUNT):
            if count == COUNT:
                break
            try:
                count += line(name, params, exact, point(params), f, order, rounded, loose, whole)
            except (ZeroDivisionError, OverflowError):
                pass
        assert count == COUNT, name + short(params) + ' has too few points'


def of_residual(name, f, *settings, **how):
    tell(name, how.pop('point', pair), lambda t, x, i, params: f(x - t, params), *settings, rounded=True, **how)


def few_turns(params):
    turns = min(50, MAX / params['c'])
    t, x = (random.uniform(-turns, turns) * params['c'] for _ in range(2))
    return pick((0.0, t)), x


def scales(name, *of):
    return [{name: v} for v in of]


def height(r):
    return sqrt(1 + r * r)


def log_cosh(e):
    return abs(e) + log(1 + exp(-2 * abs(e))) - mp.log(2)


sin = known(mp.sin, lambda x, y: mp.cos(x))


def residuals():
    of_residual('mae', lambda e, params: abs(e))
    of_residual('mse', lambda e, params: e * e)
    of_residual('half_mse', lambda e, params: e * e / 2)
    of_residual('mean_error', lambda e, params: e + 0, order=None)
    of_residual('log_cosh', lambda e, params: log_cosh(e))
    of_residual('logit_dist', lambda e, params: 2 * log_cosh(e / 2))
    of_residual('huber', lambda e, params: e * e / 2 if abs(e) <= params['delta'] else params['delta'] * (abs(e) - params['delta'] / 2),
                *scales('delta', 1.0, 5e-324, 1e-300, 1e-5, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('smooth_l1', lambda e, params: e * e / (2 * params['beta']) if abs(e) < params['beta'] else abs(e) - params['beta'] / 2,
                *scales('beta', 1.0, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('pseudo_huber', lambda e, params: params['delta'] ** 2 * (height(e / params['delta']) - 1),
                *scales('delta', 1.0, 5e-324, 1e-300, 1e-5, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('cauchy', lambda e, params: params['c'] ** 2 / 2 * log(1 + (e / params['c']) ** 2),
                *scales('c', 1.0, 5e-324, 1e-300, 1e-5, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('fair', lambda e, params: params['c'] ** 2 * (abs(e) / params['c'] - log(1 + abs(e) / params['c'])),
                *scales('c', 1.0, 5e-324, 1e-300, 1e-5, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('welsch', lambda e, params: params['c'] ** 2 / 2 * (1 - exp(-(e / params['c']) ** 2)),
                *scales('c', 1.0, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('geman_mcclure', lambda e, params: e * e / 2 / (1 + (e / params['c']) ** 2),
                *scales('c', 1.0, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('arctan', lambda e, params: params['c'] ** 2 / 2 * atan((e / params['c']) ** 2),
                *scales('c', 1.0, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('tukey', lambda e, params: params['c'] ** 2 / 6 * (1 - (1 - (e / params['c']) ** 2) ** 3 if abs(e) <= params['c'] else 0 * e + 1),
                *scales('c', 4.685, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308))
    of_residual('barron', lambda e, params: (e / params['c']) ** 2 / 2 if params['alpha'] == 2 else barron(e, params), *({'alpha': a, 'c': c} for a, c in (
        (1.0, 1.0), (0.0, 1.0), (-2.0, 1.5), (0.3, 1e-300), (1.5, 1e300), (3.0, 1e300), (1.0, 1.7e308), (0.0, 1e-300), (-0.01, 1e200),
        (10.0, 1e290), (0.0, 5e-324), (-2.0, 5e-324), (0.01, 5e-324), (-0.01, 1.5e-323), (1e-9, 1.0), (-1e6, 1e300), (2.0, 1e200))))
    of_residual('linex', lambda e, params: exp(params['a'] * e) - params['a'] * e - 1,
                *scales('a', 1.0, -0.3, 1e-300, -1e-306, 1e300, 1e-160))
    of_residual('quantile', lambda e, params: (1 - params['tau']) * e if e > 0 else -params['tau'] * e,
                *scales('tau', 0.5, 1e-300, 0.1, 1 - 2 ** -53, 0.0, 1.0))
    of_residual('expectile', lambda e, params: (1 - params['tau']) * e * e if e >= 0 else params['tau'] * e * e,
                *scales('tau', 0.5, 1e-300, 0.1, 1 - 2 ** -53, 0.0, 1.0))
    of_residual('eps_insensitive', lambda e, params: abs(e) - params['epsilon'] if abs(e) > params['epsilon'] else 0 * e,
                *scales('epsilon', 0.1, 0.0, 1e-300, 1e300, 1.7e308))
    of_residual('squared_eps_insensitive', lambda e, params: (abs(e) - params['epsilon']) ** 2 if abs(e) > params['epsilon'] else 0 * e,
                *scales('epsilon', 0.1, 0.0, 1e300, 1.7e308))
    of_residual('lp', lambda e, params: abs(e) ** params['p'], *scales('p', 2.0, 1.0, 0.5, 0.99, 1e-300, 1.5, 3.0, 1e-3, 300.0))
    circles = scales('c', 1.0, 5e-324, 1e-300, 0.3, 1e150, 1e300, 1.7e308)
    turns = lambda e, params: 1 - cos(2 * mp.pi * e / params['c'])
    of_residual('periodic', turns, *circles, loose=1)
    of_residual('periodic', turns, *circles, point=few_turns)


def regression():
    tell('loglin_quantile', lambda params: (number(), pick((number(), sign() * size(-3, 3), sign() * random.uniform(600, 760)))), loglin,
         *scales('tau', 0.5, 1e-300, 0.9))
    away = lambda params: (lambda t, x: (t, x) if t else away(params))(*pair())
    tell('mape', away, lambda t, x, i, params: 100 * abs(x - t) / abs(t))
    tell('maape', away, lambda t, x, i, params: atan(abs(x - t) / abs(t)))
    tell('smape', away, lambda t, x, i, params: 2 * abs(x - t) / (abs(t) + abs(x)))
    tell('msle', lambda params: (lambda t, x: (max(t, -0.999), max(x, math.nextafter(-1.0, 0))))(*pair()), lambda t, x, i, params: (log(1 + x) - log(1 + t)) ** 2)


def loglin(t, x, i, params):
    e = exp(x) - t
    return (1 - params['tau']) * e if e >= 0 else -params['tau'] * e


def margins():
    of = lambda name, f, *settings: tell(name, lambda params: (float(sign()), number()), lambda t, x, i, params: f(t * x, params), *settings)
    top = lambda a, b: a if a > b else 0 * a + b
    hinge = lambda a, params: top(1 - a, 0)
    power = lambda a, q: 1 - a if a <= q / (q + 1) else (q / (q + 1) / a) ** q / (q + 1)
    of('dwd', lambda a, params: power(a, params['q']), *scales('q', 1.0, 1e-300, 0.3, 20.0, 1e150))
    of('exponential', lambda a, params: exp(-a))
    of('hinge', hinge)
    tell('hinge_embedding', lambda params: (float(sign()), number()), lambda t, x, i, params: x + 0 if t == 1 else params['margin'] - x
         if x < params['margin'] else 0 * x, *scales('margin', 1.0, 1.7e308, -1e308))
    of('l2_margin', lambda a, params: (1 - a) ** 2)
    of('modified_huber', lambda a, params: hinge(a, params) ** 2 if a >= -1 else -4 * a)
    of('perceptron', lambda a, params: top(-a, 0))
    of('sigmoid', lambda a, params: 2 / (1 + exp(2 * a)))
    of('smoothed_hinge', lambda a, params: 0 * a if a >= 1 else (1 - a) ** 2 / (2 * params['gamma']) if a >= 1 - params['gamma']
       else 1 - params['gamma'] / 2 - a, *scales('gamma', 1.0, 1e-300, 0.3, 1e160, 1.7e308))
    of('soft_margin', lambda a, params: softplus(-a))
    of('sparsemax', lambda a, params: 0 * a if a >= 1 else -a if a <= -1 else (1 - a) ** 2 / 4)
    of('squared_hinge', lambda a, params: hinge(a, params) ** 2)
    tell('wasserstein', pair, lambda t, x, i, params: t * x)


def cross(t, p, params):
    return -params.get('pos_weight', 1) * x_log_y(smooth(t, params), p) - x_log_y(1 - smooth(t, params), 1 - p)


def crossed(t, x, params):
    return params.get('pos_weight', 1) * smooth(t, params) * softplus(-x) + (1 - smooth(t, params)) * softplus(x)


def focal(t, p, q, entropy, params):
    balance = t * params['alpha'] + (1 - t) * (1 - params['alpha']) if 'alpha' in params else 1
    return balance * (t * q + (1 - t) * p) ** params['gamma'] * entropy


def probabilities():
    chances = lambda params: (chance(), pick((chance, chance, lambda: 0.5))())
    scores = lambda params: (chance(), pick((number(), sign() * size(-3, 3), sign() * random.uniform(600, 760))))
    smoothed = [{}, {'label_smoothing': 0.1}, {'pos_weight': 1e300}, {'label_smoothing': 1e-300, 'pos_weight': 1e-300}]
    tell('bce', chances, lambda t, p, i, params: cross(t, p, params), *smoothed)
    tell('bce', scores, lambda t, x, i, params: crossed(t, x, params), *({**s, 'from_logits': True} for s in smoothed))
    faded = [{'gamma': g, **a} for g, a in ((2.0, {}), (2.0, {'alpha': 0.25}), (0.0, {}), (1.0, {'alpha': 1e-300}), (0.5, {}), (3.3, {}), (100.0, {}))]
    tell('binary_focal', chances, lambda t, p, i, params: focal(t, p, 1 - p, cross(t, p, {}), params), *faded)
    tell('binary_focal', scores, lambda t, x, i, params: focal(t, sigmoid(x), sigmoid(-x), crossed(t, x, {}), params),
         *({**s, 'from_logits': True} for s in faded))
    tell('xentropy_lambda', lambda params: scores(params) + (('exposure', pick((end(0.0), size(-3, 3)))),), exposed)


def exposed(t, x, inputs, params):
    z = inputs['exposure'] * softplus(x)
    return (1 - t) * z - (t * log(1 - exp(-z)) if t else 0)


def counts():
    logged = lambda params: (pick((end(-1.0 if params.get('power', 1) < 2 else 0.0), size(-3, 3))), pick((number(), sign() * size(-3, 3), sign() * random.uniform(600, 760))))
    wide_log = dict(log_input=True)
    tell('poisson', counted, lambda t, p, i, params: p - t * log(p))
    tell('poisson', logged, lambda t, x, i, params: exp(x) - t * x, wide_log)
    gamma = lambda t: mp.loggamma(t + 1)
    tell('poisson_nll', counted, lambda t, p, i, params: p - t * log(p) + gamma(t), prec=2600)
    tell('poisson_nll', logged, lambda t, x, i, params: exp(x) - t * x + gamma(t), wide_log, prec=2600)
    tell('poisson_nll', crowded, lambda t, p, i, params: p - t * log(p) + gamma(t), prec=2600)
    tell('poisson_deviance', counted, lambda t, p, i, params: 2 * (x_log_y(t, t / p) - t + p))
    tell('gamma_deviance', positive, lambda t, p, i, params: 2 * (log(p / t) + t / p - 1))
    shapes = scales('shape', 1.0, 1e-300, 0.3, 1e9, 1e150)
    gammas = lambda t, log_p, p, params: (lambda k: k * (log_p + t / p) - (k - 1) * mp.log(t) + mp.loggamma(k) - k * mp.log(k))(params['shape'])
    tell('gamma_nll', positive, lambda t, p, i, params: gammas(t, log(p), p, params), *shapes, prec=2600)
    tell('gamma_nll', lambda params: logged({'power': 2}), lambda t, x, i, params: gammas(t, x, exp(x), params), *({**s, **wide_log} for s in shapes), prec=2600)
    tell('gamma_nll', crowded, lambda t, p, i, params: gammas(t, log(p), p, params), *scales('shape', 1e6, 1e15, 3e15, 1e20, 1e300), prec=2600)
    powers = scales('power', -2.3, -1.0, 1 + 1e-9, 1.5, 1.9, 2.5, 3.0, 10.0)
    tell('tweedie_deviance', pair, lambda t, p, i, params: (p - t) ** 2)
    rates = lambda params: positive(params, -1.0 if params['power'] < 2 else 0.0)
    tell('tweedie_deviance', rates, lambda t, p, i, params: deviance(t, p, params['power']), *powers)
    tell('tweedie_nll', rates, lambda t, p, i, params: tweedie(t, p, log(p), params['power']), *powers)
    tell('tweedie_nll', logged, lambda t, x, i, params: tweedie(t, None, x, params['power']), *({**p, **wide_log} for p in powers))


def divergences():
    beta = lambda t, p, b: (t ** b + (b - 1) * p ** b - b * t * p ** (b - 1)) / (b * (b - 1))
    apart = lambda params: (lambda t, p: (t, p) if t != p else apart(params))(*counted())
    tell('beta_divergence', apart, lambda t, p, i, params: beta(t, p, params['beta']), *scales('beta', 2.0, 0.1, 1.5, 3.0, 1e-9, 10.0))
    tell('itakura_saito', positive, lambda t, p, i, params: t / p - log(t / p) - 1)


def with_scales(*names):
    def point(params):
        return pair() + tuple((name, end(0.0)) for name in names)
    return point


log_gamma = known(mp.loggamma, lambda x, y: mp.digamma(x))


def two_parameters():
    tell('gaussian_nll', with_scales('var'), gaussian, {}, {'full': True}, {'eps': 1e-300}, {'eps': 1e300})
    tell('dawid_sebastiani', with_scales('sigma'), lambda t, x, i, params: ((t - x) / i['sigma']) ** 2 + 2 * log(i['sigma']))
    tell('student_t_nll', lambda params: pair() + (('scale', end(0.0)), ('df', pick((1.0, 2.5, 1e9, 1e-20, end(0.0))))), student, prec=2600, order=0)
    tell('weibull_nll', lambda params: positive() + (('concentration', pick((1.0, 0.3, 2.0, 7.0, 1e-20, end(0.0)))),), weibull)
    tell('zero_inflated_poisson_nll', lambda params: counted() + (('gate', min(chance(), 1 - 2 ** -53)),), inflated)
    tell('negative_binomial_nll', lambda params: pick(((0.0, abs(number()) or 1.0), (float(random.randint(0, 99)), size(-300, 9)))) + (('dispersion', pick((1.0, 0.3, 1e-20))),), overdispersed, prec=2600, order=0)
    tell('negative_binomial_nll', lambda params: crowd(), overdispersed, prec=4600)
    tell('student_t_nll', many_degrees, student, prec=2600, order=0)
    tell('zero_inflated_poisson_nll', lambda params: crowded(params) + (('gate', pick((0.0, 0.5))),), inflated, prec=2600)
    inner = lambda: min(max(chance(), 5e-324), 1 - 2 ** -53)
    tell('beta_nll', lambda params: (inner(), inner(), ('concentration', pick((1.0, 4.0, 1e-20, end(0.0))))), beta_nll, prec=2600, order=0)
    tell('beta_nll', concentrated, beta_nll, prec=2600)


def gaussian(t, x, i, params):
    v = greatest(i['var'], params['eps'] + 0 * i['var']) if 'eps' in params else i['var']
    return (log(v) + (x - t) ** 2 / v) / 2 + (mp.log(2 * mp.pi) / 2 if params.get('full') else 0)


def student(t, x, i, params):
    z, df = (t - x) / i['scale'], i['df']
    return (df + 1) / 2 * log(1 + z * z / df) + log(i['scale']) + log(df * mp.pi) / 2 + log_gamma(df / 2) - log_gamma((df + 1) / 2)


def weibull(t, p, i, params):
    k = i['concentration']
    log_ratio = mp.log(t) - log(p)
    return exp(k * log_ratio) - k * log_ratio + mp.log(t) - log(k)


def inflated(t, p, i, params):
    gate = i['gate']
    return -log(gate + (1 - gate) * exp(-p)) if t == 0 else -log(1 - gate) + p - t * log(p) + mp.loggamma(t + 1)


def overdispersed(t, p, i, params):
    r = 1 / i['dispersion']
    ways = mp.loggamma(t + 1) + log_gamma(r) - log_gamma(r + t) if t else 0
    return ways + r * log(1 + p / r) + t * log(1 + r / p)


def crowd():
    """Counts past all that are ever counted, rates beside them, and dispersions that count beside either."""
    t = pick((end(1.0), size(13, 18), size(0, 308), size(12, 300), float(random.randint(1, 99)), 0.0))
    p = pick((end(0.0), t, abs(beside(t)), size(-3, 20), t * size(-3, 3), t + random.gauss(0, 1) * math.sqrt(t)))
    d = pick((end(0.0), size(-20, 3), size(-300, 300), 1 / t if t > 1e-300 else 1.0, 1e-17, size(-18, -14)))
    return (t, p, ('dispersion', d)) if 0 < p <= MAX and 0 < d <= MAX else crowd()


def crowded(params):
    """A great number, and one beside it."""
    t = pick((end(1.0), size(5, 20), size(0, 308)))
    p = abs(pick((t, beside(t), t * (1 + random.gauss(0, 1) / math.sqrt(t)))))
    return (t, p) if 0 < p <= MAX else crowded(params)


def many_degrees(params):
    t, x = pick((lambda: (number(), number()), lambda: (0.0, random.gauss(0, 3)), lambda: (0.0, sign() * size(-3, 160))))()
    return t, x, ('scale', pick((1.0, size(-3, 3), end(0.0)))), ('df', pick((size(5, 20), size(12, 18), size(5, 300), end(1e5))))


def concentrated(params):
    p = pick((random.random(), random.random(), size(-20, -1), 1 - size(-16, -1), size(-300, 0)))
    c = pick((size(5, 20), size(5, 80), end(1e5)))
    t = pick((p, p, random.random(), p + random.gauss(0, 1) * math.sqrt(p * (1 - p) / c)))
    return (t, p, ('concentration', c)) if 0 < t < 1 and 0 < p < 1 else concentrated(params)


def beta_nll(t, p, i, params):
    a, b = p * i['concentration'], (1 - p) * i['concentration']
    return log_gamma(a) + log_gamma(b) - log_gamma(i['concentration']) - (a - 1) * mp.log(t) - (b - 1) * mp.log(1 - t)


def forecasts():
    tell('crps_laplace', with_scales('scale'), lambda t, x, i, params: (lambda z: i['scale'] * (z + exp(-z) - mpf(3) / 4))(abs((t - x) / i['scale'])))
    tell('crps_logistic', with_scales('scale'), lambda t, x, i, params: (lambda z: i['scale'] * (z + 2 * softplus(-z) - 1))(abs((t - x) / i['scale'])))
    tell('crps_normal', with_scales('sigma'), normal_score, order=0)
    ends = lambda params: (number(), [number(), number()])
    apart = lambda params: (lambda t, x: (t, pick(([x, x], [t, x], [x, number()]))))(*pair())
    outside = lambda t, p, params: p[1] - p[0] + 2 / params['alpha'] * (p[0] - t if p[0] > t else 0 * p[0]) + 2 / params['alpha'] * (
        t - p[1] if p[1] < t else 0 * p[1])
    either = lambda params: pick((ends, apart))(params)
    tell('interval_score', either, lambda t, p, i, params: outside(t, p, params), *scales('alpha', 0.05, 0.999, 1e-300), order=0)
    pinball = lambda e, tau: (1 - tau) * e if e > 0 else -tau * e
    tell('multi_quantile', either, lambda t, p, i, params: mean(pinball(x - t, tau) for x, tau in zip(p, params.get('taus', [mpf(1) / 3, mpf(2) / 3]))),
         {}, {'taus': [0.25, 0.75]}, order=0)
    tell('crps', either, lambda t, p, i, params: mean(abs(x - t) for x in p) - abs(p[0] - p[1]) / (2 if params.get('fair') else 4), {}, {'fair': True}, order=0)


def normal_score(t, x, i, params):
    z = abs((t - x) / i['sigma'])
    return i['sigma'] * (z * (1 - 2 * normal(-z)) + 2 * exp(-z * z / 2) / mp.sqrt(2 * mp.pi) - 1 / mp.sqrt(mp.pi))


def survival():
    laws = (('logistic', 1.0), ('logistic', 1e-3), ('logistic', 1e150), ('extreme', 1.0), ('extreme', 1e150))
    tell('aft', times, time, *({'distribution': law, 'sigma': s} for law, s in laws), prec=1500, loose=4)
    tell('aft', times, time, *({'distribution': 'normal', 'sigma': s} for s in (1.0, 1e150)), prec=1500, order=0)


def times(params):
    t = end(0.0)
    high = pick((t, math.inf, max(t, end(0.0)), math.nextafter(t, MAX)))
    low, high = pick(((t, high), (t, high), (0.0, t)))
    return low, sign() * size(*pick(((-300, 0), (-3, 3.3)))), ('upper', high)


if __name__ == '__main__':
    for part in (residuals, regression, margins, probabilities, counts, divergences, two_parameters, forecasts, survival):
        part()
