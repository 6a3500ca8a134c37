package org.grassrootskpi.model;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grassrootskpi.model.IndicatorFormula.Constant;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.text.HiddenCharacters;

/** Reads a formula by descent: a sum of products of operands. */
final class FormulaParser {
    private static final int MOST_BRACKETS = 50;
    private static final int MOST_DIGITS = 18;
    private static final Pattern WORD = Pattern.compile(Catalog.ID_FORM);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final String SIGNS = "+-*/()";
    /** Each stands for the sign at the same place. */
    private static final String OTHER_SIGNS = "＋−×÷（）" + "＋－＊／（）";

    private final String text;
    private int at;
    private int brackets;
    private int operands;

    FormulaParser(String text) {
        this.text = text;
    }

    IndicatorFormula parse() {
        IndicatorFormula formula = sum();
        if (at < text.length()) {
            throw expected("an operator or the end");
        }
        return formula;
    }

    private IndicatorFormula sum() {
        IndicatorFormula left = product();
        while (sign() == '+' || sign() == '-') {
            Operator operator = sign() == '+' ? Operator.PLUS : Operator.MINUS;
            at++;
            left = new Operation(operator, left, product());
        }
        return left;
    }

    private IndicatorFormula product() {
        IndicatorFormula left = operand();
        while (sign() == '*' || sign() == '/') {
            Operator operator = sign() == '*' ? Operator.TIMES : Operator.DIVIDED_BY;
            at++;
            left = new Operation(operator, left, operand());
        }
        return left;
    }

    private IndicatorFormula operand() {
        if (sign() == '(') {
            return bracketed();
        }
        boolean isNegative = sign() == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        Matcher word = WORD.matcher(text).region(isNegative ? at + 1 : at, text.length());
        boolean isNumber = word.lookingAt() && NUMBER.matcher(word.group()).matches();
        if (!word.lookingAt() || (isNegative && !isNumber)) {
            throw expected(
                    sign() == '-'
                            ? "an id, a number or '(' (to take something away, write it behind something else)"
                            : "an id, a number or '('");
        }
        if (isNumber && word.group().length() > MOST_DIGITS) {
            throw expected("a number of at most " + MOST_DIGITS + " characters");
        }
        if (++operands > IndicatorFormula.MOST_OPERANDS) {
            throw expected("at most " + IndicatorFormula.MOST_OPERANDS + " ids and numbers");
        }
        at = word.end();
        skipBlanks();
        if (!isNumber) {
            return new Reference(word.group());
        }
        BigDecimal number = new BigDecimal(word.group());
        return new Constant(isNegative ? number.negate() : number);
    }

    private IndicatorFormula bracketed() {
        if (++brackets > MOST_BRACKETS) {
            throw expected("at most " + MOST_BRACKETS + " brackets within each other");
        }
        at++;
        IndicatorFormula inner = sum();
        if (sign() != ')') {
            throw expected("an operator or ')'");
        }
        at++;
        brackets--;
        skipBlanks();
        return inner;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Returns the sign that comes next, or another character; a blank at the end. */
    private char sign() {
        skipBlanks();
        if (at == text.length()) {
            return ' ';
        }
        int other = OTHER_SIGNS.indexOf(text.charAt(at));
        return other < 0 ? text.charAt(at) : SIGNS.charAt(other % SIGNS.length());
    }

    private IllegalArgumentException expected(String what) {
        String found = at == text.length()
                ? "its end"
                : text.codePointAt(at) < 0x7F && text.charAt(at) > ' '
                        ? "'" + text.charAt(at) + "'"
                        : HiddenCharacters.name(text.codePointAt(at));
        return new IllegalArgumentException(
                "Expected " + what + " at character " + (at + 1) + " of the formula \"" + text + "\", found " + found);
    }
}
