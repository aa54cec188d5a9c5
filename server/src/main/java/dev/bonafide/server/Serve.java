package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve}: the console, until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Opens the console over a store.")
public final class Serve implements Callable<Integer> {
  @Mixin private Data data = new Data();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "where it listens (default: ${DEFAULT-VALUE}, this machine only)")
  private String listen = "127.0.0.1";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "how browsers reach it through a proxy that speaks TLS, e.g. https://bonafide.example")
  private @Nullable String url;

  @Option(names = "--key", paramLabel = "FILE", description = "key file, if not the usual one")
  private @Nullable Path keyFile;

  @Option(
      names = "--oidc",
      paramLabel = "ISSUER",
      description =
          "identity provider (OpenID Connect); its secret for this client is in"
              + " BONAFIDE_OIDC_SECRET")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      defaultValue = "bonafide",
      description = "the client that the provider knows (default: ${DEFAULT-VALUE})")
  private String client = "bonafide";

  @Option(
      names = "--oidc-roles",
      paramLabel = "CLAIM",
      description = "the claim that gives roles; without it only who was invited may enter")
  private @Nullable String roles;

  @Parameters(
      arity = "0..*",
      paramLabel = "OUT",
      description = "results of analyze to take in first; a second time changes nothing")
  private List<Path> folders = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Keys keys = Keys.find(keyFile, System.getenv());
    try (Store store = data.open(System.getenv())) {
      for (Path folder : folders) {
        StoreCommands.take(store, data, folder).forEach(said -> err.println("bonafide: " + said));
      }
      try (Running running =
          start(store, keys, new Settings(listen, port, url, oidc()), Clock.systemUTC())) {
        err.println("bonafide: the console is at " + running.url());
        String first = running.firstLink();
        if (first != null) {
          err.println("bonafide: nobody may sign in yet. Open this once, within 24 hours:");
          err.println("  " + first);
        }
        err.println("bonafide: Ctrl-C ends it");
        Thread.currentThread().join();
      }
    }
    return 0;
  }

  private Provider.@Nullable Oidc oidc() {
    return issuer == null
        ? null
        : new Provider.Oidc(
            issuer, client, System.getenv().getOrDefault("BONAFIDE_OIDC_SECRET", ""), roles);
  }

  /**
   * How it is reached.
   *
   * @param url through a proxy; null when browsers come straight
   * @param oidc an identity provider; null when users sign in here only
   */
  public record Settings(
      String listen, int port, @Nullable String url, Provider.@Nullable Oidc oidc) {
    public Settings(String listen, int port, @Nullable String url) {
      this(listen, port, url, null);
    }

    boolean secure() {
      return url != null && url.startsWith("https:");
    }
  }

  /** A console that answers. */
  public record Running(
      ConfigurableApplicationContext context, String url, @Nullable String firstLink)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }

  /** Starts the console; returns when it answers. */
  public static Running start(Store store, Keys keys, Settings settings, Clock clock) {
    Invitations invitations = new Invitations(clock);
    Provider provider =
        settings.oidc() == null
            ? null
            : new Provider(store, clock, settings.oidc(), settings.url());
    SpringApplication app = new SpringApplication(Console.class);
    app.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.address", settings.listen()),
            Map.entry("server.port", settings.port()),
            Map.entry("server.servlet.session.timeout", "30m"),
            Map.entry("server.servlet.session.cookie.name", "bonafide"),
            Map.entry("server.servlet.session.cookie.http-only", true),
            Map.entry("server.servlet.session.cookie.same-site", "lax"),
            Map.entry("server.servlet.session.cookie.secure", settings.secure()),
            Map.entry("server.servlet.session.tracking-modes", "cookie"),
            Map.entry(
                "server.forward-headers-strategy", settings.url() == null ? "none" : "native"),
            Map.entry("server.server-header", ""),
            Map.entry("server.error.whitelabel.enabled", false),
            Map.entry("server.compression.enabled", true),
            Map.entry("server.max-http-request-header-size", "16KB"),
            Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
            Map.entry("spring.web.resources.add-mappings", false),
            Map.entry("spring.threads.virtual.enabled", true),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.main.log-startup-info", false),
            Map.entry("spring.jmx.enabled", false),
            Map.entry("logging.level.root", "warn"),
            // What ends the start is said once, by the command line.
            Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
            Map.entry(
                "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter",
                "off"),
            Map.entry(
                "logging.level.org.springframework.boot.web.server.servlet.context", "error")));
    app.setRegisterShutdownHook(true);
    app.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(Store.class, () -> store, bean -> bean.setDestroyMethodName(""));
          beans.registerBean(Keys.class, () -> keys);
          beans.registerBean(Clock.class, () -> clock);
          beans.registerBean(Invitations.class, () -> invitations);
          beans.registerBean(Settings.class, () -> settings);
          if (provider != null) {
            beans.registerBean(Provider.class, () -> provider);
          }
        });
    ConfigurableApplicationContext context;
    try {
      context = app.run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException || cause.toString().contains("PortInUse")) {
          throw new Main.Refused(
              Main.USAGE,
              "port "
                  + settings.port()
                  + " of "
                  + settings.listen()
                  + " is taken; --port N takes another");
        }
      }
      throw e;
    }
    String port = context.getEnvironment().getProperty("local.server.port", "8080");
    String shown =
        settings.url() != null
            ? settings.url().replaceAll("/+$", "")
            : "http://"
                + (settings.listen().contains(":")
                    ? "[" + settings.listen() + "]"
                    : settings.listen())
                + ":"
                + port;
    String link =
        store.members().none()
            ? shown + "/invitation?secret=" + invitations.invite(Invitations.FIRST)
            : null;
    Runs.Run run = store.runs().latest();
    if (run != null) {
      store.judgements().expire(run, new Act("(clock)", clock.instant()));
    }
    return new Running(context, shown, link);
  }
}
