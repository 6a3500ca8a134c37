package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/** One statement of the report: a line of the {@code facts} command. Fields that do not apply are empty. */
@Value.Immutable
@Value.Style(
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        allowedClasspathAnnotations = {org.immutables.value.Generated.class})
abstract class Fact {
    static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "kind",
            "id",
            "section",
            "name_zh",
            "name_en",
            "period",
            "figure",
            "value",
            "unit",
            "qualifier",
            "stage",
            "deadline",
            "quote");

    abstract String kind();

    abstract String id();

    abstract String section();

    abstract LocalizedText name();

    abstract String period();

    @Value.Default
    String figure() {
        return "";
    }

    @Value.Default
    String value() {
        return "";
    }

    @Value.Default
    String unit() {
        return "";
    }

    @Value.Default
    String qualifier() {
        return "";
    }

    @Value.Default
    String stage() {
        return "";
    }

    @Value.Default
    String deadline() {
        return "";
    }

    abstract String quote();

    ImmutableList<String> fields() {
        return ImmutableList.of(
                kind(),
                id(),
                section(),
                name().zh(),
                name().en(),
                period(),
                figure(),
                value(),
                unit(),
                qualifier(),
                stage(),
                deadline(),
                quote());
    }

    static final class Builder extends ImmutableFact.Builder {
        /** Sets the fields of a quantity; its value is written in the base unit. */
        Builder quantity(Quantity quantity) {
            return value(quantity.value().stripTrailingZeros().toPlainString())
                    .unit(quantity.unit().code())
                    .qualifier(quantity.qualifier().name().toLowerCase(Locale.ROOT));
        }
    }
}
