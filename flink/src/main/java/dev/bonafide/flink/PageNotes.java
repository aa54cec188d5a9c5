package dev.bonafide.flink;

import dev.bonafide.engine.PageFact;
import dev.bonafide.logbook.Page;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What a changed page tells: its account everything, the census its small facts. */
final class PageNotes implements FlatMapFunction<PageUpdate, Note> {
  private static final long serialVersionUID = 1;
  private static final byte[] YES = {1};
  private static final byte[] NO = {};

  @Override
  public void flatMap(PageUpdate update, Collector<Note> out) throws IOException {
    String organisation = update.organisation();
    String name = update.account();
    String account = Note.account(name);
    update
        .texts()
        .forEach(
            (id, text) -> out.collect(new Note(organisation, account, Sort.TEXT + id, utf8(text))));
    String day = update.day() + " " + name;
    out.collect(new Note(organisation, account, Sort.PAGE + day, update.page()));
    update
        .devices()
        .forEach(
            (id, text) ->
                out.collect(new Note(organisation, Note.CENSUS, Sort.TEXT + id, utf8(text))));
    for (String alias : update.aliases().keySet()) {
      String about = Sort.ALIAS + name.length() + " " + name + alias;
      out.collect(new Note(organisation, Note.CENSUS, about, YES));
    }
    out.collect(
        new Note(organisation, Note.CENSUS, Sort.CLOCK + name, update.byTheClock() ? YES : NO));
    PageFact fact = PageFact.of(name, update.day(), Page.of(update.page()));
    out.collect(new Note(organisation, Note.CENSUS, Sort.FACT + day, bytes(fact)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(PageFact fact) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(fact.atoms());
    out.writeInt(fact.hours());
    for (long[] ids : new long[][] {fact.endpoints(), fact.logons()}) {
      out.writeShort(ids.length);
      for (long id : ids) {
        out.writeLong(id);
      }
    }
    return bytes.toByteArray();
  }
}
