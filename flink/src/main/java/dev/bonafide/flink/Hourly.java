package dev.bonafide.flink;

import dev.bonafide.model.Hash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Remembers what each key is told, and makes of it, as a pure function, what the key has to tell
 * others; of that it sends what differs from what it told before. It works on the keys that changed
 * when the watermark crosses a UTC hour, and at the end: once an hour and not once a note, without
 * a timer for each key. The watermark goes on behind the work, so that who listens knows the whole
 * hour when it works itself.
 *
 * <p>Which keys changed is not stored: after a failure all are worked on. As only differences are
 * told, that costs time and changes nothing.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
abstract class Hourly extends AbstractStreamOperator<Note> {
  private static final long serialVersionUID = 1;
  private static final long HOUR = 3_600_000;
  private static final String KNOWN = "known";

  private transient MapState<String, byte[]> known;
  private transient MapState<String, Map<String, Long>> told;
  private transient boolean restored;
  private transient long hour;

  /** Per changed key, what was told about; null stands for all. */
  private transient Map<String, Set<String>> changed;

  private transient Set<String> anew;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    known =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    KNOWN, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    told =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "told", Types.STRING, Types.MAP(Types.STRING, Types.LONG)));
    changed = new TreeMap<>();
    anew = new HashSet<>();
    hour = Long.MIN_VALUE;
    if (restored) {
      workAnew("");
    }
  }

  /** Everything that keys with this beginning were told is to be worked on. */
  final void workAnew(String beginning) {
    KeyedStateBackend<String> backend = getKeyedStateBackend();
    try (Stream<String> keys = backend.getKeys(KNOWN, VoidNamespace.INSTANCE)) {
      keys.filter(key -> key.startsWith(beginning)).forEach(anew::add);
    }
  }

  /** Remembers a note to the current key. */
  final void accept(Note note) throws Exception {
    byte[] before = known.get(note.about());
    byte[] after =
        before == null || note.isTakenBack()
            ? note.said()
            : join(note.about(), before, note.said());
    if (after.length == 0 ? before == null : Arrays.equals(before, after)) {
      return;
    }
    if (after.length == 0) {
      known.remove(note.about());
    } else {
      known.put(note.about(), after);
    }
    changed.computeIfAbsent(note.key(), key -> new HashSet<>()).add(note.about());
  }

  /** What is known when something is said twice: the later, unless there is a better rule. */
  byte[] join(String about, byte[] before, byte[] said) {
    return said;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long now = Math.floorDiv(mark.getTimestamp(), HOUR);
    if (now > hour) {
      hour = now;
      work();
    }
    super.processWatermark(mark);
  }

  @Override
  public void finish() throws Exception {
    work();
    super.finish();
  }

  private void work() throws Exception {
    for (String key : anew) {
      changed.put(key, Set.of());
    }
    for (Map.Entry<String, Set<String>> entry : changed.entrySet()) {
      setCurrentKey(entry.getKey());
      Map<String, byte[]> all = new HashMap<>();
      for (Map.Entry<String, byte[]> one : known.entries()) {
        all.put(one.getKey(), one.getValue());
      }
      work(entry.getKey(), new Known(all), entry.getValue());
    }
    changed.clear();
    anew.clear();
  }

  /**
   * Tells what follows from what a key knows.
   *
   * @param changed what was told anew; empty for everything
   */
  abstract void work(String key, Known known, Set<String> changed) throws Exception;

  /**
   * Sends what differs from what was told within a scope before, and takes back what is not told
   * any more.
   */
  final void tell(String scope, List<Note> notes) throws Exception {
    Map<String, Long> before = told.get(scope);
    Map<String, Long> after = tell(before == null ? Map.of() : before, notes);
    if (before != null) {
      String organisation = Note.organisation((String) getCurrentKey());
      for (String gone : before.keySet()) {
        if (!after.containsKey(gone)) {
          int cut = gone.indexOf(' ');
          int length = Integer.parseInt(gone.substring(0, cut));
          String to = gone.substring(cut + 1, cut + 1 + length);
          emit(Note.takeBack(organisation, to, gone.substring(cut + 1 + length)));
        }
      }
    }
    if (after.isEmpty()) {
      told.remove(scope);
    } else if (!after.equals(before)) {
      told.put(scope, after);
    }
  }

  /** Sends what differs from what was told within a scope before; takes nothing back. */
  final void add(String scope, List<Note> notes) throws Exception {
    Map<String, Long> before = told.get(scope);
    Map<String, Long> after = new HashMap<>(before == null ? Map.of() : before);
    after.putAll(tell(after, notes));
    if (!after.equals(before)) {
      told.put(scope, after);
    }
  }

  private Map<String, Long> tell(Map<String, Long> before, List<Note> notes) {
    Map<String, Long> after = new HashMap<>();
    for (Note note : notes) {
      String id = note.to().length() + " " + note.to() + note.about();
      Long hash = Hash.of(note.said(), 0, note.said().length);
      after.put(id, hash);
      if (!hash.equals(before.get(id))) {
        emit(note);
      }
    }
    return after;
  }

  private void emit(Note note) {
    output.collect(new StreamRecord<>(note));
  }
}
