package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import java.util.Optional;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.ProposalNames.Guess;
import org.grassrootskpi.report.ReaderVocabulary.Word;

/** Guesses the kind of a proposed indicator: what happened in a period, what is there, or so much for one. */
final class ProposalKinds {
    private static final char OF = '的';
    private static final String NO_VERB = "counts what is there: no verb says that it was done";
    private static final String PER = "每";
    private static final String ON_AVERAGE = "均";

    private static final CharMatcher CLAUSE_ENDS = CharMatcher.anyOf("，,：:；;");

    private ProposalKinds() {}

    static Guess<IndicatorKind> kind(String name, FigureMention figure, MentionContext around, Quantity value) {
        String subject = name.substring(name.lastIndexOf(OF) + 1);
        String code = value.unit().code();
        if (code.equals("ratio")
                || code.equals("percentage-point")
                || (code.startsWith("raw:") && (code.contains("/") || isMean(code)))) {
            return new Guess<>(IndicatorKind.RATIO, code);
        }
        Optional<String> apart = DraftWords.first(Kind.APART, subject)
                .filter(word -> word.startsWith(PER) || word.endsWith(ON_AVERAGE))
                .or(() -> mean(subject));
        if (apart.isPresent()) {
            return new Guess<>(IndicatorKind.RATIO, apart.get());
        }
        boolean counted = DraftWords.has(Kind.NEW, (around.isListed() ? around.clauseFront : around.front) + subject);
        Optional<String> flow = DraftWords.first(Kind.FLOW, subject);
        Optional<String> stock = stock(subject, around, flow);
        if (stock.isPresent() && !counted) {
            return new Guess<>(IndicatorKind.STOCK, stock.get());
        }
        boolean event =
                DraftWords.valueOf(Kind.EVENT, code.replace("count:", "")).isPresent();
        boolean thing = code.startsWith("count:") || code.equals("m2") || code.equals("m") || code.equals("W");
        if (counted || event || !thing || flow.isPresent()) {
            return new Guess<>(IndicatorKind.FLOW, flow.orElse("no word speaks of a stock"));
        }
        if (figure.role() == FigureRole.TO && Glossary.standard().deed(subject).isEmpty()) {
            return new Guess<>(IndicatorKind.STOCK, "what it came to");
        }
        Optional<String> deed = deed(subject, around.front);
        return deed.isPresent()
                ? new Guess<>(IndicatorKind.FLOW, deed.get())
                : new Guess<>(IndicatorKind.STOCK, NO_VERB);
    }

    /** 培育龙头企业5家，示范社11家: nothing says whether the second was fostered as well, or is all that there is. */
    static Optional<Question> question(Guess<IndicatorKind> kind, MentionContext around) {
        int own = around.sentenceFront.length() - around.front.length();
        Optional<String> before = kind.why().equals(NO_VERB) && own > 0
                ? ProposalNames.gained(lastClause(around.sentenceFront.substring(0, own)))
                : Optional.empty();
        return before.map(word -> new Question(OpenReason.NEW_OR_ALL, word));
    }

    private static String lastClause(String text) {
        String clause = CLAUSE_ENDS.trimTrailingFrom(text);
        return clause.substring(CLAUSE_ENDS.lastIndexIn(clause) + 1);
    }

    /** A word of a stock in the name, unless one of a flow stands behind it: 合作社销售收入; else in front of the figure. */
    private static Optional<String> stock(String subject, MentionContext around, Optional<String> flow) {
        Optional<String> named = DraftWords.first(Kind.STOCK, subject)
                .filter(word -> subject.startsWith(word)
                        || (Glossary.standard().deed(subject).isEmpty()
                                && (flow.isEmpty() || subject.lastIndexOf(flow.get()) < subject.lastIndexOf(word))));
        if (named.isPresent() || flow.isPresent()) {
            return named;
        }
        return DraftWords.first(Kind.STOCK, around.front.replace(subject, ""))
                .or(() -> DraftWords.first(Kind.STANDING, around.sentenceFront));
    }

    /** 最低工资标准, 平均气温: so much for one, or a mean. */
    private static Optional<String> mean(String name) {
        return DraftWords.words(Kind.MEAN).stream().filter(name::endsWith).findFirst();
    }

    private static boolean isMean(String code) {
        return mean(code).isPresent();
    }

    /** A verb in front of a name, at its beginning or its end; inside, it belongs to a noun: 服务 of 人力资源服务机构. */
    private static Optional<String> deed(String subject, String front) {
        int at = front.lastIndexOf(subject);
        Optional<String> before = verb(at < 0 ? front : front.substring(0, at));
        return before.or(() -> deedIn(subject)).or(() -> edge(subject));
    }

    /** The word of something done that a name begins or ends with. */
    static Optional<String> deedIn(String name) {
        return Glossary.standard()
                .deed(name)
                .or(() -> DraftWords.words(Kind.DONE).stream()
                        .filter(word -> name.endsWith(word) || name.startsWith(word))
                        .findFirst());
    }

    private static Optional<String> edge(String subject) {
        ReaderVocabulary vocabulary = ReaderVocabulary.standard();
        for (int i = 0; i < subject.length(); ) {
            Word word = vocabulary.wordAt(subject, i, subject.length());
            int end = i + (word == null ? 1 : word.text.length());
            if (word != null && word.is(WordKind.VERB) && (i == 0 || end == subject.length())) {
                return Optional.of(word.text);
            }
            i = end;
        }
        return Optional.empty();
    }

    private static Optional<String> verb(String text) {
        Optional<String> done = DraftWords.first(Kind.DONE, text);
        ReaderVocabulary vocabulary = ReaderVocabulary.standard();
        for (int i = 0; done.isEmpty() && i < text.length(); ) {
            Word word = vocabulary.wordAt(text, i, text.length());
            if (word != null && word.is(WordKind.VERB)) {
                return Optional.of(word.text);
            }
            i += word == null ? 1 : word.text.length();
        }
        return done;
    }
}
