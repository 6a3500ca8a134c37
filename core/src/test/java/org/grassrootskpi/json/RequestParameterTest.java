package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;

/**
 * Converters of path variables and request parameters, such as those of Spring and JAX-RS, look for a public static method {@code
 * valueOf} that takes a text and gives an object of its class.
 */
class RequestParameterTest {
    private static Method converter(Class<?> type) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod("valueOf", String.class);
        assertThat(Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .isTrue();
        assertThat(method.getReturnType()).isEqualTo(type);
        return method;
    }

    @Test
    void textsOfRequestsAreReadAsByParse() throws ReflectiveOperationException {
        assertThat(converter(TimePeriod.class).invoke(null, "2024年第三季度")).isEqualTo(TimePeriod.ofQuarter(2024, 3));
        assertThat(converter(TimePeriodRange.class).invoke(null, "2024Q1..2024Q3"))
                .isEqualTo(TimePeriodRange.of(TimePeriod.ofQuarter(2024, 1), TimePeriod.ofQuarter(2024, 3)));
        assertThat(converter(Unit.class).invoke(null, "亿元")).isEqualTo(Unit.parse("亿元"));
        assertThat(converter(Quantity.class).invoke(null, "近300亿元")).isEqualTo(Quantity.parse("近300亿元"));
    }

    @Test
    void textsThatAreNoneAreRefusedAsByParse() throws ReflectiveOperationException {
        Method period = converter(TimePeriod.class);
        Method quantity = converter(Quantity.class);

        assertThatThrownBy(() -> period.invoke(null, "2024-13")).hasCauseInstanceOf(TimePeriodFormatException.class);
        assertThatThrownBy(() -> quantity.invoke(null, "12 bananas")).hasCauseInstanceOf(QuantityFormatException.class);
    }
}
