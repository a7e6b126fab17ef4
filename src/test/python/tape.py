"""Numbers of mpmath that remember how they came about, so that slopes come out with all digits and without differences."""
from mpmath import mp, mpf


class Record:
    """All numbers since the last start, and whether one of them was at a kink."""
    steps = []
    kink = False

    @classmethod
    def start(cls):
        cls.steps, cls.kink = [], False


class Number:
    """A value and its derivatives by those it was made of."""
    def __init__(self, value, made=(), bend=0):
        """What it is made of with the derivative by each, and the second one by the only of them, or by both of a product."""
        self.value, self.made, self.bend, self.place, self.slope = value, made, bend, len(Record.steps), None
        Record.steps.append(self)

    def __add__(self, other):
        if isinstance(other, Number):
            return Number(self.value + other.value, ((self, 1), (other, 1)))
        return Number(self.value + other, ((self, 1),))

    __radd__ = __add__

    def __neg__(self):
        return Number(-self.value, ((self, -1),))

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if isinstance(other, Number):
            return Number(self.value * other.value, ((self, other.value), (other, self.value)), 1)
        return Number(self.value * other, ((self, other),))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (mpf(1) / other if not isinstance(other, Number) else 1 / other)

    def __rtruediv__(self, other):
        return Number(other / self.value, ((self, -other / self.value ** 2),), 2 * other / self.value ** 3)

    def __pow__(self, power):
        if self.value == 0:
            Record.kink |= power < 1
            return Number(mpf(0 ** power), ((self, mpf(power == 1)),), mpf(2 * (power == 2)) if power in (1, 2) or power > 2 else mp.nan)
        raised = self.value ** power
        slope = power * raised / self.value
        return Number(raised, ((self, slope),), (power - 1) * slope / self.value)

    def __abs__(self):
        Record.kink |= self.value == 0
        return -self if self.value < 0 else self + 0

    def __lt__(self, other):
        Record.kink |= self.value == value(other)
        return self.value < value(other)

    def __gt__(self, other):
        return -self < -other

    def __ge__(self, other):
        return not self < other

    def __le__(self, other):
        return not self > other


def value(x):
    return x.value if isinstance(x, Number) else mpf(x)


def known(function, slope, bend=lambda x, y: mp.nan):
    """A function of one number with its first and second derivative from argument and result."""
    def of(x):
        if not isinstance(x, Number):
            return function(mpf(x))
        result = function(x.value)
        return Number(result, ((x, slope(x.value, result)),), bend(x.value, result))
    return of


def root_slope(x, result):
    Record.kink |= result == 0
    return 1 / (2 * result) if result else mpf(0)


def tail(x):
    """The distribution function of the standard normal, whose lesser side needs 400 bits alone."""
    with mp.workprec(400):
        side = mp.erfc(abs(x) / mp.sqrt(2)) / 2
    return side if x < 0 else 1 - side


exp = known(mp.exp, lambda x, y: y, lambda x, y: y)
log = known(mp.log, lambda x, y: 1 / x, lambda x, y: -1 / x ** 2)
cos = known(mp.cos, lambda x, y: -mp.sin(x), lambda x, y: -y)
atan = known(mp.atan, lambda x, y: 1 / (1 + x * x), lambda x, y: -2 * x / (1 + x * x) ** 2)
acos = known(mp.acos, lambda x, y: -1 / mp.sqrt(1 - x * x) if abs(x) < 1 else mp.nan,
             lambda x, y: -x / mp.sqrt(1 - x * x) ** 3 if abs(x) < 1 else mp.nan)
sqrt = known(mp.sqrt, root_slope, lambda x, y: -1 / (4 * y ** 3) if y else mp.nan)
normal = known(tail, lambda x, y: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi))


def total(numbers):
    numbers = list(numbers)
    made = [x for x in numbers if isinstance(x, Number)]
    return Number(mp.fsum(map(value, numbers)), tuple((x, 1) for x in made)) if made else mp.fsum(numbers)


def greatest(*numbers):
    values = list(map(value, numbers))
    best = max(values)
    Record.kink |= values.count(best) > 1
    return numbers[values.index(best)]


def least(*numbers):
    return -greatest(*(-x for x in numbers))


def slopes(result, of):
    """The derivatives of a result by some of the numbers it was made of."""
    if not isinstance(result, Number):
        return [mpf(0)] * len(of)
    for step in Record.steps:
        step.slope = None
    result.slope = mpf(1)
    for step in reversed(Record.steps[:result.place + 1]):
        for maker, by in step.made if step.slope else ():
            maker.slope = (maker.slope or 0) + step.slope * by
    return [x.slope or mpf(0) for x in of]


def bends(result, of):
    """The second derivatives of a result by some of the numbers it was made of, each by one of them twice."""
    return [bend(result, x) for x in of]


def bend(result, by):
    if not isinstance(result, Number):
        return mpf(0)
    rates = {by.place: (mpf(1), mpf(0))}
    for step in Record.steps[by.place + 1:result.place + 1]:
        made = [(rates[maker.place], slope) for maker, slope in step.made if maker.place in rates]
        if not made:
            continue
        turn = mp.fsum(slope * second for (_, second), slope in made)
        if step.bend and len(step.made) == 1 and made[0][0][0]:
            turn += step.bend * made[0][0][0] ** 2
        elif step.bend and len(made) == 2:
            turn += 2 * made[0][0][0] * made[1][0][0]
        rates[step.place] = mp.fsum(slope * first for (first, _), slope in made), turn
    return rates.get(result.place, (0, mpf(0)))[1]
