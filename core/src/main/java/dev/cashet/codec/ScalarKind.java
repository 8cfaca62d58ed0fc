package dev.cashet.codec;

import java.io.File;
import java.net.URI;
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
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of the platform that are kept as text. The order is the format's: new ones go to the end. */
enum ScalarKind {
  LOCAL_DATE(LocalDate.class, LocalDate::toString, LocalDate::parse),
  LOCAL_TIME(LocalTime.class, LocalTime::toString, LocalTime::parse),
  LOCAL_DATE_TIME(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse),
  INSTANT(Instant.class, Instant::toString, Instant::parse),
  DURATION(Duration.class, Duration::toString, Duration::parse),
  PERIOD(Period.class, Period::toString, Period::parse),
  OFFSET_DATE_TIME(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse),
  OFFSET_TIME(OffsetTime.class, OffsetTime::toString, OffsetTime::parse),
  ZONED_DATE_TIME(ZonedDateTime.class, ScalarKind::zoned, ScalarKind::zoned),
  YEAR(Year.class, Year::toString, text -> Year.of(Integer.parseInt(text))),
  YEAR_MONTH(YearMonth.class, ScalarKind::yearMonth, ScalarKind::yearMonth),
  MONTH_DAY(MonthDay.class, MonthDay::toString, MonthDay::parse),
  ZONE_ID(ZoneId.class, ZoneId::getId, ZoneId::of),
  UUID_VALUE(UUID.class, UUID::toString, UUID::fromString),
  URI_VALUE(URI.class, URI::toString, URI::create),
  DATE(Date.class, date -> Long.toString(date.getTime()), text -> new Date(Long.parseLong(text))),
  CURRENCY(Currency.class, Currency::getCurrencyCode, Currency::getInstance),
  FILE(File.class, File::getPath, File::new),
  PATH(Path.class, Path::toString, text -> FileSystems.getDefault().getPath(text)),
  PATTERN(Pattern.class, pattern -> pattern.flags() + ":" + pattern.pattern(), ScalarKind::pattern),
  LOCALE(Locale.class, LocaleText::of, LocaleText::parse),
  CHARSET(Charset.class, Charset::name, Charset::forName),
  STRING_BUILDER(StringBuilder.class, StringBuilder::toString, StringBuilder::new),
  STRING_BUFFER(StringBuffer.class, StringBuffer::toString, StringBuffer::new);

  private static final ScalarKind[] ALL = values();

  private final Class<?> type;
  private final Function<Object, String> toText;
  private final Function<String, Object> fromText;

  <T> ScalarKind(
      Class<T> type, Function<T, String> toText, Function<String, ? extends T> fromText) {
    this.type = type;
    this.toText = value -> toText.apply(type.cast(value));
    this.fromText = fromText::apply;
  }

  Class<?> type() {
    return type;
  }

  String toText(Object value) {
    return toText.apply(value);
  }

  /** Throws any unchecked exception if the text is not one of such a value. */
  Object fromText(String text) {
    return fromText.apply(text);
  }

  /** The text for people: where the format's own is for machines, that of the value. */
  String shown(String text) {
    try {
      return switch (this) {
        case ZONED_DATE_TIME, YEAR_MONTH -> fromText(text).toString();
        case DATE -> Instant.ofEpochMilli(Long.parseLong(text)).toString();
        case LOCALE -> LocaleText.parse(text).toLanguageTag();
        default -> text;
      };
    } catch (RuntimeException e) {
      return text;
    }
  }

  static @Nullable ScalarKind of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  /** The local time, the offset that decides in an overlap, and the zone, which may be an offset itself. */
  private static String zoned(ZonedDateTime time) {
    return time.toLocalDateTime() + " " + time.getOffset() + " " + time.getZone();
  }

  private static ZonedDateTime zoned(String text) {
    String[] parts = text.split(" ", 3);
    return ZonedDateTime.ofStrict(
        LocalDateTime.parse(parts[0]), ZoneOffset.of(parts[1]), ZoneId.of(parts[2]));
  }

  private static String yearMonth(YearMonth month) {
    return month.getYear() + "/" + month.getMonthValue();
  }

  private static YearMonth yearMonth(String text) {
    int slash = text.indexOf('/');
    return YearMonth.of(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  private static Pattern pattern(String text) {
    int colon = text.indexOf(':');
    return Pattern.compile(text.substring(colon + 1), Integer.parseInt(text.substring(0, colon)));
  }
}
