package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Module for Jackson 2 that writes and reads the objects of this library in the form that {@link JsonTree} describes.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(new GrassrootsKpiModule());
 * }</pre>
 *
 * <p>{@code ObjectMapper.findAndRegisterModules()} finds it, and Spring Boot 3 takes it as a bean. Jackson 3 has a module with the same
 * name in the artifact {@code grassroots-kpi-jackson3}. Numbers are read with all their digits, however the mapper is configured.
 */
public final class GrassrootsKpiModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Creates the module. */
    public GrassrootsKpiModule() {
        super("grassroots-kpi", Version.unknownVersion());
        JsonTree.types().forEach(this::add);
    }

    private <T> void add(Class<T> type) {
        addSerializer(type, new TreeSerializer<>(type));
        if (JsonTree.isReadable(type)) {
            addDeserializer(type, new TreeDeserializer<>(type));
        }
    }

    private static final class TreeSerializer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        TreeSerializer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(JsonTree.of(value), json);
        }

        @Override
        public void serializeWithType(T value, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, json, provider);
        }
    }

    private static final class TreeDeserializer<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final Class<T> type;

        TreeDeserializer(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Object tree = tree(json, context);
            try {
                return JsonTree.read(tree, type);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }

        private Object tree(JsonParser json, DeserializationContext context) throws IOException {
            return switch (json.currentToken()) {
                case START_OBJECT -> object(json, context);
                case START_ARRAY -> array(json, context);
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT -> json.getNumberValue();
                case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
                case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                default -> context.handleUnexpectedToken(type, json);
            };
        }

        private Map<String, @Nullable Object> object(JsonParser json, DeserializationContext context)
                throws IOException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
                if (object.containsKey(name)) {
                    return context.reportInputMismatch(this, "The property '%s' is there twice", name);
                }
                object.put(name, isNull ? null : tree(json, context));
            }
            return object;
        }

        private List<@Nullable Object> array(JsonParser json, DeserializationContext context) throws IOException {
            List<@Nullable Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(json.hasToken(JsonToken.VALUE_NULL) ? null : tree(json, context));
            }
            return array;
        }
    }
}
