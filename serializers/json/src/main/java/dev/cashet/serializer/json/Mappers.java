package dev.cashet.serializer.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Jackson as this format wants it: by fields, exact, strict, in a fixed order, and making nothing that is not allowed. */
final class Mappers {
  private static final int MAX_DEPTH = 1000;

  private Mappers() {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // interfaces and what is made for them
  static JsonMapper create(Containers containers) {
    SimpleModule module = new SimpleModule("cashet");
    module.addAbstractTypeMapping(Map.class, (Class) containers.map());
    module.addAbstractTypeMapping(Set.class, (Class) containers.set());
    module.setSerializerModifier(new StableWriting());
    module.setDeserializerModifier(new GuardedReading());
    return JsonMapper.builder(factory())
        .addModule(module)
        .polymorphicTypeValidator(new GuardedSubtypes())
        .changeDefaultVisibility(visible -> visible
            .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
            .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .withVisibility(PropertyAccessor.SETTER, Visibility.NONE))
        .enable(
            MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
            MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
        .disable(
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            // other values of this reader follow in the same document
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(
            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
            DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
            DateTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID)
        .build();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(100_000)
            .build())
        .streamWriteConstraints(
            StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
