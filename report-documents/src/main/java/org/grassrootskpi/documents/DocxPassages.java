package org.grassrootskpi.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds passages in the body of a docx and marks them for comments. Blanks do not count, and a passage may go on over runs and cells. */
final class DocxPassages {
    /** So many characters in front of a passage may be a number that Word gives, which is not in the text. */
    private static final int LONGEST_NUMBER = 12;

    private static final Set<String> LEFT_OUT =
            new HashSet<>(List.of("Fallback", "del", "moveFrom", "instrText", "delText"));

    private final Document body;
    /** The text that was read of the document, in which comments say where they are. */
    private final String read;

    private final ParagraphNumbers styles;
    /** That text without blanks. */
    private final StringBuilder bareRead = new StringBuilder();
    /** How many characters of it lie in front of each character of the text that was read. */
    private final int[] inFront;

    private final StringBuilder text = new StringBuilder();
    /** The element that each character of the text is in. */
    private final List<Element> elements = new ArrayList<>();
    /** The offset of each character in its element. */
    private final List<Integer> offsets = new ArrayList<>();

    private int next;

    DocxPassages(Document body, String read, ParagraphNumbers styles) {
        this.body = body;
        this.read = read;
        this.styles = styles;
        this.inFront = new int[read.length() + 1];
        for (int i = 0; i < read.length(); i++) {
            inFront[i] = bareRead.length();
            if (!isBlank(read.charAt(i))) {
                bareRead.append(read.charAt(i));
            }
        }
        inFront[read.length()] = bareRead.length();
        read(body.getDocumentElement());
    }

    private void read(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && !LEFT_OUT.contains(String.valueOf(element.getLocalName()))
                    && !isContents(element)) {
                if (DocxXml.is(element, "t")) {
                    add(element, element.getTextContent());
                } else if (DocxXml.is(element, "noBreakHyphen")) {
                    add(element, "-");
                } else {
                    read(element);
                }
            }
        }
    }

    /** Returns whether an element is a paragraph of a table of contents. */
    private boolean isContents(Element element) {
        if (!DocxXml.is(element, "p")) {
            return false;
        }
        NodeList style = element.getElementsByTagNameNS(DocxXml.WORD, "pStyle");
        return style.getLength() > 0
                && styles.isContents(((Element) style.item(0)).getAttributeNS(DocxXml.WORD, "val"));
    }

    private void add(Element element, String content) {
        for (int i = 0; i < content.length(); i++) {
            if (!isBlank(content.charAt(i))) {
                text.append(content.charAt(i));
                elements.add(element);
                offsets.add(i);
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Marks a passage that has a character at an offset, or the beginning of the document where it is not there. */
    void mark(String passage, int character, int id) {
        StringBuilder bare = new StringBuilder();
        passage.chars().filter(c -> !isBlank((char) c)).forEach(c -> bare.append((char) c));
        int begin = begin(bare.toString(), character);
        int skipped = 0;
        int at = find(bare.toString(), begin);
        while (at < 0 && skipped < Math.min(LONGEST_NUMBER, bare.length() - 2)) {
            skipped++;
            at = find(bare.substring(skipped), begin + skipped);
        }
        if (elements.isEmpty()) {
            return;
        }
        if (at < 0) {
            mark(0, 0, id);
        } else {
            mark(at, at + bare.length() - skipped - 1, id);
            next = at;
        }
    }

    /** Returns where the passage with a character at an offset begins in the text that was read, without blanks; less than all else if nowhere. */
    private int begin(String bare, int character) {
        boolean isThere = character >= 0 && character <= read.codePointCount(0, read.length()) && !bare.isEmpty();
        int begin = isThere ? bareRead.lastIndexOf(bare, inFront[read.offsetByCodePoints(0, character)]) : -1;
        return begin < 0 ? Integer.MIN_VALUE : begin;
    }

    /** Finds the passage that begins there in the text that was read; the next one with its words if that is nowhere. */
    private int find(String bare, int begin) {
        if (bare.isEmpty()) {
            return -1;
        }
        if (begin < 0) {
            int at = text.indexOf(bare, next);
            return at < 0 ? text.indexOf(bare) : at;
        }
        int found = text.indexOf(bare);
        int first = bareRead.indexOf(bare);
        for (int at = first; at >= 0 && at < begin && found >= 0; at = bareRead.indexOf(bare, at + 1)) {
            int following = text.indexOf(bare, found + 1);
            if (following < 0) {
                return found;
            }
            found = following;
        }
        return found;
    }

    /** Marks from one character to another, both included. */
    private void mark(int first, int last, int id) {
        cut(last, offsets.get(last) + 1);
        cut(first, offsets.get(first));
        Element begin = runOf(elements.get(first));
        Element end = runOf(elements.get(last));
        Element start = DocxXml.element(body, "commentRangeStart");
        DocxXml.attribute(start, "id", Integer.toString(id));
        parent(begin).insertBefore(start, begin);
        Element stop = DocxXml.element(body, "commentRangeEnd");
        DocxXml.attribute(stop, "id", Integer.toString(id));
        Element reference = DocxXml.element(body, "commentReference");
        DocxXml.attribute(reference, "id", Integer.toString(id));
        Element run = DocxXml.element(body, "r");
        run.appendChild(reference);
        Node behind = end.getNextSibling();
        parent(end).insertBefore(stop, behind);
        parent(end).insertBefore(run, behind);
    }

    /** The run that contains a text. */
    private static Element runOf(Element text) {
        Node node = text;
        while (!DocxXml.is(node, "r") && node.getParentNode() instanceof Element above) {
            node = above;
        }
        return (Element) node;
    }

    private static Node parent(Node node) {
        return Objects.requireNonNull(node.getParentNode());
    }

    /** Cuts the run of a character in two, so that the second begins at an offset of its text; at either end there is nothing to cut. */
    private void cut(int character, int offset) {
        Element element = elements.get(character);
        Element run = runOf(element);
        String content = element.getTextContent();
        boolean isFirst = offset == 0 && isFirst(element, run);
        boolean isLast = offset == content.length() && element.getNextSibling() == null;
        if (isFirst || isLast || !DocxXml.is(run, "r") || !DocxXml.is(element, "t") || element.getParentNode() != run) {
            return;
        }
        Element second = DocxXml.element(body, "r");
        Node properties = run.getFirstChild();
        if (DocxXml.is(properties, "rPr") && properties != null) {
            second.appendChild(properties.cloneNode(true));
        }
        Element rest = DocxXml.text(body, content.substring(offset));
        if (offset < content.length()) {
            second.appendChild(rest);
        }
        for (Node more = element.getNextSibling(); more != null; more = element.getNextSibling()) {
            second.appendChild(more);
        }
        Element kept = DocxXml.text(body, content.substring(0, offset));
        if (offset > 0) {
            run.replaceChild(kept, element);
        } else {
            run.removeChild(element);
        }
        parent(run).insertBefore(second, run.getNextSibling());
        for (int i = first(character, element); i < elements.size() && elements.get(i) == element; i++) {
            boolean behind = offsets.get(i) >= offset;
            elements.set(i, behind ? rest : kept);
            offsets.set(i, behind ? offsets.get(i) - offset : offsets.get(i));
        }
    }

    private int first(int character, Element element) {
        int first = character;
        while (first > 0 && elements.get(first - 1) == element) {
            first--;
        }
        return first;
    }

    private static boolean isFirst(Element element, Element run) {
        for (Node child = run.getFirstChild(); child != null && child != element; child = child.getNextSibling()) {
            if (!DocxXml.is(child, "rPr")) {
                return false;
            }
        }
        return true;
    }
}
