package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the distributed host are, byte for byte, those of the embedded one. */
class PageParityTest {
  private static final Kind[] KINDS = Kind.values();

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void pagesAreTheSameBytesHoweverRecordsCome(String backend) throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(event(random));
    }
    Fold fold = new Fold();
    events.forEach(fold::add);
    Map<String, String> expected = new TreeMap<>();
    Pages pages = fold.seal();
    pages.forEach(
        (account, day, bytes) ->
            expected.put(
                fold.lexicon().text(account) + " " + day, HexFormat.of().formatHex(bytes)));

    List<Event> delivered = new ArrayList<>(Property.shuffled(events, random));
    delivered.addAll(delivered.subList(0, 4_000));
    delivered.addAll(Property.shuffled(events.subList(0, 2_000), random));

    Map<String, PageUpdate> last = new TreeMap<>();
    Map<Long, String> texts = new TreeMap<>();
    List<PageUpdate> updates =
        environment(backend)
            .fromData(
                TypeInformation.of(Parcel.class),
                delivered.stream().map(e -> Parcel.of("corp", e)).toArray(Parcel[]::new))
            .rebalance()
            .keyBy(Parcel::key)
            .transform("pages", TypeInformation.of(PageUpdate.class), new PageBundle())
            .executeAndCollect(1_000_000);
    for (PageUpdate update : updates) {
      texts.putAll(update.texts());
      last.merge(
          update.account() + " " + update.day(),
          update,
          (a, b) -> {
            assertThat(Page.merge(a.page(), b.page()))
                .as("a later update holds all of an earlier")
                .isEqualTo(b.page());
            return b;
          });
    }

    Map<String, String> actual = new TreeMap<>();
    last.forEach((key, update) -> actual.put(key, HexFormat.of().formatHex(update.page())));
    assertThat(actual).isEqualTo(expected);
    fold.lexicon()
        .forEach(
            (id, text) -> {
              if (!text.startsWith("okta:")) {
                assertThat(texts).containsEntry(id, text);
              }
            });
  }

  static StreamExecutionEnvironment environment(String backend) {
    Configuration configuration = new Configuration();
    configuration.setString("state.backend.type", backend);
    configuration.setString("pipeline.generic-types", "false");
    configuration.setString("execution.checkpointing.interval", "500 ms");
    configuration.setString("execution.checkpointing.storage", "filesystem");
    configuration.setString(
        "execution.checkpointing.dir",
        Path.of("target", "checkpoints").toAbsolutePath().toUri().toString());
    configuration.setString("taskmanager.memory.managed.size", "64m");
    configuration.setString("rest.bind-port", "0");
    configuration.setString("restart-strategy.type", "none");
    return StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
  }

  private static Event event(SplittableRandom random) {
    Kind kind = KINDS[random.nextInt(KINDS.length)];
    long seconds = 1_700_000_000L + random.nextInt(40 * 86_400);
    return new Event(
        kind,
        Event.Outcome.SUCCESS,
        seconds * 1000 + random.nextInt(1000),
        random.nextLong(),
        Term.of("okta:00u" + random.nextInt(60)),
        Term.of("user" + random.nextInt(60) + "@corp.example"),
        Term.of("app-" + random.nextInt(9)),
        random.nextInt(4) == 0 ? null : Term.of("device-" + random.nextInt(200)),
        Term.of("192.0.2." + random.nextInt(256)),
        Term.of("agent-" + random.nextInt(90)),
        Term.of("session-" + random.nextInt(400)),
        null,
        null,
        kind.span() ? random.nextInt(200_000) : random.nextInt(9));
  }
}
