package dev.bonafide.server;

import dev.bonafide.engine.Json;
import dev.bonafide.report.Html;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What went wrong, what still holds, what to do. Never a trace; a number that leads to it. */
@Controller
class Errors implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @RequestMapping(value = "/error", produces = Shell.HTML)
  ResponseEntity<String> error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .startsWith("/api/")) {
      return ResponseEntity.status(status)
          .header("Content-Type", Api.JSON)
          .body(Json.line(Map.of("error", words(request, status))) + "\n");
    }
    String title =
        switch (status) {
          case 403 -> "You may not see or do this";
          case 404 -> "There is nothing here";
          case 405 -> "This can\u2019t be done here";
          case 400 -> "That can\u2019t be understood";
          default -> "Something went wrong on our side";
        };
    return ResponseEntity.status(status)
        .body(
            Shell.page(
                request,
                title,
                "",
                Html.of(
                    "<div class=\"gate panel\"><h1>{}</h1><p class=\"sub\">{}</p><p><a href=\"/\">To the"
                        + " begin</a></p></div>",
                    title,
                    words(request, status))));
  }

  private static String words(HttpServletRequest request, int status) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable e
        && status >= 500) {
      byte[] bytes = new byte[4];
      new SecureRandom().nextBytes(bytes);
      String number = HexFormat.of().formatHex(bytes);
      LOG.error(
          "fault {} at {}", number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), e);
      return "Nothing that was saved is lost. Try again; if it stays, the log of the server tells"
          + " more under the number "
          + number
          + ".";
    }
    return switch (status) {
      case 403 ->
          "Your roles don\u2019t allow it, or the page was open too long: load it again. An"
              + " administrator gives roles.";
      case 400, 404 -> reason(request);
      default -> "Go back and try again.";
    };
  }

  private static String reason(HttpServletRequest request) {
    Object exception = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (exception instanceof ResponseStatusException e && e.getReason() != null) {
      return e.getReason();
    }
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    return message instanceof String text && !text.isBlank()
        ? text
        : "The address is wrong, or what was there is in an older run.";
  }
}
