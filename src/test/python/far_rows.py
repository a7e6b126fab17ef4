"""Makes far-rows.csv.gz: losses of rows and sets at the far ends of the doubles, down to the least and up to the greatest one.

Value, slopes and the diagonal of the Hessian by the chain rule in a precision that loses nothing (see tape.py); 1e400 stands
for what is past the range of doubles. What a relative change of the numbers would magnify more than sixfold is marked by ~:
of that only the sign is held, and that it is finite; of second derivatives, and behind ~0.0, the latter alone. A derivative at
a kink is nan. Run from the root of the project:
    python3 src/test/python/far_rows.py | gzip -9n > src/test/resources/lossctl/catalog/far-rows.csv.gz
"""
import math
import random
import sys
from mpmath import mp, mpf, nstr
import scores as table
from tape import Number, Record, acos, bends, cos, exp, greatest, least, log, slopes, sqrt, total, value
from wide import (MOST, alignments, asymmetric, contrasted, cosine, counted, dice_by_class, discounted, flag, flat, found_at, gains,
                  gauss, lead, log_sum_exp, lovasz, mean, members, missing, norm, numbers, one_hot, order, over_classes, apart, consts,
                  pick, precisions, projected, overlap, refill, shaped, short, sigmoid, sign, simplex, size, smooth, softplus, text, tied,
                  triplet, uniform, x_log_y)

COUNT = 40
GREATEST = sys.float_info.max
SIZES = [0.0, 5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1.5e-154, 1e-20, 1e-3, 0.3, 0.5, 1 - 2 ** -53, 1.0, 2.0, 1e9,
         2.0 ** 53, 1e16, 1e150, 1.3e154, 2e154, 1e200, 1e300, 8.9e307, 1e308, 1.7e308, GREATEST]
CHANCES = [v for v in SIZES if v <= 1]


def beside(x):
    """A neighbour of a double, or itself."""
    y = pick((x, x, x, math.nextafter(x, 0), math.nextafter(x, math.inf)))
    return y if math.isfinite(y) else x


def amount(low=0.0, high=GREATEST):
    return pick([v for v in (beside(pick(SIZES)) for _ in range(20)) if low <= v <= high] + [min(max(low, abs(gauss(0, 3))), high)])


def far(high=GREATEST):
    return pick((gauss(0, 3), sign() * amount(0.0, high), sign() * amount(0.0, high)))


def chance():
    return pick((random.random(), beside(pick(CHANCES[:-1])), beside(pick(CHANCES[:-1])), 1.0, 0.0))


class Shape:
    """How many points are made of each setting, and how wide rows are where all are alike."""
    count, width = COUNT, None


def width():
    return Shape.width or pick((1, 2, 2, 2, 3, 3, 3, 4, 5))


def row(k=None, of=far):
    """Numbers of any size beside each other, the same ones, nearly the same, opposite ones, all great or all small."""
    k = k or width()
    kind = random.randrange(7)
    x = [of() for _ in range(k)]
    base = of()
    if kind == 1:
        x = [pick((base, base, beside(base), v)) for v in x]
    if kind == 2 and of is far:
        x = [pick((base, -base, beside(base), v, base * (1 + size(-15, -1)) if abs(base) < 1e308 else base)) for v in x]
    if kind == 3 and of is far:
        x = [sign() * amount(1e150) for _ in x]
    if kind == 4:
        x = [amount(0.0, 1e-150) * (sign() if of is far else 1) for _ in x]
    if kind == 5:
        x = [pick((v, gauss(0, 2) if of is far else random.random() if of is chance else abs(gauss(0, 2)))) for v in x]
    if kind == 6 and of is chance:
        x = simplex(k)
    return x


def chances(k=None):
    return row(k, chance)


def masses(k=None):
    return row(k, amount)


def partner(x, of):
    """A row beside another: the same, nearly the same, or of its own."""
    other = row(len(x), of)
    y = pick((lambda: list(x), lambda: [beside(v) for v in x], lambda: other, lambda: other,
              lambda: [pick((u, v)) for u, v in zip(x, other)], lambda: [v * (1 + sign() * size(-12, -2)) for v in x]))()
    return [v if of is far or 0 <= v <= (1 if of is chance else GREATEST) else u for u, v in zip(other, y)]


def labelled(source):
    def point(params):
        x = source(len(params['counts']) if 'counts' in params else len(params['priors']) if 'priors' in params else None)
        return float(random.randrange(len(x))), x
    return point


def mixed(source):
    def point(params):
        x = source()
        return pick((one_hot, one_hot, simplex, chances))(len(x)), x
    return point


def pairs(of):
    def point(params):
        t = row(None, of)
        return t, partner(t, of)
    return point


def told(x, marked=False, digits=25):
    """A number of the table, which is past all doubles where that is all there is to it."""
    if mp.isnan(x):
        return 'nan'
    if abs(x) > mpf('1e309'):
        x = mpf('1e400') * (1 if x > 0 else -1)
    if abs(x) < mpf('1e-340'):
        x = mpf(0)
    return ('~' if marked and x and abs(x) < mpf('1e309') else '') + nstr(x, digits)


def evaluate(f, params, parts, bent):
    Record.start()
    t, x, *inputs = parts
    leaves = []
    x = numbers(x, leaves)
    firsts = list(leaves)
    inputs = {k: numbers(v, leaves) for k, v in inputs}
    result = f(consts(t), x, inputs, params)
    return value(result), slopes(result, leaves), bends(result, firsts) if bent else [], Record.kink


def line(name, params, exact, given, f, whole, sloped, bent, least, natural):
    t, x, *inputs = given
    y, by, turns, kink = evaluate(f, exact, given, bent)
    if not isinstance(y, mpf) or not mp.isfinite(y) or not all(math.isfinite(v) for v in flat([x])):
        return False
    all_values = flat([t, x] + [v for _, v in inputs])
    h = mp.ldexp(1, -1200)
    there = [y] + by + turns
    changes = [mpf(0)] * len(there)
    for i, v in enumerate(all_values):
        if v == 0 or math.isinf(v) or i < len(flat(t)) and v in (1, -1):
            continue
        moved = iter([mpf(u) * (1 + h) if j == i else u for j, u in enumerate(all_values)])
        try:
            a, b, c, _ = evaluate(f, exact, [refill(t, moved), refill(x, moved)] + [(k, refill(u, moved)) for k, u in inputs], bent)
        except (ZeroDivisionError, IndexError, TypeError):
            continue
        for j, (one, other) in enumerate(zip(there, [a] + b + c)):
            changes[j] += abs(other - one) / abs(one) / h if one and mp.isfinite(one) and mp.isfinite(other) else 0
    write = lambda v, change: 'nan' if kink or not mp.isfinite(v) else told(v, not change <= MOST)
    column = lambda v: v if not whole or isinstance(v[0], list) else [[u] for u in v]
    sizes = natural(t, x) if natural else [mpf(1)] * len(by)
    noise = lambda v, size: v and abs(v) < least * size
    told_slopes = ' '.join('~0.0' if noise(v, u) else write(v, c) for v, c, u in zip(by, changes[1:], sizes)) if sloped else ''
    # where even what two doubles lose of one would be past the range there is nothing to hold
    past = lambda v, size: noise(v, size) and size > mpf('1e339')
    told_turns = [' '.join('nan' if past(v, u * u) else '~0.0' if noise(v, u * u) or not c <= MOST and abs(v) < GREATEST else write(v, c)
                           for v, c, u in zip(turns, changes[1 + len(by):], sizes))] if bent else []
    print(','.join([name, short(params), text(column(t)), text(column(x)), '|'.join(k + '=' + text(column(v)) for k, v in inputs),
                    told(y, not changes[0] <= MOST, 50), told_slopes] + told_turns))
    return True


CHOSEN = sys.argv[1:]


def tell(name, point, f, *settings, prec=3400, whole=False, sloped=True, bent=True, least=0, natural=None):
    """Prints points of f(truth, prediction, inputs, params) under each of the settings; point(params) makes them.

    Of derivatives less than the least, in their natural unit, it is held that they are finite: they are what is left of others.
    """
    if CHOSEN and name not in CHOSEN:
        return
    for params in settings or ({},):
        random.seed(name + short(params) + str(Shape.width or ''))
        mp.prec = prec
        exact = {k: v if isinstance(v, (str, bool)) else [mpf(u) for u in v] if isinstance(v, list) else mpf(v)
                 for k, v in params.items()}
        count = 0
        for _ in range(100 * COUNT):
            if count == Shape.count:
                break
            try:
                count += line(name, params, exact, point(params), f, whole, sloped, bent and sloped and not Shape.width, least, natural)
            except (ZeroDivisionError, OverflowError):
                pass
        assert count == Shape.count, name + short(params) + ' has too few points'


def cross(t, x, params):
    every = log_sum_exp(x)
    return total(smooth(a, params, len(t)) * (every - b) for a, b in zip(t, x) if smooth(a, params, len(t)))


def probable(term):
    """A sum over classes of what term makes of truth, complement and negative logarithm of each probability."""
    return lambda t, p, i, params: total(term(smooth(a, params, len(t)), 1 - b, -log(b), params)
                                         for a, b in zip(t, p) if smooth(a, params, len(t))) + 0 * p[0]


def focal(a, r, cost, params):
    return a * (params['alpha'][0] if 'alpha' in params else 1) * r ** params['gamma'] * cost


def poly(a, r, cost, params):
    return a * (cost + params['epsilon'] * r)


def symmetric(a, r, cost, params):
    return a * (params['alpha'] * cost + params['beta'] * params['floor'] * r)


def of_label(f):
    return lambda t, x, i, params: f(int(t), x, params)


def logits(params):
    return {**params, 'from_logits': True}


def floats(x):
    return [float(v) for v in x]


def cosines(k=None):
    return [sign() * chance() for _ in range(k or width())]


def categorical():
    smoothing = [{}, {'label_smoothing': 0.1}]
    tell('cce', mixed(chances), probable(lambda a, r, cost, params: a * cost), *smoothing)
    tell('cce', mixed(row), lambda t, x, i, params: cross(t, x, params), *map(logits, smoothing))
    spread = lambda y, x, params: [smooth(mpf(j == y), params, len(x)) for j in range(len(x))]
    tell('sparse_cce', labelled(chances), of_label(lambda y, p, params: total(-a * log(b) for a, b in zip(spread(y, p, params), p) if a)), *smoothing)
    tell('sparse_cce', labelled(row), of_label(lambda y, x, params: cross(spread(y, x, params), x, params and {})), *map(logits, smoothing))
    focals = [{'gamma': 2.0}, {'gamma': 0.5}, {'gamma': 3.3, 'label_smoothing': 0.1}, {'gamma': 1.0, 'alpha': [1e300]}]
    tell('categorical_focal', mixed(chances), probable(focal), *focals)
    tell('categorical_focal', mixed(row), missing(focal), *map(logits, focals))
    polys = [{'epsilon': e} for e in (1.0, -1.0, 100.0)]
    tell('poly1_ce', mixed(chances), probable(poly), *polys)
    tell('poly1_ce', mixed(row), missing(poly), *map(logits, polys))
    sides = [{'alpha': a, 'beta': b, 'floor': 4.0} for a, b in ((0.1, 1.0), (0.0, 1.0), (6.0, 1e-20))]
    tell('symmetric_cce', mixed(chances), probable(symmetric), *sides)
    tell('symmetric_cce', mixed(row), missing(symmetric), *map(logits, sides), least=1e-20)
    tell('gce', labelled(chances), of_label(lambda y, p, params: (1 - p[y] ** params['q']) / params['q']), *({'q': q} for q in (0.5, 1e-6, 1.0)))
    tell('nll', labelled(lambda k: [-v for v in masses()]), of_label(lambda y, x, params: -x[y]))
    effective = lambda y, params: (1 - params['beta']) / (1 - params['beta'] ** params['counts'][y])
    tell('class_balanced', labelled(row), of_label(lambda y, x, params: effective(y, params) * lead(y, x)),
         {'beta': 0.9999, 'counts': [1.0, 1e300, 30.0]})
    rarest = lambda y, params: params['margin'] * ((min(params['counts']) / params['counts'][y]) ** mpf(0.25) if 'counts' in params else 1)
    tell('ldam', labelled(row), of_label(lambda y, x, params: lead(y, [params['scale'] * (v - (rarest(y, params) if j == y else 0)) for j, v in enumerate(x)])),
         {'margin': 0.5, 'scale': 30.0}, {'margin': 1e300, 'scale': 1e-20}, {'margin': 0.5, 'scale': 1.0, 'counts': [16.0, 1e-300, 1e300]})
    tell('logit_adjusted', labelled(row), of_label(lambda y, x, params: lead(y, [v + (params['tau'] * mp.log(params['priors'][j]) if 'priors' in params else 0)
                                                                                for j, v in enumerate(x)])),
         {'tau': 1.0}, {'tau': 1.0, 'priors': [1e-9, 0.2, 0.7]}, {'tau': -1.0, 'priors': [5e-324, 0.2, 1e308]}, {'tau': 1e9, 'priors': [0.1, 0.2, 0.7]})
    margins = [{'margin': 0.5, 'scale': 64.0}, {'margin': 1.0, 'scale': 1e300}, {'margin': 0.0, 'scale': 1e-300}]
    tell('cos_face', labelled(cosines), of_label(lambda y, x, params: lead(y, [params['scale'] * (v - (params['margin'] if j == y else 0))
                                                                               for j, v in enumerate(x)])), *margins, {'margin': 1e300, 'scale': 1e20})
    tell('arc_face', labelled(cosines), of_label(lambda y, x, params: lead(y, [
        params['scale'] * (v * mp.cos(params['margin']) - sqrt((1 - v) * (1 + v)) * mp.sin(params['margin']) if j == y and params['margin'] else v)
        for j, v in enumerate(x)])), *margins)
    tell('categorical_hinge', lambda params: (lambda x: (one_hot(len(x)), x))(row()), lambda t, x, i, params: greatest(
        0 * x[0], 1 + greatest(*((1 - a) * b for a, b in zip(t, x))) - total(a * b for a, b in zip(t, x))))
    lacks = lambda y, x, params: [greatest(0 * v, params['margin'] - x[y] + v) ** params['p'] for j, v in enumerate(x) if j != y]
    tell('multi_margin', labelled(row), of_label(lambda y, x, params: total(lacks(y, x, params)) / len(x) + 0 * x[y]),
         {'p': 1.0, 'margin': 1.0}, {'p': 2.0, 'margin': 1.0}, {'p': 1.0, 'margin': 1.7e308}, prec=5200)
    several = lambda k: row(random.randint(2, 5))
    tell('multiclass_hinge', labelled(several), of_label(lambda y, x, params: greatest(
        0 * x[0], 1 + greatest(*(v for j, v in enumerate(x) if j != y)) - x[y])))
    tell('multiclass_perceptron', labelled(row), of_label(lambda y, x, params: greatest(*x) - x[y]))
    tell('multiclass_sparsemax', labelled(row), of_label(lambda y, x, params: projected(y, x)), prec=5200)
    tell('perplexity', rows_of(chances), lambda t, p, i, params: exp(mean(-log(r[int(y)]) for y, r in zip(t, p))), whole=True, bent=False)
    # logarithms are summed as doubles
    tell('perplexity', rows_of(lambda k: row(k, lambda: far(8.9e307))), lambda t, x, i, params: exp(mean(behind(int(y), r) for y, r in zip(t, x))), {'from_logits': True}, whole=True, bent=False)


def behind(y, x):
    """The negative logarithm of a share of the softmax, whose slope keeps all digits next to 0."""
    return log(1 + total(exp(v - x[y]) for j, v in enumerate(x) if j != y))


def rows_of(source):
    def point(params):
        k = random.randint(2, 3)
        x = [source(k) for _ in range(random.randint(1, 4))]
        return [float(random.randrange(k)) for _ in x], x
    return point


def listing(params):
    x = row()
    n = random.randint(1, len(x))
    return [float(j) for j in random.sample(range(len(x)), n)] + [-1.0] * (len(x) - n), x


def multilabel():
    powers = [{'gamma_positive': 1.0, 'gamma_negative': 4.0, 'margin': 0.05}, {'gamma_positive': 0.0, 'gamma_negative': 1.0, 'margin': 0.0},
              {'gamma_positive': 2.5, 'gamma_negative': 11.5, 'margin': 0.3}, {'gamma_positive': 300.0, 'gamma_negative': 300.0, 'margin': 1e-300}]
    tell('asymmetric', lambda params: (flag(), chance()), lambda t, p, i, params: asymmetric(t, p, 1 - p, params), *powers)
    tell('asymmetric', lambda params: (flag(), far()), lambda t, x, i, params: asymmetric(t, sigmoid(x), sigmoid(-x), params), *map(logits, powers))
    tell('multilabel_margin', listing, lambda t, x, i, params: total(
        greatest(0 * x[n], 1 - (x[int(j)] - x[n])) for j in members(t) for n in range(len(x)) if n not in members(t)) / len(x) + 0 * x[0])
    weigh = lambda params, j: params['class_weights'][j] if 'class_weights' in params else 1
    tell('multilabel_soft_margin', lambda params: (lambda x: (pick((one_hot, chances))(len(x)), x))(row(3 if params else None)),
         lambda t, x, i, params: total(weigh(params, j) * ((a * softplus(-b) if a else 0) + ((1 - a) * softplus(b) if a < 1 else 0) + 0 * b)
                                       for j, (a, b) in enumerate(zip(t, x))) / len(x), {}, {'class_weights': [1e300, 1e-300, 0.0]})
    flags = lambda params: (lambda x: ([flag() for _ in x[1:]] + [1.0], x))(row())
    above = lambda x, i, among: sum(x[j].value >= x[i].value for j in among)
    on = lambda t: [j for j, v in enumerate(t) if v]
    off = lambda t: [j for j, v in enumerate(t) if not v]
    tell('coverage_error', flags, lambda t, x, i, params: mpf(max(above(x, n, range(len(x))) for n in on(t))), sloped=False)
    tell('label_ranking_loss', flags, lambda t, x, i, params: mp.fsum(above(x, n, off(t)) for n in on(t)) / max(1, len(on(t)) * len(off(t))), sloped=False)
    tell('label_ranking_average_precision', flags, lambda t, x, i, params: mp.fsum(
        mpf(above(x, n, on(t))) / above(x, n, range(len(x))) for n in on(t)) / len(on(t)), sloped=False)


def anchored(params):
    x = row()
    near = partner(x, far)
    return [], x, ('positive', near), ('negative', pick((partner(x, far), partner(x, far), [beside(v) for v in near])))


def embedded(high=GREATEST):
    def point(params):
        k = width()
        some = lambda: row(k, lambda: far(high))
        x = [some() for _ in range(random.randint(2, 4))]
        unit = amount(0.0, high)
        kind = random.randrange(3)
        if kind:
            x = [[pick((0.6, 0.8, 1.0, gauss(0, 1), 0.0)) * (unit if kind == 1 else 1) for _ in range(k)] for _ in x]
        return [[0.0], [0.0]] + [[flag()] for _ in x[2:]], x
    return point


def circle(t, x, i, params):
    margin, gamma, losses = params['margin'], params['gamma'], []
    for n, one in enumerate(x):
        dots = [(t[m] == t[n], total(u * v for u, v in zip(one, other))) for m, other in enumerate(x) if m != n]
        same = [-gamma * greatest(0 * s, 1 + margin - s) * (s - 1 + margin) for alike, s in dots if alike]
        other = [gamma * greatest(0 * s, s + margin) * (s - margin) for alike, s in dots if not alike]
        losses.append(softplus(log_sum_exp(same) + log_sum_exp(other)) if same and other else 0 * one[0])
    result = mean(losses)
    if max(map(value, losses)) > GREATEST > value(result):
        # a mean is that of doubles, of which one is infinite
        raise OverflowError
    return result


def embedding():
    tell('cosine', pairs(far), lambda t, p, i, params: -cosine(t, p), prec=5200)
    tell('cosine_distance', pairs(far), lambda t, p, i, params: 1 - cosine(t, p), prec=5200)
    tell('cosine_embedding', lambda params: (lambda a: (float(sign()), a, ('input2', partner(a, far))))(row()), lambda t, x, inputs, params:
         1 - cosine(x, inputs['input2']) if t == 1 else greatest(0 * x[0], cosine(x, inputs['input2']) - params['margin']),
         {'margin': 0.0}, {'margin': 0.3}, prec=5200)
    tell('triplet_margin', anchored, triplet, {'margin': 1.0, 'p': 2.0}, {'margin': 1e300, 'p': 1.0}, {'margin': 0.3, 'p': 3.5},
         {'margin': 1e-300, 'p': 2.0, 'swap': True}, {'margin': 1.0, 'p': 125.0}, prec=5200, least=1e-100)
    tell('contrastive', lambda params: (flag(), amount()), lambda t, d, i, params:
         (1 - t) * d * d + (t * (params['margin'] - d) ** 2 if d < params['margin'] else 0), {'margin': 1.0}, {'margin': 1e-300}, {'margin': 1e300})
    tell('circle', embedded(), circle, {'gamma': 80.0, 'margin': 0.4}, {'gamma': 1e-300, 'margin': 0.25}, {'gamma': 1e308, 'margin': 0.25}, prec=9000, whole=True, bent=False)
    tell('ntxent', embedded(), contrasted, {'temperature': 0.07}, {'temperature': 1e-300}, {'temperature': 1e300}, prec=5200, whole=True, bent=False)
    tell('margin_ranking', lambda params: (float(sign()), *pairs_apart()), lambda t, x, inputs, params: mean(
        greatest(0 * a, params['margin'] - t * (a - b)) for a, b in zip(x, inputs['input2'])), {'margin': 0.0}, {'margin': 1.7e308}, {'margin': -1e-300})


def pairs_apart():
    """One to three scores, and what they are held against."""
    x = row(pick((1, 1, 2, 3)))
    x[0] = pick((x[0], x[0], sign() * amount(8.9e307)))
    return x, ('input2', pick((partner(x, far), [-v for v in x])))


def plackett(t, x, i, params):
    x = [x[j] for j in order(t)]
    return total(log_sum_exp(x[n:]) - x[n] for n in range(len(x)))


def graded(params=None):
    x = row()
    return [pick((float(random.randint(0, 4)), amount())) for _ in x[1:]] + [1.0], x


def ranking():
    relevances = lambda params: (lambda x: ([pick((float(random.randint(0, 4)), amount(0.0, 2000.0))) for _ in x[1:]] + [1.0], x))(row())
    tell('approx_ndcg', relevances, discounted, {'temperature': 0.1}, {'temperature': 1e-300}, {'temperature': 1e300}, prec=5200)
    tell('bpr', lambda params: ([], *pairs_apart()), lambda t, x, inputs, params: mean(softplus(b - a) for a, b in zip(x, inputs['input2'])))
    both = lambda params: (lambda x: (partner(x, far), x))(row())
    tell('list_mle', both, plackett)
    tell('rank_net', both, lambda t, x, i, params: total(softplus(b - a) for u, a in zip(t, x) for v, b in zip(t, x) if u > v) + 0 * x[0])
    tell('ranking_softmax', graded, lambda t, x, i, params: cross(t, x, {}))
    settings = [{'ties': 'order'}, {'ties': 'shared'}, {'ties': 'shared', 'k': 3.0}]
    tell('dcg', graded, lambda t, x, i, params: gains(t, tied(x, params), i, params), *settings, {'ties': 'order', 'log_base': 1e300}, sloped=False)
    tell('ndcg', graded, lambda t, x, i, params: gains(t, tied(x, params), i, params) / gains(t, tied(list(t), params), i, params), *settings, sloped=False)
    tell('mean_average_precision', graded, precisions, sloped=False)
    tell('mrr', graded, lambda t, x, i, params: 1 / mpf(1 + min(n for n, j in enumerate(order(x)) if t[j] > 0)), sloped=False)
    tell('precision_at_k', lambda params: (lambda t, x: ([v * flag() for v in t], x))(*graded(params)), found_at, {'k': 3.0}, sloped=False)


def box():
    low = lambda: pick((0.0, 0.0, sign() * uniform(0, 2), far()))
    x, y, w, h = low(), low(), amount(), amount()
    if random.random() < 0.5:
        unit = amount()
        x, y, w, h = (unit * uniform(0, 0.4) for _ in range(4))
    return [x, y, x + w, y + h]


def boxes(params=None):
    t = box()
    near = lambda: [v * (1 + sign() * size(-15, -1)) if abs(v) < 1e308 else v for v in t]
    p = pick((box, near, lambda: [pick((u, v)) for u, v in zip(t, box())], lambda: [beside(v) for v in t],
              lambda: [t[0], t[1], t[0] + (t[2] - t[0]) / 2, t[3]], lambda: [t[0] / 3, t[1], t[2], (t[1] + t[3]) / 2]))()
    fine = all(math.isfinite(v) for v in t + p) and t[0] <= t[2] and t[1] <= t[3] and p[0] <= p[2] and p[1] <= p[3]
    return (t, p) if fine else boxes(params)


def sides(t, p):
    """One over the sides of the box around both, as corners have them."""
    both = [max(mpf(t[j]), mpf(p[j])) - min(mpf(t[j - 2]), mpf(p[j - 2])) for j in (2, 3)]
    return [1 / v if v else mpf(0) for v in both] * 2


def detection():
    for name, f in (('iou', lambda t, p: (lambda o: 1 - o[0] / o[1])(overlap(t, p))),
                    ('giou', lambda t, p: (lambda o: 1 - o[0] / o[1] + (o[2] * o[3] - o[1]) / (o[2] * o[3]))(overlap(t, p))),
                    ('diou', apart), ('ciou', shaped)):
        tell(name, boxes, lambda t, p, i, params: f(t, p), prec=6000, least=1e-25, natural=sides)


def marked(params):
    n = random.randint(1, 4)
    return pick(([1.0] + [flag() for _ in range(n)], [1.0] + chances(n))), chances(n + 1)


def ordered(result, errors):
    """The result of errors in an order that doubles of them tell as well, or else at a kink."""
    values = sorted(map(value, errors))
    Record.kink |= any(float(a) == float(b) for a, b in zip(values, values[1:]))
    return result


def hinged(t, x, i, params):
    errors = [1 - (2 * a - 1) * b for a, b in zip(t, x)]
    return ordered(lovasz(errors, [a == 1 for a in t]), errors)


def by_class(t, x, i, params):
    result = over_classes(t, x)
    for c in range(len(x[0])):
        ordered(result, [1 - row[c] if y == c else row[c] + 0 for y, row in zip(t, x)])
    return result


def segmentation():
    together = dict(whole=True, prec=5200, bent=False)
    tell('dice', marked, lambda t, x, i, params: counted(t, x, mpf(.5), mpf(.5)), **together)
    tell('tversky', marked, lambda t, x, i, params: counted(t, x, params['alpha'], params['beta']),
         {'alpha': 0.25, 'beta': 0.75}, {'alpha': 1e-300, 'beta': 1e300}, {'alpha': 1.7e308, 'beta': 1.7e308}, {'alpha': 1e300, 'beta': 0.0},
         {'alpha': 1.0, 'beta': 0.0}, **together)
    tell('f_measure_loss', marked, lambda t, x, i, params: counted(t, x, 1 / (1 + params['beta'] ** 2), params['beta'] ** 2 / (1 + params['beta'] ** 2)),
         {'beta': 1.0}, {'beta': 1e300}, {'beta': 1e-200}, {'beta': 1e-20}, **together, least=1e-300)
    rated = lambda params: (lambda n: ([pick((one_hot, chances))(3) for _ in range(n)], [chances(3) for _ in range(n)]))(random.randint(1, 3))
    tell('generalized_dice', rated, lambda t, x, i, params: dice_by_class(t, x), **together, least=1e-100)
    signs = lambda params: (lambda x: ([flag() for _ in x], x))(row())
    tell('lovasz_hinge', signs, hinged, **together)
    tell('lovasz_softmax', rows_of(chances), by_class, **together)


def aligned(source):
    def point(params):
        k, steps = int(params['classes']), random.randint(1, 4)
        x = [v for _ in range(steps) for v in source(k)]
        labels = [float(random.randint(1, k - 1)) for _ in range(random.randint(0, min(steps, 2)))]
        return labels, x, ('input_lengths', float(steps)), ('target_lengths', float(len(labels)))
    return point


def path(t, x, i, params):
    k = int(params['classes'])
    if 'from_logits' in params:
        x = [v - log_sum_exp(x[n:n + k]) for n in range(0, len(x), k) for v in x[n:n + k]]
    if not t:
        return -total(x[::k])
    return alignments(t, x, i, params)


def sequence():
    tell('ctc', aligned(lambda k: [-v for v in masses(k)]), path, {'classes': 3.0}, prec=3400)
    tell('ctc', aligned(row), path, {'classes': 3.0, 'from_logits': True}, prec=3400)


def ordinal():
    level = lambda params: (lambda x: (float(random.randint(0, len(x))), x))(row())
    tell('coral', level, lambda t, x, i, params: total(softplus(-v) if t > j else softplus(v) for j, v in enumerate(x)))
    tell('corn', level, lambda t, x, i, params: total(softplus(-v) if t > j else softplus(v) if t == j else 0 * v for j, v in enumerate(x)))


def divergence():
    alpha = lambda a, b, q: ((a ** q * b ** (1 - q) if a else 0) - q * a - (1 - q) * b) / (q * (q - 1))
    tell('alpha_divergence', pairs(amount), lambda t, p, i, params: total(alpha(a, b, params['alpha']) for a, b in zip(t, p)) + 0 * p[0],
         *({'alpha': a} for a in (0.5, 2.0, 1e-9, 30.0)))
    tell('bhattacharyya', pairs(chance), lambda t, p, i, params: -log(total(mp.sqrt(a) * sqrt(b) for a, b in zip(t, p) if a)))
    tell('chi_squared', pairs(chance), lambda t, p, i, params: total((a - b) ** 2 / b for a, b in zip(t, p)), prec=5200)
    tell('generalized_kl', pairs(amount), lambda t, p, i, params: total((a * (mp.log(a) - log(b)) if a else 0) + b - a for a, b in zip(t, p)))
    tell('hellinger', pairs(chance), lambda t, p, i, params: sqrt(total((sqrt(b) - mp.sqrt(a)) ** 2 for a, b in zip(t, p)) / 2))
    half = lambda a, m: a * (log(a) - log(m)) if value(a) else 0 * m
    tell('jsd', pairs(chance), lambda t, p, i, params: total(half(a, (a + b) / 2) + b * (log(b) - log((a + b) / 2))
                                                             for a, b in zip(t, p) if a or b.value) / 2 + 0 * p[0])
    tell('kld', pairs(chance), lambda t, p, i, params: total(a * (mp.log(a) - log(b)) for a, b in zip(t, p) if a) + 0 * p[0])
    tell('renyi', pairs(chance), lambda t, p, i, params: log(total(a ** params['alpha'] * b ** (1 - params['alpha']) for a, b in zip(t, p) if a)) / (params['alpha'] - 1),
         *({'alpha': a} for a in (2.0, 0.5, 1e-9, 50.0)))
    tell('total_variation', pairs(chance), lambda t, p, i, params: total(abs(b - a) for a, b in zip(t, p)) / 2)
    ahead = lambda t, p, j: total(p[:j + 1]) - mp.fsum(t[:j + 1])
    tell('wasserstein1', pairs(chance), lambda t, p, i, params: total(abs(ahead(t, p, j)) for j in range(len(p) - 1)) + 0 * p[0])


def ensemble(params):
    x = row(random.randint(2, 5))
    return pick((x[0], far(), beside(x[0]))), x


def vectors(params):
    d = random.randint(1, 3)
    x = [row(d) for _ in range(random.randint(2, 3))]
    return partner(x[0], far), flat(x)


def pairs_of(m, params):
    return m * (m - 1) if params.get('fair') else m * m


def energy(t, x, i, params):
    d = len(t)
    ones = [x[n:n + d] for n in range(0, len(x), d)]
    distance = lambda a, b: sqrt(total((u - v) ** 2 for u, v in zip(a, b)))
    return mean(distance(one, t) for one in ones) - total(distance(a, b) for n, a in enumerate(ones) for b in ones[:n]) / pairs_of(len(ones), params)


def probability():
    tell('brier', mixed(chances), lambda t, p, i, params: total((b - a) ** 2 for a, b in zip(t, p)))
    fair = [{}, {'fair': True}]
    tell('crps', ensemble, lambda t, x, i, params: mean(abs(v - t) for v in x)
         - total(abs(u - v) for n, u in enumerate(x) for v in x[:n]) / pairs_of(len(x), params), *fair)
    tell('energy_score', vectors, energy, *fair, prec=5200)
    tau = lambda j, x, params: params['taus'][j] if 'taus' in params else mpf(j + 1) / (len(x) + 1)
    tell('multi_quantile', lambda params: (lambda x: (partner(x, far)[0], x))(row(2 if params else None)), lambda t, x, i, params: mean(
        tau(j, x, params) * greatest(t - v, 0 * v) + (1 - tau(j, x, params)) * greatest(v - t, 0 * v) for j, v in enumerate(x)),
         {}, {'taus': [1e-300, 1.0]})
    tell('ranked_probability_score', labelled(chances), of_label(lambda y, p, params: total(
        (total(p[:j + 1]) - (y <= j)) ** 2 for j in range(len(p) - 1)) / (max(1, len(p) - 1) if params.get('normalized') else 1) + 0 * p[0]), {}, {'normalized': True})
    tell('spherical_score', labelled(chances), of_label(lambda y, p, params: p[y] / sqrt(total(v * v for v in p))), prec=5200)


def scored(name, make, f, *settings):
    """COUNT values of a metric of all samples under each of the settings, whose weights are of any size."""
    for params in settings or ({},):
        random.seed(name + short(params))
        mp.prec = 9000
        count = 0
        while count < COUNT and not (CHOSEN and name not in CHOSEN):
            t, p = make(params)
            w = [pick((1.0, 0.0, amount())) for _ in t[1:]] + [amount(5e-324)]
            exact = [[[mpf(v) for v in row] for row in rows] for rows in (t, p)]
            known = {**{k: mpf(v) if isinstance(v, (int, float)) else v for k, v in params.items()}, 'weighed': True}
            try:
                y = f(*exact, [mpf(v) for v in w], known, {})
            except ZeroDivisionError:
                continue
            count += 1
            print(','.join((name, short(params), text(t), text(p), 'weight=' + text([[v] for v in w]), told(y, False, 50), '')))


def metric():
    ranks = lambda params: (lambda t, p: (t, [[far()] for _ in p]))(*table.scored(params))
    scored('mcc', table.labels, table.mcc)
    scored('cohen_kappa', table.labels, table.kappa, {'weighting': 'none'}, {'weighting': 'quadratic'})
    scored('balanced_accuracy', table.labels, table.balanced_accuracy)
    scored('f1', table.labels, table.averaged(table.f1), *({'average': a, 'beta': b} for a in ('macro', 'weighted') for b in (1.0, 1e300, 1e-300)))
    scored('roc_auc', ranks, table.roc_auc)
    scored('average_precision', ranks, table.average_precision)
    scored('calibration_error', table.chances, table.calibration_error, *({'bins': 10, 'norm': n} for n in ('l1', 'l2', 'max')))


if __name__ == '__main__':
    for part in (categorical, multilabel, embedding, ranking, detection, segmentation, sequence, ordinal, divergence, probability, metric):
        part()
    Shape.count, Shape.width = 2, 24
    for part in (categorical, multilabel, ordinal, divergence, probability):
        part()
