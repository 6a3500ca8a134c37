package org.grassrootskpi.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.score.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * Describes the interfaces of the model, and of the rules of assessment, to Jackson, so that they need no annotations of Jackson: a property is a method of an interface
 * whose {@code Builder} has a method of the same name. A value that an interface only computes has no such method in the builder.
 */
final class ModelIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final ImmutableSet<String> PACKAGES = Stream.of(
                    Catalog.class, Levels.class, Scorecard.class, ProgressRule.class)
            .map(Class::getPackageName)
            .collect(ImmutableSet.toImmutableSet());

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** Objects of the model are read by their builders, which refuse what is missing. */
    @Override
    public @Nullable Class<?> findPOJOBuilder(AnnotatedClass type) {
        return builder(type.getRawType()).orElse(null);
    }

    /** Returns the builder of an interface, or that of its implementation if the interface has factory methods instead. */
    private static Optional<Class<?>> builder(Class<?> type) {
        if (!type.isInterface() || !PACKAGES.contains(type.getPackageName())) {
            return Optional.empty();
        }
        Optional<Class<?>> shown = Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst();
        return shown.isPresent() ? shown : generated(type.getPackageName() + ".Immutable" + type.getSimpleName());
    }

    private static Optional<Class<?>> generated(String implementation) {
        try {
            return Optional.of(Class.forName(implementation + "$Builder"));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Finds the accessors of an object of the model and the methods of its builder. */
    static final class Naming extends DefaultAccessorNamingStrategy.Provider {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessorNamingStrategy forPOJO(MapperConfig<?> config, AnnotatedClass type) {
            return Arrays.stream(type.getRawType().getInterfaces())
                    .filter(model -> builder(model).isPresent())
                    .findFirst()
                    .<AccessorNamingStrategy>map(Properties::new)
                    .orElseGet(() -> super.forPOJO(config, type));
        }

        @Override
        public AccessorNamingStrategy forBuilder(
                MapperConfig<?> config, AnnotatedClass builder, BeanDescription valueType) {
            return new Properties(valueType.getBeanClass());
        }
    }

    private static final class Properties extends AccessorNamingStrategy.Base {
        private static final long serialVersionUID = 1L;

        private final Class<?> model;
        private final Class<?> builder;

        Properties(Class<?> model) {
            this.model = model;
            this.builder = builder(model).orElseThrow();
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return Arrays.stream(builder.getMethods()).anyMatch(setter -> sets(setter, name)) ? name : null;
        }

        @Override
        public @Nullable String findNameForMutator(AnnotatedMethod method, String name) {
            return sets(method.getAnnotated(), name) ? name : null;
        }

        /** Returns whether a method of the builder takes what the interface returns: a builder has others of that name, for single values. */
        private boolean sets(Method setter, String name) {
            if (!setter.getName().equals(name) || setter.getParameterCount() != 1) {
                return false;
            }
            Class<?> taken = setter.getParameterTypes()[0];
            return Arrays.stream(model.getMethods())
                    .filter(accessor -> accessor.getName().equals(name) && accessor.getParameterCount() == 0)
                    .map(Method::getReturnType)
                    .anyMatch(answered ->
                            taken == answered || (answered == ImmutableList.class && taken == Iterable.class));
        }
    }
}
