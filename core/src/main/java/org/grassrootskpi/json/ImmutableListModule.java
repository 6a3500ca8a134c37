package org.grassrootskpi.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads immutable lists by way of mutable ones, because Jackson's own module for Guava does not tell which element failed. */
final class ImmutableListModule extends Module {
    @Override
    public String getModuleName() {
        return "immutable lists";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findCollectionDeserializer(
                    CollectionType type,
                    DeserializationConfig config,
                    BeanDescription bean,
                    @Nullable TypeDeserializer elementTypeDeserializer,
                    @Nullable JsonDeserializer<?> elementDeserializer) {
                return type.hasRawClass(ImmutableList.class)
                        ? new StdDelegatingDeserializer<>(new Copy(type.getContentType()))
                        : null;
            }
        });
    }

    private record Copy(JavaType element) implements Converter<List<Object>, ImmutableList<Object>> {
        @Override
        public ImmutableList<Object> convert(List<Object> list) {
            return ImmutableList.copyOf(list);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructCollectionType(List.class, element);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructCollectionType(ImmutableList.class, element);
        }
    }
}
