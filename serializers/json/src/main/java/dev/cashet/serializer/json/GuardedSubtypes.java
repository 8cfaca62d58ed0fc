package dev.cashet.serializer.json;

import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/** Class names that a document gives because an annotation of the user's asks for them: asked for before they are loaded. */
final class GuardedSubtypes extends PolymorphicTypeValidator {
  private static final long serialVersionUID = 1L;

  @Override
  public Validity validateBaseType(DatabindContext context, JavaType base) {
    return Validity.INDETERMINATE;
  }

  @Override
  public Validity validateSubClassName(DatabindContext context, JavaType base, String name) {
    if (name.startsWith("java.") || name.indexOf('<') >= 0) {
      return Validity.DENIED;
    }
    Permission.require(name, context);
    return Validity.INDETERMINATE;
  }

  @Override
  public Validity validateSubType(DatabindContext context, JavaType base, JavaType subtype) {
    return PlatformTypes.owns(subtype.getRawClass()) ? Validity.DENIED : Validity.ALLOWED;
  }
}
