package dev.bonafide.server;

import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Store;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every table of every page as CSV: the page's own address with {@code csv=NAME}. It is made from
 * the page itself, so that no table is forgotten and none shows a role what its page does not. It
 * reads markup that {@link Html} made, in which every text is escaped, and no other.
 */
@Component
@Order(0) // behind the sign-in and what roles may reach
class Tables extends OncePerRequestFilter {
  /** So many rows a page shows when it is asked for as CSV. */
  static final int ROWS = 10_000;

  private static final String PARAMETER = "csv";

  /** The box around a table: its name, and the address of an export of its own if it has one. */
  private static final Pattern BOX =
      Pattern.compile(
          "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"([^\"]*)\"(?:"
              + " data-csv=\"([^\"]*)\")?><table");

  private static final String END = "</table>";
  private static final Pattern ROW = Pattern.compile("<tr[ >].*?</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<t[hd]([ >][^<]*?)?>(.*?)</t[hd]>", Pattern.DOTALL);
  private static final Pattern WIDE = Pattern.compile("colspan=\"(\\d{1,3})\"");
  private static final Pattern UNSEEN =
      Pattern.compile("<(svg|form|button|summary)[ >].*?</\\1>", Pattern.DOTALL);
  private static final Pattern APART = Pattern.compile("<br>|</(?:li|dd|dt|p|div|span)>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d[\\d,]*(?:\\.\\d+)?");

  private final Store store;
  private final Clock clock;

  Tables(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How many rows a page shows: some, or nearly all when they are wanted as CSV. */
  static int rows(HttpServletRequest request, int usual) {
    return request.getParameter(PARAMETER) == null ? usual : ROWS;
  }

  // --- the links -------------------------------------------------------------------------------

  /** A page with a link to its CSV behind each table. */
  static Html linked(HttpServletRequest request, Html page) {
    if (!"GET".equals(request.getMethod())) {
      return page;
    }
    String markup = page.markup();
    StringBuilder out = new StringBuilder(markup.length() + 2048);
    int at = 0;
    Matcher box = BOX.matcher(markup);
    while (box.find()) {
      int end = markup.indexOf(END, box.end());
      if (end < 0) {
        break;
      }
      end += END.length();
      out.append(markup, at, end);
      String own = box.group(2);
      out.append(
          Html.of(
                  "<p class=\"csv noprint\"><a href=\"{}\">CSV<span class=\"vh\">: {}</span></a></p>",
                  own == null ? address(request, text(box.group(1))) : new Html(own),
                  new Html(box.group(1)))
              .markup());
      at = end;
    }
    return new Html(out.append(markup, at, markup.length()).toString());
  }

  private static String address(HttpServletRequest request, String name) {
    String query = request.getQueryString();
    String kept =
        query == null
            ? ""
            : Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
    return request.getRequestURI()
        + "?"
        + kept
        + PARAMETER
        + "="
        + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  // --- the table -------------------------------------------------------------------------------

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"GET".equals(request.getMethod()) || request.getParameter(PARAMETER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    String type = page.getContentType();
    if (page.getStatus() != 200 || type == null || !type.startsWith("text/html")) {
      page.copyBodyToResponse();
      return;
    }
    String name = String.valueOf(request.getParameter(PARAMETER));
    List<List<String>> table =
        table(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8), name);
    if (table == null) {
      response.sendError(HttpStatus.NOT_FOUND.value(), "This page has no table of that name.");
      return;
    }
    store
        .audit()
        .add(
            Signed.act(clock),
            Action.LIST_EXPORTED,
            URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8),
            Words.count(Math.max(0, table.size() - 1), "row", "rows") + " of " + name);
    StringBuilder csv = new StringBuilder();
    table.forEach(row -> csv.append(Csv.line(row.stream().map(Tables::value).toArray())));
    response.resetBuffer();
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\""
            + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
            + ".csv\"");
    response.getOutputStream().write(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The rows of a page's table; null when there is none of that name. */
  static @Nullable List<List<String>> table(String markup, String name) {
    Matcher box = BOX.matcher(markup);
    while (box.find()) {
      int end = markup.indexOf(END, box.end());
      if (end >= 0 && text(box.group(1)).equals(name)) {
        return table(markup.substring(box.end(), end));
      }
    }
    return null;
  }

  private static List<List<String>> table(String markup) {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(UNSEEN.matcher(markup).replaceAll(""));
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group());
      while (cell.find()) {
        cells.add(text(cell.group(2)));
        Matcher wide = WIDE.matcher(cell.group(1) == null ? "" : cell.group(1));
        for (int more = wide.find() ? Integer.parseInt(wide.group(1)) : 1; more > 1; more--) {
          cells.add("");
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** What a reader reads of some markup. */
  private static String text(String markup) {
    return TAG.matcher(APART.matcher(markup).replaceAll(" "))
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** A number as a spreadsheet reads it, everything else as it is. */
  private static Object value(String text) {
    return NUMBER.matcher(text).matches()
        ? new BigDecimal(text.replace('\u2212', '-').replace(",", ""))
        : text;
  }
}
