"""Makes samples.csv (the data sets) and scipy.csv (what SciPy says of them); make.R then makes r.csv. SciPy >= 1.10."""
import csv
import numpy as np
from scipy import stats

random = np.random.default_rng(20261120)


def clusters(n, size):
    return np.minimum(np.arange(n) // size, n // size)


def uneven(n):
    return np.floor(np.sqrt(np.arange(n) * 3)).astype(int)


sets = {}


def add(name, x, y, w=None, g=None):
    n = len(x)
    sets[name] = (np.asarray(x, float), np.asarray(y, float), np.ones(n) if w is None else w,
                  np.arange(n) if g is None else g)


add("normal", 5 + random.normal(size=20), 4.6 + random.normal(size=20))
add("large", random.normal(2, 1, 200), random.normal(1.9, 1, 200))
add("student", 10 + random.standard_t(2, 50), 10 + random.standard_t(2, 50))
add("cauchy", abs(random.standard_cauchy(30)), abs(random.standard_cauchy(30)))
add("lognormal", random.lognormal(0, 1.5, 40), random.lognormal(0, 1.5, 40))
add("exponential", random.exponential(1, 15), random.exponential(0.6, 15))
add("ties", random.integers(0, 4, 30), random.integers(0, 4, 30))
add("flags", random.integers(0, 2, 25), (random.random(25) < 0.8) * 1)
add("two", [1.5, 2.25], [1.0, 2.5])
add("three", [0.1, 0.2, 0.4], [0.3, 0.25, 0.2])
add("four", [0.25, 0.25, 0, 1], [0.01, 0.01, 0.04, 0.09])
add("offset", 1e8 + random.normal(size=12), 1e8 + 0.5 + random.normal(size=12))
add("small", 1e-9 * random.random(18), 1e-9 * random.random(18))
add("bimodal", np.concatenate([random.normal(1, .1, 12), random.normal(9, .1, 12)]), random.normal(5, 3, 24))
add("sparse", np.where(random.random(60) < 0.1, random.exponential(9, 60), 0), random.exponential(1, 60))
add("weights", random.exponential(1, 35), random.exponential(1.2, 35), np.round(random.uniform(0.1, 5, 35), 2))
shared = random.normal(0, 1, 12)
add("clusters", 3 + shared[clusters(48, 4)] + random.normal(size=48), 3.2 + random.normal(size=48),
    g=clusters(48, 4))
add("uneven", 3 + random.normal(0, 1, 20)[uneven(60)] + random.normal(size=60), 3 + random.normal(size=60),
    np.round(random.uniform(0.5, 2, 60), 2), uneven(60))

with open("samples.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["set", "x", "y", "w", "g"])
    for name, (x, y, w, g) in sets.items():
        for row in zip(x, y, w, g):
            out.writerow([name, *(repr(float(v)) for v in row[:3]), int(row[3])])

with open("scipy.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["set", "quantity", "value"])

    def put(name, quantity, value):
        out.writerow([name, quantity, repr(float(value))])

    for name, (x, y, w, g) in sets.items():
        d = y - x
        n = len(d)
        paired = stats.ttest_rel(y, x)
        put(name, "paired_p", paired.pvalue)
        put(name, "paired_low", paired.confidence_interval(0.95).low)
        put(name, "paired_high", paired.confidence_interval(0.95).high)
        put(name, "mean_low", stats.ttest_1samp(x, 0).confidence_interval(0.9).low)
        put(name, "mean_high", stats.ttest_1samp(x, 0).confidence_interval(0.9).high)
        exact = n <= 15
        sign = stats.permutation_test((y, x), lambda a, b, axis: np.mean(a - b, axis=axis), vectorized=True,
                                      permutation_type="samples", n_resamples=np.inf if exact else 99999,
                                      rng=np.random.default_rng(1))
        put(name, "permutation_p_exact" if exact else "permutation_p", sign.pvalue)
        if n > 5:
            for method in "percentile", "BCa":
                interval = stats.bootstrap((x, w), lambda a, b, axis: np.sum(a * b, axis=axis) / np.sum(b, axis=axis),
                                           vectorized=True, paired=True, n_resamples=99999, method=method,
                                           batch=10000, rng=np.random.default_rng(2)).confidence_interval
                put(name, method.lower() + "_low", interval.low)
                put(name, method.lower() + "_high", interval.high)
    for df in 1, 2, 2.5, 3, 7, 30, 199, 4999, 1e6:
        for p in 0.5, 0.9, 0.95, 0.975, 0.995, 0.9999995:
            put(df, f"t_quantile {p}", stats.t.ppf(p, df))
        for t in -3.5, 0, 0.25, 1, 1.96, 4, 12:
            put(df, f"t_cdf {t}", stats.t.cdf(t, df))
    for p in 1e-300, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999:
        put("", f"normal_quantile {p}", stats.norm.ppf(p))
    for a, b in (0, 1), (1, 9), (10, 10), (3, 17), (120, 90), (4000, 4100), (0, 60):
        put("", f"mcnemar {a} {b}", stats.binomtest(a, a + b).pvalue)
