package org.grassrootskpi.jackson3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.json.JsonTree;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Module for Jackson 3 that writes and reads the objects of this library in the form that {@link JsonTree} describes.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new GrassrootsKpiModule()).build();
 * }</pre>
 *
 * <p>{@code MapperBuilder.findAndAddModules()} finds it, as Spring Boot 4 does. Numbers are read with all their digits, however
 * the mapper is configured.
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
        TreeSerializer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            context.writeValue(json, JsonTree.of(value));
        }

        @Override
        public void serializeWithType(T value, JsonGenerator json, SerializationContext context, TypeSerializer type) {
            serialize(value, json, context);
        }
    }

    private static final class TreeDeserializer<T> extends StdDeserializer<T> {
        private final Class<T> type;

        TreeDeserializer(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            Object tree = tree(json, context);
            try {
                return JsonTree.read(tree, type);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }

        private Object tree(JsonParser json, DeserializationContext context) {
            return switch (json.currentToken()) {
                case START_OBJECT -> object(json, context);
                case START_ARRAY -> array(json, context);
                case VALUE_STRING -> json.getString();
                case VALUE_NUMBER_INT -> json.getNumberValue();
                case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
                case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                default -> context.handleUnexpectedToken(context.constructType(type), json);
            };
        }

        private Map<String, @Nullable Object> object(JsonParser json, DeserializationContext context) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
                if (object.containsKey(name)) {
                    return context.reportInputMismatch(this, "The property '%s' is there twice", name);
                }
                object.put(name, isNull ? null : tree(json, context));
            }
            return object;
        }

        private List<@Nullable Object> array(JsonParser json, DeserializationContext context) {
            List<@Nullable Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(json.hasToken(JsonToken.VALUE_NULL) ? null : tree(json, context));
            }
            return array;
        }
    }
}
