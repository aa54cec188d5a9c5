package dev.bonafide.flink;

import dev.bonafide.engine.Around;
import dev.bonafide.engine.Organisation;
import dev.bonafide.engine.Setting;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Tie;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Evidence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges one person with the very objects of the embedded host: makes the same {@link View} from
 * what the person was told, asks all indicators, and tells how the evidence differs from what it
 * told before, so that late data gives revisions and never a second alert. The second input is what
 * is the same for everybody.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class Evaluator extends Hourly implements TwoInputStreamOperator<Note, Note, Note> {
  private static final long serialVersionUID = 1;

  private transient BroadcastState<String, byte[]> settings;
  private transient Map<String, Setting> read;
  private transient Catalogue catalogue;
  private transient Knowledge knowledge;

  @Override
  public void open() throws Exception {
    super.open();
    settings =
        getOperatorStateBackend()
            .getBroadcastState(
                new MapStateDescriptor<>(
                    "settings",
                    Types.STRING,
                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    read = new HashMap<>();
    catalogue = Catalogue.builtIn();
    knowledge = Knowledge.builtIn();
  }

  @Override
  public void processElement1(StreamRecord<Note> element) throws Exception {
    accept(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<Note> element) throws Exception {
    Note note = element.getValue();
    settings.put(note.organisation(), note.said());
    read.remove(note.organisation());
    workAnew(note.organisation() + '\n');
  }

  @Override
  void work(String key, Known known, Set<String> changed) throws Exception {
    String organisation = Note.organisation(key);
    byte[] who = known.get(Sort.WHO);
    List<Note> notes = new ArrayList<>();
    Setting setting = setting(organisation);
    if (who != null && setting != null) {
      Who person = Who.of(who);
      View view =
          new View(
              new View.Person(Note.name(key), accounts(known), person.claims()),
              around(known, person, setting));
      for (Evidence evidence : Organisation.subject(view, setting.days(), catalogue).evidence()) {
        notes.add(
            new Note(
                organisation,
                Note.WORLD,
                evidence.day() + " " + evidence.id(),
                EvidenceJson.of(evidence).getBytes(StandardCharsets.UTF_8)));
      }
    }
    tell("", notes);
  }

  private @Nullable Setting setting(String organisation) throws Exception {
    byte[] bytes = settings.get(organisation);
    Setting setting = read.get(organisation);
    if (setting == null && bytes != null) {
      setting = SettingBytes.read(bytes);
      read.put(organisation, setting);
    }
    return setting;
  }

  private static List<View.AccountPages> accounts(Known known) {
    Map<String, NavigableMap<Integer, Page>> pages = new TreeMap<>();
    known.forEach(
        Sort.PAGE,
        (about, page) -> {
          int cut = about.indexOf(' ');
          pages
              .computeIfAbsent(about.substring(cut + 1), account -> new TreeMap<>())
              .put(Integer.parseInt(about.substring(0, cut)), Page.of(page));
        });
    List<View.AccountPages> accounts = new ArrayList<>();
    pages.forEach(
        (account, days) ->
            accounts.add(
                new View.AccountPages(
                    account, Tiles.source(account), Directory.ofDevice(account), days)));
    return accounts;
  }

  private Around around(Known known, Who who, Setting setting) {
    return new Around(
        knowledge,
        new NotedNames(known),
        new NotedThings(known),
        (person, other) -> who.ties().getOrDefault(other, Tie.NONE),
        setting.people(),
        setting.departments(),
        setting.liveness());
  }

  /** What the ids of the person's pages stand for. */
  private static final class NotedNames implements Around.Names {
    private final Lexicon lexicon;
    private final Map<Long, Long> devices = new HashMap<>();

    NotedNames(Known known) {
      lexicon = known.texts();
      known.forEach(
          Sort.DEVICE,
          (id, device) -> devices.put(Long.parseLong(id), ByteBuffer.wrap(device).getLong()));
    }

    @Override
    public @Nullable String text(long id) {
      return lexicon.text(id);
    }

    @Override
    public long device(long endpoint) {
      return devices.getOrDefault(endpoint, endpoint);
    }
  }

  /** Who shares the person's things. */
  private static final class NotedThings implements Around.Things {
    private final Set<String> shared = new HashSet<>();
    private final Map<String, Crowd> crowds = new HashMap<>();

    NotedThings(Known known) {
      known.forEach(Sort.SHARED, (thing, yes) -> shared.add(thing));
      known.forEach(
          Sort.CROWD, (thingDay, crowd) -> crowds.put(thingDay, ThingKeeper.crowd(crowd)));
    }

    @Override
    public Crowd crowd(Thing thing, int day) {
      return crowds.getOrDefault(thing.sort() + " " + thing.id() + " " + day, Crowd.NOBODY);
    }

    @Override
    public boolean shared(Thing thing) {
      return shared.contains(thing.sort() + " " + thing.id());
    }
  }
}
