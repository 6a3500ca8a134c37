package org.grassrootskpi.examples;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Converts the values of options, with messages that do not mention Java classes. */
final class Arguments {
    private Arguments() {}

    static void register(CommandLine command) {
        command.registerConverter(Path.class, Arguments::path)
                .registerConverter(LocalDate.class, Arguments::date)
                .registerConverter(Charset.class, Arguments::charset)
                .registerConverter(TimePeriod.class, Arguments::month)
                .registerConverter(Language.class, Arguments::language);
    }

    /** Reads a path as this system spells it. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is no path on this system: " + e.getReason());
        }
    }

    /** The name of a file without its folders; a name that is no path stays as it is. */
    static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("expected a day of the calendar such as 2025-07-01, got '" + text + "'");
        }
    }

    private static TimePeriod month(String text) {
        try {
            TimePeriod period = TimePeriod.parse(text);
            if (period.frequency() == Frequency.MONTHLY && !period.isYearToDate()) {
                return period;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw new TypeConversionException("expected a month such as 2025-09, got '" + text + "'");
    }

    private static Language language(String text) {
        try {
            return Language.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("expected a language such as zh, en or fr, got '" + text + "'");
        }
    }

    private static Charset charset(String text) {
        try {
            Charset charset = Charset.forName(text);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw new TypeConversionException("expected a charset such as UTF-8, GBK or GB18030, got '" + text + "'");
    }
}
