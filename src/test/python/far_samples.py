"""Makes far-samples.csv.gz: losses and metrics of all samples where their numbers are at the far ends of doubles.

As far_numbers.py, which see: a few samples each, whose sums, squares and differences may be past the range of doubles though
their quotients are not. Run from the root of the project:
    python3 src/test/python/far_samples.py | gzip -9n > src/test/resources/lossctl/catalog/far-samples.csv.gz
"""
import math
import random
from mpmath import mp, mpf
from far_numbers import HUGE, end, pair, scales, tell
from tape import greatest, log, sqrt, total, value
from wide import deviance, flat, mean, middle, pick, rms, sign, size, x_log_y


def samples(params):
    """Truths and predictions of a few samples: at the far ends, further apart than any double, or all of one size."""
    unit = end(0.0) / 4
    opposite = lambda: (lambda s: (s * pick(HUGE), -s * pick(HUGE)))(sign())
    of_a_size = lambda: (unit * random.gauss(0, 1), unit * random.gauss(0, 1))
    apart = lambda: (sign() * pick(HUGE), random.gauss(0, 1) * 1e307)
    source = pick((pair, opposite, of_a_size, of_a_size, apart))
    t, x = map(list, zip(*(source() for _ in range(random.randint(2, 4)))))
    return (t, x) if all(map(math.isfinite, t + x)) else samples(params)


def not_0(params):
    t, x = samples(params)
    return (t, x) if all(t) else not_0(params)


def positive(params):
    t, x = not_0(params)
    return (list(map(abs, t)), list(map(abs, x))) if all(x) else positive(params)


def normal(params):
    """Without numbers of less digits than others."""
    t, x = positive(params)
    return (t, x) if min(t + x) > 1e-290 else normal(params)


def great(params):
    """Of which one has all its digits."""
    t, x = samples(params)
    return (t, x) if max(map(abs, t + x)) > 1e-290 else great(params)


def residuals(t, x):
    return [b - a for a, b in zip(t, x)]


def spread(x):
    middle_of_all = mean(x)
    return [v - middle_of_all for v in x]


def squares(x):
    return total(v * v for v in x)


def normalized(t, x, i, params):
    size = {'mean': lambda: abs(mean(t)), 'range': lambda: max(t) - min(t), 'std': lambda: rms(spread(t)), 'l2': lambda: sqrt(squares(t))}
    return rms(residuals(t, x)) / size[params['normalization']]()


def naive(t, params):
    y = params.get('training', t)
    return [b - a for a, b in zip(y, y[1:])]


def pinball(e, tau):
    return (1 - tau) * e if e > 0 else -tau * e


def saved(t, x, tau):
    constant = sorted(t)[max(0, int(mp.ceil(tau * len(t))) - 1)]
    return 1 - mean(pinball(b - a, tau) for a, b in zip(t, x)) / mean(pinball(constant - a, tau) for a in t)


def unexplained(t, x):
    return squares(residuals(t, x)) / squares(spread(t))


def changed(t, x):
    """The squares of what changes against the sample before."""
    return total((e / a) ** 2 for a, e in zip(t, residuals(t[1:], x[1:])))


def of(name, f, *settings, point=samples, order=None):
    tell(name, point, f, *settings, order=order, whole=True)


def weighed(of_two):
    """The same of samples that weigh what the ends of doubles do, each as often as its weight says."""
    def point(params):
        t, x = of_two(params)
        kind = pick((lambda: end(0.0), lambda: size(-3, 3), lambda: size(0, 40), lambda: size(200, 300), lambda: size(-300, -200)))
        weights = [kind() for _ in t]
        least = mpf(min(weights)) * max(abs(mpf(b) - mpf(a)) for a, b in zip(t, x)) ** 2
        return (t, x, ('weight', [[w] for w in weights])) if sum(map(mpf, weights)) < mpf(1e307) and least > mpf(10) ** -600 else point(params)
    return point


def heavy(i):
    return [value(w) for w in flat(i['weight'])]


def average(weights, x):
    return total(w * v for w, v in zip(weights, x)) / mp.fsum(weights)


def rooted(weights, x):
    return sqrt(average(weights, (v * v for v in x)))


def weighed_losses():
    """As the others, with weights, whose sum is a double; a weight times a square is no less than all that sums hold."""
    of('rmse', lambda t, x, i, params: rooted(heavy(i), residuals(t, x)), point=weighed(samples), order=0)
    of('rmspe', lambda t, x, i, params: rooted(heavy(i), percents(t, x)), point=weighed(not_0), order=0)
    of('rmsle', lambda t, x, i, params: rooted(heavy(i), (log(1 + b) - log(1 + a) for a, b in zip(t, x))), point=weighed(normal), order=0)
    of('minkowski', lambda t, x, i, params: total(w * abs(e) ** params['p'] for w, e in zip(heavy(i), residuals(t, x))) ** (1 / params['p']),
       *scales('p', 2.0, 1.0, 3.5), point=weighed(samples), order=0)
    of('wmape', lambda t, x, i, params: average(heavy(i), map(abs, residuals(t, x))) / average(heavy(i), map(abs, t)), point=weighed(samples), order=0)
    of('theil_u', lambda t, x, i, params: (lambda w: rooted(w, residuals(t, x)) / (rooted(w, t) + rooted(w, x)))(heavy(i)), point=weighed(great), order=0)
    size_of = {'mean': lambda w, t: abs(average(w, t)), 'range': lambda w, t: max(t) - min(t), 'l2': lambda w, t: sqrt(total(u * v * v for u, v in zip(w, t))),
               'std': lambda w, t: rooted(w, (v - average(w, t) for v in t))}
    of('nrmse', lambda t, x, i, params: rooted(heavy(i), residuals(t, x)) / size_of[params['normalization']](heavy(i), t),
       *({'normalization': n} for n in size_of), point=weighed(samples), order=0)
    of('mase', lambda t, x, i, params: average(heavy(i), map(abs, residuals(t, x))) / params['scale'], {'scale': 1.7e308}, {'scale': 1e-310},
       point=weighed(samples), order=0)
    of('rmsse', lambda t, x, i, params: rooted(heavy(i), residuals(t, x)) / params['scale'], {'scale': 1.7e308}, {'scale': 1e-310},
       point=weighed(samples), order=0)


def percents(t, x):
    return [100 * e / a for a, e in zip(t, residuals(t, x))]


def weighed_metrics():
    left = lambda w, t, x: average(w, (e * e for e in residuals(t, x))) / average(w, ((v - average(w, t)) ** 2 for v in t))
    of('r2', lambda t, x, i, params: 1 - left(heavy(i), t, x), point=weighed(samples))
    of('rse', lambda t, x, i, params: left(heavy(i), t, x), point=weighed(samples))
    spread_of = lambda w, x: average(w, ((v - average(w, x)) ** 2 for v in x))
    of('explained_variance', lambda t, x, i, params: 1 - spread_of(heavy(i), residuals(t, x)) / spread_of(heavy(i), t), point=weighed(samples))
    of('d2_tweedie', lambda t, x, i, params: 1 - left(heavy(i), t, x), {'power': 0.0}, point=weighed(samples))
    of('d2_tweedie', lambda t, x, i, params: 1 - saved_rates(heavy(i), t, x, params['power']), *scales('power', 1.0, 1.5, 2.0, 3.0, -1.0), point=weighed(rates))
    of('d2_absolute_error', lambda t, x, i, params: 1 - cost_ratio(heavy(i), t, x), point=weighed(samples))


def cost_ratio(w, t, x):
    order = sorted(range(len(t)), key=lambda i: t[i])
    reached, best = mpf(0), None
    for i in order:
        reached += w[i]
        if best is None and reached >= mp.fsum(w) / 2:
            best = t[i]
    return average(w, map(abs, residuals(t, x))) / average(w, [abs(v - best) for v in t])


def saved_rates(w, t, x, power):
    rate = average(w, t)
    of_one = lambda a, b: 2 * (x_log_y(a, a / b) - a + b) if power == 1 else 2 * (log(b / a) + a / b - 1) if power == 2 else deviance(a, b, power)
    return average(w, [of_one(a, b) for a, b in zip(t, x)]) / average(w, [of_one(a, rate) for a in t])


def rates(params):
    """Truths and predictions above 0, from one end of doubles to the other, or all next to one end of it."""
    unit = end(0.0) / 4
    source = pick((lambda: (end(0.0), end(0.0)), lambda: (unit * random.random(), unit * random.random()), lambda: (lambda t: (t, abs(t * (1 + size(-9, -1)))))(end(0.0)),
                   lambda: (size(-3, 3), end(0.0))))
    t, x = map(list, zip(*(source() for _ in range(random.randint(2, 4)))))
    if params['power'] < 2 and random.random() < 0.2:
        t[0] = 0.0
    return (t, x) if all(x) and any(t) and (params['power'] < 2 or all(t)) and all(map(math.isfinite, t + x)) else rates(params)


def losses():
    of('rmse', lambda t, x, i, params: rms(residuals(t, x)), order=0)
    of('rmspe', lambda t, x, i, params: rms(percents(t, x)), point=not_0, order=0)
    of('rmsle', lambda t, x, i, params: rms(log(1 + b) - log(1 + a) for a, b in zip(t, x)), point=normal, order=0)
    of('minkowski', lambda t, x, i, params: total(abs(e) ** params['p'] for e in residuals(t, x)) ** (1 / params['p']),
       *scales('p', 2.0, 1.0, 3.5, 50.0), order=0)
    of('wmape', lambda t, x, i, params: total(map(abs, residuals(t, x))) / mp.fsum(map(abs, t)), order=0)
    of('theil_u', lambda t, x, i, params: rms(residuals(t, x)) / (rms(t) + rms(x)), point=great, order=0)
    of('nrmse', normalized, *({'normalization': n} for n in ('mean', 'range', 'std', 'l2')), order=0)
    series = [{}, {'training': [-1.7e308, 1.7e308, 1e308]}, {'training': [5e-324, 1e-310, -1e-300]}, {'scale': 1.7e308}, {'scale': 1e-310}]
    of('mase', lambda t, x, i, params: mean(map(abs, residuals(t, x))) / (params.get('scale') or mean(map(abs, naive(t, params)))),
       *series, order=0)
    of('rmsse', lambda t, x, i, params: rms(residuals(t, x)) / (params.get('scale') or rms(naive(t, params))), *series, order=0)
    logs = lambda t, x: [log(b) - log(a) for a, b in zip(t, x)]
    of('si_log', lambda t, x, i, params: mean(d * d for d in logs(t, x)) - params['lambda'] * mean(logs(t, x)) ** 2,
       {'lambda': 0.5}, point=positive, order=0)


def metrics():
    of('theil_u2', lambda t, x, i, params: sqrt(changed(t, x) / changed(t, [0] + t[:-1])), point=not_0)
    of('max_error', lambda t, x, i, params: greatest(*map(abs, residuals(t, x))))
    of('median_ae', lambda t, x, i, params: middle(list(map(abs, residuals(t, x)))))
    of('mdape', lambda t, x, i, params: middle([100 * abs(e) / abs(a) for a, e in zip(t, residuals(t, x))]), point=not_0)
    of('r2', lambda t, x, i, params: 1 - unexplained(t, x))
    of('rse', lambda t, x, i, params: unexplained(t, x))
    of('rrse', lambda t, x, i, params: sqrt(unexplained(t, x)))
    of('explained_variance', lambda t, x, i, params: 1 - squares(spread(residuals(t, x))) / squares(spread(t)))
    of('d2_absolute_error', lambda t, x, i, params: saved(t, x, mpf(0.5)))
    of('d2_pinball', lambda t, x, i, params: saved(t, x, params['tau']), *scales('tau', 0.5, 0.1, 0.9))
    of('d2_tweedie', lambda t, x, i, params: 1 - unexplained(t, x), {'power': 0.0})
    of('d2_tweedie', lambda t, x, i, params: 1 - saved_rates([mpf(1)] * len(t), t, x, params['power']),
       *scales('power', 1.0, 1.5, 2.0, 3.0, -1.0, 1 + 1e-9, 10.0), point=rates)


if __name__ == '__main__':
    losses()
    metrics()
    weighed_losses()
    weighed_metrics()
