/**
 * The formulas of the losses' descriptions, read, computed and shown with numbers put in.
 *
 * <p>A formula is parts between semicolons: definitions ({@code e = prediction - truth}), the result ({@code e^2/2 if
 * |e| <= delta, else delta (|e| - delta/2)}), and parts that hold under an option only ({@code from logits p =
 * softmax(x)}). Factors stand side by side; {@code sum over classes of t[j] ln p[j]} runs over a row, whose place is {@code j}.
 */
package lossctl.derive.formula;
