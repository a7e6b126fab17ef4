"""Makes rare.csv: places that only one of a great many samples would meet, where a loss takes a way of its own.

50 digits of the value and 25 of each slope as in wide.py, whose formulas these are in plain words; 1e400 stands for what is
past the range of doubles, nan for a slope at a kink. Run from the root of the project:
    python3 src/test/python/rare.py > src/test/resources/lossctl/catalog/rare.csv
"""
from mpmath import beta, betainc, cos, digamma, exp, fsum, log, loggamma, mp, mpf, nstr, pi, sin, sqrt

mp.prec = 6000
PAST = mpf('1e400')
LARGE = 1.7e308
KINK = None


def text(x, digits):
    if x is KINK:
        return 'nan'
    return nstr(PAST * (1 if x > 0 else -1) if abs(x) > mpf(2) ** 1024 else x, digits)


def tell(name, params, truth, prediction, inputs, value, *slopes):
    print(','.join((name, params, truth, prediction, inputs, text(mpf(value), 50), ' '.join(text(s if s is KINK else mpf(s), 25) for s in slopes))))


def alpha_divergence(a, t, p):
    tell('alpha_divergence', f'alpha={a}', f'{t}', f'{p}', '',
         (mpf(t) ** a * mpf(p) ** (1 - mpf(a)) - a * mpf(t) - (1 - mpf(a)) * p) / (mpf(a) * (mpf(a) - 1)), (1 - (mpf(t) / p) ** a) / a)


def tweedie(power, t, p):
    """Half the deviance, and its slope by p."""
    q, t, p = mpf(power), mpf(t), mpf(p)
    return (t ** (2 - q) if t > 0 else 0) / ((1 - q) * (2 - q)) - t * p ** (1 - q) / (1 - q) + p ** (2 - q) / (2 - q), (p - t) / p ** q


def tweedie_nll(power, t, p, x=None):
    q, m = mpf(power), exp(mpf(x)) if x is not None else mpf(p)
    slope = (m - t) / m ** q
    tell('tweedie_nll', f'power={power}' + (';log_input=true' if x is not None else ''), f'{t}', f'{p if x is None else x}', '',
         m ** (2 - q) / (2 - q) - t * m ** (1 - q) / (1 - q), slope if x is None else slope * m)


def energy(t, x):
    m = len(x)
    sign = lambda v: (v > 0) - (v < 0)
    tell('energy_score', '', f'{t}', ' '.join(map(str, x)), '',
         fsum(abs(mpf(v) - t) for v in x) / m - fsum(abs(mpf(u) - v) for u in x for v in x) / (2 * m * m),
         *(mpf(sign(v - t)) / m - fsum(sign(v - u) for u in x) / mpf(m * m) for v in x))


def poisson_nll(t, p):
    t, p = mpf(t), mpf(p)
    tell('poisson_nll', '', nstr(t, 17), nstr(p, 17), '', p - t * log(p) + loggamma(t + 1), 1 - t / p)


def beta_nll(t, p, concentration):
    c, a, b = mpf(concentration), mpf(p) * concentration, (1 - mpf(p)) * concentration
    odds = log(mpf(t)) - log(1 - mpf(t))
    tell('beta_nll', '', f'{t}', f'{p}', f'concentration={concentration}',
         loggamma(a) + loggamma(b) - loggamma(c) - (a - 1) * log(mpf(t)) - (b - 1) * log(1 - mpf(t)), c * (digamma(a) - digamma(b) - odds),
         p * digamma(a) + (1 - mpf(p)) * digamma(b) - digamma(c) - p * log(mpf(t)) - (1 - mpf(p)) * log(1 - mpf(t)))


def overdispersed(t, p, a):
    text_of = f'{t}', f'{p}', f'dispersion={a}'
    t, p, r = mpf(t), mpf(p), 1 / mpf(a)
    by_size = digamma(r) - digamma(r + t) + log((r + p) / r) - (p - t) / (r + p)
    tell('negative_binomial_nll', '', *text_of, loggamma(t + 1) + loggamma(r) - loggamma(r + t) + r * log(1 + p / r) + t * log(1 + r / p),
         (p - t) / p / (1 + p / r), -r * r * by_size)


def student(x, df):
    k, z = mpf(df), mpf(x)
    q = z * z / k
    tell('student_t_nll', '', '0.0', f'{x}', f'scale=1|df={df}', (k + 1) / 2 * log(1 + q) + log(k * pi) / 2 + loggamma(k / 2) - loggamma((k + 1) / 2),
         (k + 1) * z / (k + z * z), 1 - (k + 1) * q / (1 + q),
         (log(1 + q) - (k + 1) / k * q / (1 + q) + 1 / k + digamma(k / 2) - digamma((k + 1) / 2)) / 2)


def periodic(c, e):
    turn = 4 * pi * mpf(e) / c
    tell('periodic', f'c={c}', f'{-e}', f'{e}', '', 1 - cos(turn), 2 * pi / c * sin(turn))


def dwd(q, a):
    power = lambda e: exp(e * (log(mpf(q)) - log(1 + mpf(q)) - log(mpf(a))))
    tell('dwd', f'q={q}', '1.0', f'{a}', '', power(mpf(q)) / (1 + mpf(q)), -power(1 + mpf(q)))


def fair(c, e):
    r = mpf(e) / c
    tell('fair', f'c={c}', '0.0', f'{e}', '', mpf(c) ** 2 * (r - log(1 + r)), mpf(e) / (1 + r))


def barron(alpha, e):
    b = mpf(alpha) - 2
    base = mpf(e) ** 2 / b + 1
    tell('barron', f'alpha={alpha};c=1', '0.0', f'{e}', '', b / alpha * (base ** (mpf(alpha) / 2) - 1), e * base ** (mpf(alpha) / 2 - 1))


def crps_student_t(z, v):
    """Of a place z in units of the scale."""
    within = betainc(0.5, v / 2, 0, z * z / (v + z * z), regularized=True)
    density = (1 + z * z / v) ** (-(v + 1) / 2) / sqrt(v) / beta(0.5, v / 2)
    return z * within + 2 * density * (v + z * z) / (v - 1) - 2 * sqrt(v) / (v - 1) * beta(0.5, v - 0.5) / beta(0.5, v / 2) ** 2


def aft(lower, upper):
    """The extreme law about the time 1."""
    a, b = mpf(lower), mpf(upper)
    chance = exp(-a) - exp(-b)
    tell('aft', 'distribution=extreme', f'{lower}', '0.0', f'upper={upper}', -log(chance), (b * exp(-b) - a * exp(-a)) / chance, -exp(-b) / chance)


def theil_u(t, x):
    root = lambda v: sqrt(fsum(mpf(u) ** 2 for u in v))
    off = [mpf(b) - a for a, b in zip(t, x)]
    all_of = root(t) + root(x)
    tell('theil_u', '', '/'.join(map(str, t)), '/'.join(map(str, x)), '', root(off) / all_of,
         *((e / root(off) - root(off) / all_of * mpf(v) / root(x)) / all_of for e, v in zip(off, x)))


def faded(gamma, p):
    m = mpf(p) - mpf(0.05)
    tell('asymmetric', f'gamma_negative={gamma}', '0', f'{p}', '', -m ** gamma * log(1 - m), -gamma * m ** (gamma - 1) * log(1 - m) + m ** gamma / (1 - m))


def faded_score(x):
    """So far that the slope is next to the least double."""
    rest = exp(-mpf(x)) / (1 + exp(-mpf(x)))
    m = 1 - rest - mpf(0.05)
    slope = -4 * m ** 3 * log(1 - m) + m ** 4 / (1 - m)
    tell('asymmetric', 'from_logits=true', '0', f'{x}', '', -m ** 4 * log(1 - m), slope * rest * (1 - rest))


def focal(gamma, best):
    """Of two scores, the true one best."""
    rest = exp(-mpf(best)) / (1 + exp(-mpf(best)))
    slope = (gamma * rest ** (gamma - 1) * log(1 - rest) * (1 - rest) - rest ** gamma) * rest
    tell('categorical_focal', f'from_logits=true;gamma={gamma}', '0 1', f'0 {best}', '', -rest ** gamma * log(1 - rest), -slope, slope)


if __name__ == '__main__':
    print('loss,parameters,truth,prediction,inputs,value,slopes')
    tell('categorical_hinge', '', '0 0 1', '2 2 3', '', 0, KINK, KINK, KINK)
    tell('multiclass_hinge', '', '0', '0.5', '', 0, 0)
    alpha_divergence(0.5, 1e300, 1e-300)
    alpha_divergence(1.0001, 1e300, 1e-300)
    alpha_divergence(1e6, 1.0, 1.0001)
    tweedie_at = lambda power, t, p: tell('tweedie_deviance', f'power={power}', f'{t}', f'{p}', '', *(2 * v for v in tweedie(power, t, p)))
    tweedie_at(-1.0, 0.0, 1e150)
    tweedie_at(-1.0, 1.5 * 7.1e102, 7.1e102)
    tweedie_at(-1.0, 1e-100, 2e-100)
    tweedie_at(-1.0, -1e200, 1e-200)
    tweedie_at(1e5, 1.0, 1.0009)
    tweedie_at(1.000000001, 1.8251537312206513e+128, 3.637882231382783e-178)
    tweedie_nll(-1.0, 1e10, 1e-160)
    tweedie_nll(-1.0, 1e200, 0, x=600.0)
    tweedie_nll(-1.0, 1e300, 0, x=600.0)
    tweedie_nll(-1.0, 0.0, 0, x=600.0)
    tweedie_nll(-1.0, 1e300, 0, x=750.0)
    tweedie_nll(-1.0, 0.0, 0, x=750.0)
    tweedie_nll(-1.0, 22.044555181949832, 0, x=-356.2844455140853)
    tell('triplet_margin', 'margin=1;p=2', '', f'{LARGE}', f'positive={-LARGE}|negative=0', mpf(LARGE) + 1, 0, -1, 1)
    energy(0.0, [1e150, -1e150, 3e150])
    tell('ranked_probability_score', 'normalized=true', '0', '1', '', 0, 0)
    poisson_nll(2e15, 3e15)
    fair(1e-300, 1e300)
    barron(37.0, 3.2e8)
    barron(2.0000000000000004, 1e150)
    barron(37.0, 3.2e9)
    barron(2050.0, 3e3)
    tell('geman_mcclure', 'c=1', '0', '1e200', '', 1 / (2 * (1 + mpf(1e200) ** -2)), mpf(1e200) / (1 + mpf(1e200) ** 2) ** 2)
    tell('smape', '', '0', '0', '', 0, KINK)
    tell('smape', '', f'{LARGE}', f'{-LARGE}', '', 2, 0)
    tell('ctc', 'classes=2;zero_infinity=true', '1 1', '-1 -1 -1 -1', 'input_lengths=2|target_lengths=2', 0, *[0] * 6)
    tell('ctc', 'classes=2;zero_infinity=true', '1', '-1 -1', 'input_lengths=1|target_lengths=1', 1, 0, -1, 0, 0)
    tell('aft', 'distribution=extreme;sigma=0.001', '3', '0', 'upper=4', PAST, -PAST, 0)
    tell('renyi', 'alpha=0.5', '1 0', '0 1', '', PAST, -PAST, 0)
    tell('renyi', 'alpha=2', '0.5 0.5', '0 1', '', PAST, -PAST, 0)
    dwd(1e-20, 1e308)
    tell('minkowski', 'p=3', '1/2', '1/2', '', 0, KINK, KINK)
    aft(1.0, 2000.0)
    aft(1e-308, 2e-305)
    aft(0.0, 1000.0)
    aft(0.0, 1e-305)
    theil_u([1.0, 2.0], [0.0, 3.0])
    tell('theil_u', '', '1/2', '1/2', '', 0, KINK, KINK)
    faded(13, 0.7)
    focal(2, 740.0)
    focal(0, 740.0)
    tweedie_nll(-1.0, 2 * 2.0 ** -530, 3 * 2.0 ** -530)
    tell('triplet_margin', '', '', '0', 'positive=Infinity|negative=0', PAST)
    tell('minkowski', 'p=3', f'{LARGE}', f'{-LARGE}', '', 2 * mpf(LARGE))
    tell('asymmetric', '', '1', '0', '', PAST, -PAST)
    faded_score(745.2)
    middle = mpf(4e307)
    tell('crps_student_t', 'df=3', '-1e+308', '1e+308', 'scale=4e+307', middle * crps_student_t(2 * mpf(1e308) / middle, mpf(3)))
    ratio = 2 * mpf(1e308) / mpf(1e300)
    tell('dawid_sebastiani', '', '-1e+308', '1e+308', 'sigma=1e+300', ratio ** 2 + 2 * log(mpf(1e300)))
    beta_nll(0.5, 0.25, 1e-310)
    overdispersed(1e-300, 1e300, 1e300)
    overdispersed(2e134, 2e154, 5e-294)
    overdispersed(0.0, 1e300, 1e300)
    overdispersed(1e15, 1e15 + 1e10, 1e-14)
    overdispersed(1.0, 1e-40, 0.5)
    overdispersed(1.0, 1e-12, 1e-10)
    overdispersed(1.0, 1e-30, 1e+20)
    student(2e139, 8e307)
    student(1e154, 1e307)
    tell('barron', 'alpha=2;c=5e-324', '-1e+308', '1e+308', '', PAST, PAST)
    tell('minkowski', 'p=2', '1/-1e+308', '1/1e+308', 'weight=1e+300/1e+300', PAST, 0, sqrt(mpf(1e300)))
    periodic(1.5e-323, 1e+308)
