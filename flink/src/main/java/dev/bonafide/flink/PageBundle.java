package dev.bonafide.flink;

import dev.bonafide.engine.Machines;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Event;
import dev.bonafide.model.Term;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into pages, keyed by account. New events are gathered in a {@link Fold} beside the
 * state and merged into the stored page bytes all at once: when many have come, before a
 * checkpoint, when the watermark crosses an hour, and at the end. So state is read and written once
 * a page and bundle, not once an event, and holds plain bytes on every backend. A page is told on
 * only if its bytes changed: a duplicate says nothing.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class PageBundle extends AbstractStreamOperator<PageUpdate>
    implements OneInputStreamOperator<Parcel, PageUpdate> {
  private static final long serialVersionUID = 1;
  private static final int MOST_EVENTS = 200_000;
  private static final long HOUR = 3_600_000;
  private static final List<Facet> ALL = List.of(Facet.values());
  private static final List<Facet> DEVICES = List.of(Facet.ENDPOINT);

  private transient MapState<Integer, byte[]> pages;
  private transient MapState<Long, String> texts;
  private transient MapState<Long, String> devices;
  private transient MapState<String, Boolean> aliases;
  private transient ValueState<long[]> phases;

  private transient Map<String, Bundle> bundles;
  private transient int events;
  private transient long hour;

  /** What came of one organisation since the last time it was stored. */
  private static final class Bundle {
    final Fold fold = new Fold();
    final Map<Long, Set<String>> aliases = new HashMap<>();
  }

  @Override
  public void open() throws Exception {
    super.open();
    pages = map("pages", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    texts = map("texts", Types.LONG, Types.STRING);
    devices = map("devices", Types.LONG, Types.STRING);
    aliases = map("aliases", Types.STRING, Types.BOOLEAN);
    phases =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "phases", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    bundles = new TreeMap<>();
    events = 0;
    hour = Long.MIN_VALUE;
  }

  private <K, V> MapState<K, V> map(
      String name,
      org.apache.flink.api.common.typeinfo.TypeInformation<K> key,
      org.apache.flink.api.common.typeinfo.TypeInformation<V> value) {
    return getRuntimeContext().getMapState(new MapStateDescriptor<>(name, key, value));
  }

  @Override
  public void processElement(StreamRecord<Parcel> element) throws Exception {
    Parcel parcel = element.getValue();
    Event event = (Event) ReadingBytes.read(parcel.reading());
    Bundle bundle = bundles.computeIfAbsent(parcel.organisation(), o -> new Bundle());
    bundle.fold.add(event);
    Term alias = event.alias();
    if (alias != null) {
      bundle.aliases.computeIfAbsent(event.account().id(), a -> new HashSet<>()).add(alias.text());
    }
    if (++events >= MOST_EVENTS) {
      store();
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    store();
    super.prepareSnapshotPreBarrier(checkpoint);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long now = Math.floorDiv(mark.getTimestamp(), HOUR);
    if (now > hour) {
      hour = now;
      store();
    }
    super.processWatermark(mark);
  }

  @Override
  public void finish() throws Exception {
    store();
    super.finish();
  }

  /** Merges what came into the state, and tells what became of it. */
  private void store() throws Exception {
    for (Map.Entry<String, Bundle> entry : bundles.entrySet()) {
      Bundle bundle = entry.getValue();
      Pages came = bundle.fold.seal();
      Lexicon lexicon = bundle.fold.lexicon();
      for (long account : came.accounts()) {
        String name = lexicon.text(account);
        if (name == null) {
          throw new IllegalStateException("an account without a name: " + account);
        }
        setCurrentKey(Parcel.key(entry.getKey(), name));
        store(entry.getKey(), name, account, bundle, came);
      }
    }
    bundles.clear();
    events = 0;
  }

  private void store(String organisation, String name, long account, Bundle bundle, Pages came)
      throws Exception {
    Map<String, Boolean> newNames = newNames(bundle.aliases.getOrDefault(account, Set.of()));
    Map<Integer, byte[]> told = new TreeMap<>();
    for (int day : came.days(account)) {
      byte[] page = came.bytes(account, day);
      if (page == null) {
        throw new IllegalStateException("a day without a page: " + day);
      }
      byte[] known = pages.get(day);
      byte[] merged = known == null ? page : Page.merge(known, page);
      if (known == null || !Arrays.equals(known, merged)) {
        pages.put(day, merged);
        count(known, merged);
        told.put(day, merged);
      } else if (!newNames.isEmpty() && told.isEmpty()) {
        told.put(day, merged);
      }
    }
    boolean byTheClock = byTheClock();
    for (Map.Entry<Integer, byte[]> day : told.entrySet()) {
      Lexicon lexicon = bundle.fold.lexicon();
      Page page = Page.of(day.getValue());
      output.collect(
          new StreamRecord<>(
              new PageUpdate(
                  organisation,
                  name,
                  day.getKey(),
                  day.getValue(),
                  news(page, lexicon, ALL, texts),
                  news(page, lexicon, DEVICES, devices),
                  byTheClock,
                  newNames)));
      newNames = Map.of();
    }
  }

  /** Keeps the account's phases up to date; behind them stands the number of days. */
  private void count(byte @Nullable [] before, byte[] after) throws Exception {
    long[] stored = phases.value();
    long[] sums = stored == null ? new long[Machines.PHASES + 1] : stored.clone();
    long[] more = Machines.phases(Page.of(after));
    long[] less = before == null ? new long[more.length] : Machines.phases(Page.of(before));
    for (int i = 0; i < more.length; i++) {
      sums[i] += more[i] - less[i];
    }
    if (before == null) {
      sums[Machines.PHASES]++;
    }
    phases.update(sums);
  }

  private boolean byTheClock() throws Exception {
    long[] sums = phases.value();
    return sums != null && Machines.isMachine((int) sums[Machines.PHASES], sums);
  }

  private Map<String, Boolean> newNames(Set<String> names) throws Exception {
    Map<String, Boolean> news = new TreeMap<>();
    for (String name : names) {
      if (!aliases.contains(name)) {
        aliases.put(name, true);
        news.put(name, true);
      }
    }
    return news;
  }

  /** Texts of the page's ids that this bundle brought and no update of the account told. */
  private static Map<Long, String> news(
      Page page, Lexicon lexicon, List<Facet> facets, MapState<Long, String> told)
      throws Exception {
    Map<Long, String> news = new TreeMap<>();
    for (Facet facet : facets) {
      for (long id : page.ids(facet)) {
        String text = id >>> 32 == 0 || id == Term.OTHER ? null : lexicon.text(id);
        if (text != null && !told.contains(id)) {
          told.put(id, text);
          news.put(id, text);
        }
      }
    }
    return news;
  }
}
