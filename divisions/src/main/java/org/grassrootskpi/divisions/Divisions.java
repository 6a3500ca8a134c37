package org.grassrootskpi.divisions;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimaps;
import com.google.common.io.ByteSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.text.OwnResource;

/**
 * The administrative divisions of China from province to township, found by code and by name.
 *
 * <p>They are in the pre-order of their tree, which is also the order of their codes: a division is followed by
 * everything below it, so that a subtree is a range of {@link Division#index() indexes}.
 *
 * <p>Trailing zeros of a code are ignored by every method: {@code 440307}, {@code 440307000} and {@code 440307000000} are
 * Longgang district. Immutable and thread-safe.
 */
public final class Divisions {
    private static final Splitter NAMES = Splitter.on('/');
    private static final Joiner PATH = Joiner.on('/');
    private static final ImmutableSet<Integer> CODE_LENGTHS = ImmutableSet.of(2, 4, 6, 9, 12);

    private static final String FILE = "divisions.tsv";

    private final int edition;
    private final ImmutableList<Division> all;

    /** Built when the first name is looked up: it costs as much as reading the list, and codes need none. */
    private final Supplier<ImmutableListMultimap<String, Division>> byName;

    Divisions(int edition, ImmutableList<Division> all) {
        this.edition = edition;
        this.all = all;
        this.byName = Suppliers.memoize(() -> Multimaps.index(all, Division::name));
    }

    /**
     * Reads the list of this module: the codes for statistics of 2023, about 44,700 divisions.
     *
     * @return the list, read anew at each call: keep it
     */
    public static Divisions load() {
        return read(OwnResource.of(FILE, () -> Divisions.class.getResourceAsStream(FILE)));
    }

    /**
     * Reads another list, for example of another year. The list of this module describes the format in its first
     * lines.
     *
     * @param source a text in UTF-8
     * @return the whole list
     * @throws DivisionFormatException at the first line that does not fit, or if lines are missing
     * @throws java.io.UncheckedIOException if the source cannot be read
     */
    public static Divisions read(ByteSource source) {
        return DivisionReader.read(source);
    }

    /**
     * Returns the year of the codes.
     *
     * @return for example 2023
     */
    public int edition() {
        return edition;
    }

    /**
     * Returns all divisions.
     *
     * @return in pre-order, which is the order of the codes
     */
    public ImmutableList<Division> all() {
        return all;
    }

    /**
     * Returns the divisions that are not part of another.
     *
     * @return the provinces, autonomous regions and municipalities, in the order of their codes
     */
    public ImmutableList<Division> provinces() {
        return childrenIn(0, all.size());
    }

    /**
     * Finds a division by its code.
     *
     * @param code 2, 4, 6, 9 or 12 digits; zeros at the end do not matter
     * @return the division
     * @throws UnknownIdException if there is none, with the nearest code among the parts of the division that the first
     *     digits name; a community or village is unknown too, because the list ends above it
     */
    public Division byCode(String code) {
        return lookUp(withoutZeros(code)).orElseThrow(() -> unknownCode(code));
    }

    /**
     * Finds the one division to which a path of names leads, as {@link #find} understands it.
     *
     * @param path names from above, with slashes between them
     * @return the division
     * @throws UnknownIdException if there is none, with the nearest spelling of the first name that leads nowhere
     * @throws AmbiguousDivisionException if there are several
     */
    public Division byPath(String path) {
        ImmutableList<Division> found = find(path);
        return switch (found.size()) {
            case 0 -> throw unknownPath(NAMES.splitToList(path));
            case 1 -> found.get(0);
            default -> throw new AmbiguousDivisionException(path, found);
        };
    }

    /**
     * Finds the divisions to which a path of names leads. The last name is that of the division, the others are names above it
     * in their order; any of these can be left out: {@code 平湖街道}, {@code 深圳市/平湖街道} and {@code
     * 广东省/深圳市/龙岗区/平湖街道} lead to the same place. Names are spelt as in the list. A whole path, from the
     * province with nothing left out, leads to the division of that path only.
     *
     * @param path names from above, with slashes between them
     * @return all of them, in the order of their codes; empty if there is none
     */
    public ImmutableList<Division> find(String path) {
        ImmutableList<Division> found = answering(NAMES.splitToList(path));
        ImmutableList<Division> whole = found.stream()
                .filter(division -> division.path().equals(path))
                .collect(ImmutableList.toImmutableList());
        return whole.isEmpty() ? found : whole;
    }

    /**
     * Returns the divisions directly below a division.
     *
     * @param code the code of the division above
     * @return in the order of their codes; empty for a township
     * @throws UnknownIdException if there is no such division
     */
    public ImmutableList<Division> children(String code) {
        Division parent = byCode(code);
        return childrenIn(parent.index() + 1, parent.end());
    }

    /**
     * Returns a division and everything below it.
     *
     * @param code the code of the division
     * @return in pre-order, from the {@link Division#index() index} of the division to its {@link Division#end() end}; a
     *     view that copies nothing
     * @throws UnknownIdException if there is no such division
     */
    public ImmutableList<Division> subtree(String code) {
        return subtree(byCode(code));
    }

    /**
     * Returns the regions that a catalogue about a division needs: the division, everything above it, so that every parent is
     * present, and everything below it down to the township. English names are as {@link Division#toRegion} says.
     *
     * @param code the code of the division
     * @return in pre-order, from the province down
     * @throws UnknownIdException if there is no such division
     */
    public ImmutableList<Region> regions(String code) {
        Division division = byCode(code);
        return Stream.concat(division.ancestors().stream(), subtree(division).stream())
                .map(Division::toRegion)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Division> subtree(Division division) {
        return all.subList(division.index(), division.end());
    }

    private ImmutableList<Division> childrenIn(int from, int to) {
        ImmutableList.Builder<Division> children = ImmutableList.builder();
        for (int i = from; i < to; i = all.get(i).end()) {
            children.add(all.get(i));
        }
        return children.build();
    }

    private ImmutableList<Division> answering(List<String> names) {
        return byName.get().get(names.get(names.size() - 1)).stream()
                .filter(division -> division.answersTo(names))
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<Division> lookUp(String code) {
        int index = Collections.binarySearch(codes(all), code);
        return index < 0 ? Optional.empty() : Optional.of(all.get(index));
    }

    private static String withoutZeros(String code) {
        if (!CODE_LENGTHS.contains(code.length())) {
            return code;
        }
        return CODE_LENGTHS.stream()
                .filter(length -> length <= code.length())
                .filter(length -> code.chars().skip(length).allMatch(digit -> digit == '0'))
                .findFirst()
                .map(length -> code.substring(0, length))
                .orElse(code);
    }

    private UnknownIdException unknownCode(String code) {
        for (int length : CODE_LENGTHS.asList().reverse()) {
            Optional<Division> above =
                    length < code.length() ? lookUp(withoutZeros(code.substring(0, length))) : Optional.empty();
            if (above.isPresent()) {
                Division division = above.get();
                return new UnknownIdException(
                        "division below " + division, code, codes(childrenIn(division.index() + 1, division.end())));
            }
        }
        return new UnknownIdException("division", code, ImmutableList.of());
    }

    /** Refuses the first name that leads nowhere, and suggests the nearest spelling below the names before it. */
    private UnknownIdException unknownPath(List<String> names) {
        List<Division> scope = all;
        int known = 0;
        for (; known < names.size(); known++) {
            List<Division> found = answering(names.subList(0, known + 1));
            if (found.isEmpty()) {
                break;
            }
            scope = found.stream()
                    .flatMap(division -> subtree(division).stream().skip(1))
                    .toList();
        }
        String wrong = names.get(known);
        String before = known == 0 ? "" : PATH.join(names.subList(0, known)) + "/";
        return new UnknownIdException(
                "division",
                before + wrong,
                scope.stream()
                        .map(Division::name)
                        .filter(name -> resembles(name, wrong))
                        .map(name -> before + name)
                        .toList());
    }

    /**
     * The names before the wrong one make two paths near to each other whatever their last names are, so most of the
     * characters of the wrong name itself must be there.
     */
    private static boolean resembles(String name, String wrong) {
        long shared =
                wrong.chars().filter(character -> name.indexOf(character) >= 0).count();
        return 2 * shared > wrong.length();
    }

    private static List<String> codes(ImmutableList<Division> divisions) {
        return Lists.transform(divisions, Division::code);
    }
}
