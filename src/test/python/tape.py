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
    def __init__(self, value, made=()):
        self.value, self.made, self.place, self.slope = value, made, len(Record.steps), None
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
            return Number(self.value * other.value, ((self, other.value), (other, self.value)))
        return Number(self.value * other, ((self, other),))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self * (mpf(1) / other if not isinstance(other, Number) else 1 / other)

    def __rtruediv__(self, other):
        return Number(other / self.value, ((self, -other / self.value ** 2),))

    def __pow__(self, power):
        if self.value == 0:
            Record.kink |= power < 1
            return Number(mpf(0 ** power), ((self, mpf(power == 1)),))
        raised = self.value ** power
        return Number(raised, ((self, power * raised / self.value),))

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


def known(function, slope):
    """A function of one number with its derivative from argument and result."""
    def of(x):
        if not isinstance(x, Number):
            return function(mpf(x))
        result = function(x.value)
        return Number(result, ((x, slope(x.value, result)),))
    return of


def root_slope(x, result):
    Record.kink |= result == 0
    return 1 / (2 * result) if result else mpf(0)


def tail(x):
    """The distribution function of the standard normal, whose lesser side needs 400 bits alone."""
    with mp.workprec(400):
        side = mp.erfc(abs(x) / mp.sqrt(2)) / 2
    return side if x < 0 else 1 - side


exp = known(mp.exp, lambda x, y: y)
log = known(mp.log, lambda x, y: 1 / x)
cos = known(mp.cos, lambda x, y: -mp.sin(x))
atan = known(mp.atan, lambda x, y: 1 / (1 + x * x))
acos = known(mp.acos, lambda x, y: -1 / mp.sqrt(1 - x * x) if abs(x) < 1 else mp.nan)
sqrt = known(mp.sqrt, root_slope)
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
