package dev.bonafide.flink;

import dev.bonafide.engine.Organisation;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Term;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds what is remembered of one organisation and says what became of its evidence: whenever the
 * watermark passes a UTC hour after something changed, and once at the end. It makes the very same
 * {@link Organisation} as the embedded host, so evidence can't differ; what it tells is the
 * difference to what it told before, so that late data gives revisions and never a second alert.
 *
 * <p>The limit: one organisation is judged in one slot. Reading and folding spread over accounts.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class Evaluator extends KeyedCoProcessFunction<String, PageUpdate, Parcel, EvidenceRow> {
  private static final long serialVersionUID = 1;
  private static final long HOUR = 3_600_000;
  private static final char BETWEEN = '\n';

  private final String key;

  private transient MapState<String, byte[]> pages;
  private transient MapState<Long, String> texts;
  private transient MapState<String, Boolean> aliases;
  private transient MapState<Long, byte[]> roll;
  private transient MapState<String, String> told;
  private transient ValueState<Boolean> dirty;

  private transient Catalogue catalogue;
  private transient Knowledge knowledge;
  private transient Pseudonyms pseudonyms;

  /**
   * @param key the organisation's key, see {@link Key#of(String)}
   */
  Evaluator(String key) {
    this.key = key;
  }

  @Override
  public void open(OpenContext context) {
    pages = map("pages", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    texts = map("texts", Types.LONG, Types.STRING);
    aliases = map("aliases", Types.STRING, Types.BOOLEAN);
    roll = map("roll", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    told = map("told", Types.STRING, Types.STRING);
    dirty = getRuntimeContext().getState(new ValueStateDescriptor<>("dirty", Types.BOOLEAN));
    catalogue = Catalogue.builtIn();
    knowledge = Knowledge.builtIn();
    pseudonyms = new Pseudonyms(Key.of(key));
  }

  private <K, V> MapState<K, V> map(
      String name, TypeInformation<K> keys, TypeInformation<V> values) {
    return getRuntimeContext().getMapState(new MapStateDescriptor<>(name, keys, values));
  }

  @Override
  public void processElement1(PageUpdate update, Context context, Collector<EvidenceRow> out)
      throws Exception {
    // Updates of one account come in order from one place: the last one holds all before it.
    pages.put(update.account() + BETWEEN + update.day(), update.page());
    texts.putAll(update.texts());
    for (String alias : update.aliases().keySet()) {
      aliases.put(update.account() + BETWEEN + alias, true);
    }
    touch(context);
  }

  @Override
  public void processElement2(Parcel parcel, Context context, Collector<EvidenceRow> out)
      throws Exception {
    long id = Hash.of(parcel.reading(), 0, parcel.reading().length);
    if (!roll.contains(id)) {
      roll.put(id, parcel.reading());
      touch(context);
    }
  }

  private void touch(Context context) throws Exception {
    if (dirty.value() == null) {
      dirty.update(true);
      long now = context.timerService().currentWatermark();
      long hour = now == Long.MIN_VALUE ? 0 : Math.floorDiv(now, HOUR) + 1;
      context.timerService().registerEventTimeTimer(hour * HOUR);
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<EvidenceRow> out)
      throws Exception {
    if (dirty.value() != null) {
      dirty.clear();
      tell(context.getCurrentKey(), out);
    }
  }

  private void tell(String name, Collector<EvidenceRow> out) throws Exception {
    Map<String, String> before = new TreeMap<>();
    for (Map.Entry<String, String> row : told.entries()) {
      before.put(row.getKey(), row.getValue());
    }
    for (Map.Entry<String, String> row : evidence().entrySet()) {
      if (!row.getValue().equals(before.remove(row.getKey()))) {
        told.put(row.getKey(), row.getValue());
        out.collect(row(name, row.getKey(), false, row.getValue()));
      }
    }
    for (Map.Entry<String, String> gone : before.entrySet()) {
      told.remove(gone.getKey());
      out.collect(row(name, gone.getKey(), true, gone.getValue()));
    }
  }

  private static EvidenceRow row(String name, String key, boolean withdrawn, String evidence) {
    int cut = key.indexOf(BETWEEN);
    return new EvidenceRow(
        name, key.substring(0, cut), Long.parseLong(key.substring(cut + 1)), withdrawn, evidence);
  }

  /** All evidence of today's pages, by id and day. */
  private Map<String, String> evidence() throws Exception {
    Pages all = new Pages();
    Lexicon lexicon = new Lexicon();
    for (Map.Entry<String, byte[]> page : pages.entries()) {
      int cut = page.getKey().lastIndexOf(BETWEEN);
      Term account = Term.of(page.getKey().substring(0, cut));
      lexicon.add(account);
      all.add(account.id(), Integer.parseInt(page.getKey().substring(cut + 1)), page.getValue());
    }
    for (Map.Entry<Long, String> text : texts.entries()) {
      lexicon.add(text.getKey(), text.getValue());
    }
    Roll said = new Roll();
    for (byte[] reading : roll.values()) {
      said.add(ReadingBytes.read(reading));
    }
    for (String pair : aliases.keys()) {
      int cut = pair.indexOf(BETWEEN);
      said.alias(pair.substring(0, cut), pair.substring(cut + 1));
    }
    Organisation organisation =
        Organisation.of(all, lexicon, said, pseudonyms, knowledge, null, null);
    Map<String, String> rows = new TreeMap<>();
    for (Directory.Person person : organisation.people()) {
      for (Evidence evidence :
          organisation.subject(organisation.view(person), person, catalogue).evidence()) {
        rows.put(evidence.id() + BETWEEN + evidence.day(), EvidenceJson.of(evidence));
      }
    }
    return rows;
  }
}
