package lossctl.derive.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lossctl.num.DecimalReader;

/** Reads expressions: sums of products of powers, where factors may stand side by side. */
final class Reader {
    /** Words that end an expression. */
    private static final Set<String> PROSE =
            Set.of("if", "else", "with", "where", "for", "from", "by", "of", "over", "and", "or", "is", "at", "in");

    private final Tokens tokens;
    private final boolean vectors;
    private boolean inBars;

    /** {@code vectors}: whether the bars of {@code |t|} mean the length of a vector. */
    Reader(Tokens tokens, boolean vectors) {
        this.tokens = tokens;
        this.vectors = vectors;
    }

    /** {@code a if x < y, b if x < z, else c}, or a single expression. */
    Node cases() {
        Node first = sum();
        if (!tokens.take("if")) {
            return first;
        }
        List<Cases.Case> cases = new ArrayList<>();
        cases.add(condition(first));
        while (tokens.take(",")) {
            if (tokens.take("else")) {
                cases.add(new Cases.Case(sum(), null, null, null));
                return new Cases(cases);
            }
            Node next = sum();
            tokens.expect("if");
            cases.add(condition(next));
        }
        return new Cases(cases);
    }

    private Cases.Case condition(Node node) {
        Node left = sum();
        String sign = tokens.next();
        if (!Set.of("<", "<=", ">", ">=", "=").contains(sign)) {
            throw new Unreadable("no comparison: '" + sign + "'");
        }
        return new Cases.Case(node, left, sign, sum());
    }

    Node sum() {
        Node left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            boolean minus = tokens.next().equals("-");
            left = new Sum(left, minus, product());
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        while (true) {
            if (tokens.take("/")) {
                left = new Product(left, true, signed());
            } else if (tokens.take("*")) {
                left = new Product(left, false, signed());
            } else if (startsFactor()) {
                left = new Product(left, false, power());
            } else {
                return left;
            }
        }
    }

    /** Factors side by side, without a quotient: what a sum over classes runs over. */
    private Node body() {
        Node left = signed();
        while (startsFactor()) {
            left = new Product(left, false, power());
        }
        return left;
    }

    private boolean startsFactor() {
        String next = tokens.peek();
        if (next.isEmpty() || PROSE.contains(next)) {
            return false;
        }
        char c = next.charAt(0);
        return Character.isLetterOrDigit(c) || c == '(' || c == '|' && !inBars;
    }

    private Node signed() {
        return tokens.take("-") ? new Minus(signed()) : power();
    }

    private Node power() {
        Node base = primary();
        return tokens.take("^") ? new Power(base, tokens.take("-") ? new Minus(primary()) : primary()) : base;
    }

    private Node primary() {
        if (tokens.take("(")) {
            return closed(")");
        }
        if (tokens.take("|")) {
            boolean outer = inBars;
            inBars = true;
            Node inner = sum();
            inBars = outer;
            tokens.expect("|");
            return new Size(inner, vectors);
        }
        String token = tokens.next();
        if (token.isEmpty() || PROSE.contains(token)) {
            throw new Unreadable("'" + token + "' where a number or name is wanted");
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Literal(token, DecimalReader.read(token));
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw new Unreadable("'" + token + "'");
        }
        return named(token);
    }

    private Node closed(String bracket) {
        boolean outer = inBars;
        inBars = false;
        Node inner = cases();
        inBars = outer;
        tokens.expect(bracket);
        return inner;
    }

    private Node named(String word) {
        boolean bracket = tokens.peek().equals("(");
        if (word.equals("sign") && !bracket) {
            tokens.take("x");
            return startsFactor() ? new Product(new Name(word), false, power()) : new Name(word);
        }
        if (Over.isKind(word) && !(bracket && Call.isFunction(word))) {
            boolean inner = tokens.take("over") && tokens.next().equals("i");
            tokens.take("of");
            return new Over(word, inner, body());
        }
        if (Call.isFunction(word)) {
            return new Call(word, bracket ? arguments() : List.of(power()), bracket);
        }
        Name name = new Name(word);
        if (tokens.take("[")) {
            return new Item(name, closed("]"));
        }
        if (tokens.take(".")) {
            return new Call("dot", List.of(name, new Name(tokens.next())), false);
        }
        return name;
    }

    private List<Node> arguments() {
        tokens.expect("(");
        boolean outer = inBars;
        inBars = false;
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (tokens.take(","));
        inBars = outer;
        tokens.expect(")");
        return arguments;
    }
}
