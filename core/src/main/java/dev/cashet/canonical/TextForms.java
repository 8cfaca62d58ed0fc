package dev.cashet.canonical;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of the platform whose text says everything: written as the name of the kind and the text. The texts are
 * specified by the classes' documentation and depend on no locale.
 */
final class TextForms {
  private TextForms() {}

  static void addTo(Map<Class<?>, Form> forms) {
    for (Class<?> type : List.of(
        LocalDate.class,
        LocalTime.class,
        LocalDateTime.class,
        Instant.class,
        Duration.class,
        Period.class,
        OffsetDateTime.class,
        OffsetTime.class,
        ZonedDateTime.class,
        Year.class,
        YearMonth.class,
        MonthDay.class,
        ZoneOffset.class,
        UUID.class,
        URI.class)) {
      forms.put(type, text(type.getName(), Object::toString));
    }
    put(forms, URL.class, URL::toExternalForm);
    put(forms, Date.class, date -> Long.toString(date.getTime()));
    put(forms, Currency.class, Currency::getCurrencyCode);
    put(forms, File.class, File::getPath);
    put(forms, Pattern.class, pattern -> pattern.flags() + ":" + pattern.pattern());
    put(forms, Locale.class, TextForms::ofLocale);
    put(forms, StringBuilder.class, StringBuilder::toString);
    put(forms, StringBuffer.class, StringBuffer::toString);
  }

  static @Nullable Form find(Class<?> type) {
    if (!Platform.owns(type)) {
      return Path.class.isAssignableFrom(type) ? path() : null;
    }
    if (Path.class.isAssignableFrom(type)) {
      return path();
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return text("java.time.ZoneId", value -> ((ZoneId) value).getId());
    }
    if (Charset.class.isAssignableFrom(type)) {
      return text("java.nio.charset.Charset", value -> ((Charset) value).name());
    }
    if (InetAddress.class.isAssignableFrom(type)) {
      return text("java.net.InetAddress", value -> ((InetAddress) value).toString());
    }
    if (InetSocketAddress.class.isAssignableFrom(type)) {
      return text("java.net.InetSocketAddress", Object::toString);
    }
    return null;
  }

  private static <T> void put(Map<Class<?>, Form> forms, Class<T> type, Function<T, String> text) {
    forms.put(type, text(type.getName(), value -> text.apply(type.cast(value))));
  }

  private static Form text(String name, Function<Object, String> text) {
    return (value, out) -> {
      out.bytes.u8(Tag.NAMED);
      out.bytes.name(name);
      out.bytes.text(text.apply(value));
    };
  }

  private static Form path() {
    Function<Object, String> text = value -> {
      Path path = (Path) value;
      boolean usual = path.getFileSystem() == FileSystems.getDefault();
      return usual ? path.toString() : path.toUri().toString();
    };
    return text("java.nio.file.Path", text);
  }

  /** The parts one by one: a language tag cannot carry every locale. */
  private static String ofLocale(Locale locale) {
    StringBuilder text = new StringBuilder()
        .append(locale.getLanguage())
        .append('|')
        .append(locale.getScript())
        .append('|')
        .append(locale.getCountry())
        .append('|')
        .append(locale.getVariant());
    for (char key : new java.util.TreeSet<>(locale.getExtensionKeys())) {
      text.append('|').append(key).append('=').append(locale.getExtension(key));
    }
    return text.toString();
  }
}
