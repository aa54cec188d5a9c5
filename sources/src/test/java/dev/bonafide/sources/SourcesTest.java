package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void anOktaSignInIsReadFromALine() {
    byte[] file =
        """
        {"uuid":"a1","published":"2025-01-15T09:30:45.123Z","eventType":"user.session.start",\
        "actor":{"id":"00u1","type":"User","alternateId":"ada@works.example"},\
        "client":{"ipAddress":"192.0.2.7"},"outcome":{"result":"SUCCESS"}}
        """
            .getBytes(StandardCharsets.UTF_8);
    List<Reading> readings = new ArrayList<>();
    Recognised recognised = Sources.builtIn().recognise(file, file.length, true, ReadOptions.utc());
    assertThat(recognised).isInstanceOf(Recognised.Readable.class);
    ((Recognised.Readable) recognised)
        .reader()
        .get()
        .read(
            file,
            0,
            file.length,
            true,
            new RecordSink() {
              @Override
              public void record(byte[] bytes, int from, int to) {}

              @Override
              public void reading(Reading reading) {
                readings.add(reading);
              }
            });
    assertThat(readings).hasSize(1);
    Event event = (Event) readings.getFirst();
    assertThat(event.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(event.account().text()).isEqualTo("okta:00u1");
    assertThat(event.outcome()).isEqualTo(Event.Outcome.SUCCESS);
  }
}
