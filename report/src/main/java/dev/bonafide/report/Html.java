package dev.bonafide.report;

import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Markup that is safe to put into a page. It is made from templates of ours by {@link #of}, where
 * every text is escaped; only markup goes in unescaped. So untrusted text can never become markup.
 */
public record Html(String markup) {
  public static final Html NOTHING = new Html("");

  /**
   * Fills the holes {@code {}} of a template in order: Html as it is, everything else escaped; a
   * double as a coordinate with at most one decimal.
   */
  public static Html of(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 32 * values.length);
    int at = 0;
    for (Object value : values) {
      int hole = template.indexOf("{}", at);
      if (hole < 0) {
        throw new IllegalArgumentException("more values than holes in " + template);
      }
      out.append(template, at, hole);
      switch (value) {
        case Html html -> out.append(html.markup);
        case Double coordinate -> out.append(coordinate(coordinate));
        default -> escape(value.toString(), out);
      }
      at = hole + 2;
    }
    if (template.indexOf("{}", at) >= 0) {
      throw new IllegalArgumentException("a hole is left in " + template);
    }
    return new Html(out.append(template, at, template.length()).toString());
  }

  public static <T> Html each(Collection<T> items, Function<? super T, Html> make) {
    StringBuilder out = new StringBuilder();
    items.forEach(item -> out.append(make.apply(item).markup));
    return new Html(out.toString());
  }

  public static Html join(Html... parts) {
    StringBuilder out = new StringBuilder();
    for (Html part : parts) {
      out.append(part.markup);
    }
    return new Html(out.toString());
  }

  /**
   * Escapes for text and for quoted attributes. Characters that steer a terminal or the direction
   * of writing are shown by their number: they could make our words read differently.
   */
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n' -> out.append(' ');
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (steers(c) || Character.isSurrogate(c)) {
            out.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  private static boolean steers(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || c == 0x061C
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF;
  }

  private static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
