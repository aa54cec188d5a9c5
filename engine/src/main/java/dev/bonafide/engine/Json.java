package dev.bonafide.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** How outputs are written: components that are null are left out, line ends are {@code \n}. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Json() {}

  /** A document, indented. */
  public static byte[] document(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    byte[] json = MAPPER.writer().with(printer).writeValueAsBytes(value);
    byte[] lined = java.util.Arrays.copyOf(json, json.length + 1);
    lined[json.length] = '\n';
    return lined;
  }

  /** One line without its end. */
  public static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A value as {@link #document} or {@link #line} wrote it. */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** Lines, each with its end. */
  static byte[] lines(List<?> values) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (Object value : values) {
      out.writeBytes(MAPPER.writeValueAsBytes(value));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
