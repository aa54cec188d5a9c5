package dev.bonafide.flink;

import dev.bonafide.engine.Organisation;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.Tile;
import dev.bonafide.model.Term;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends the pages of an account to the person whose they are, and their tiles to the things. When
 * the census gives a day of the account to another, both are sent anew and taken back where they
 * were.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class AccountKeeper extends Hourly implements OneInputStreamOperator<Note, Note> {
  private static final long serialVersionUID = 1;

  private transient Knowledge knowledge;

  @Override
  public void open() throws Exception {
    super.open();
    knowledge = Knowledge.builtIn();
  }

  @Override
  public void processElement(StreamRecord<Note> element) throws Exception {
    accept(element.getValue());
  }

  @Override
  void work(String key, Known known, Set<String> changed) throws Exception {
    boolean everyDay = changed.isEmpty() || changed.contains(Sort.OWNER);
    String name = Note.name(key);
    Owner owner = Owner.of(known.get(Sort.OWNER));
    Lexicon lexicon = known.texts();
    lexicon.add(Term.of(name));
    Day worker = new Day(Note.organisation(key), name, owner, lexicon, knowledge);
    Map<Integer, byte[]> pages = new TreeMap<>();
    known.forEach(
        Sort.PAGE,
        (about, page) -> {
          if (everyDay || changed.contains(Sort.PAGE + about)) {
            pages.put(Integer.parseInt(about.substring(0, about.indexOf(' '))), page);
          }
        });
    for (Map.Entry<Integer, byte[]> page : pages.entrySet()) {
      int day = page.getKey();
      Owner.Span holder = owner.on(day);
      tell(
          "day " + day,
          holder == null ? List.of() : worker.pageAndTiles(day, page.getValue(), holder));
      if (holder != null) {
        add("names", worker.names(page.getValue(), holder.person()));
      }
    }
  }

  /** What is told of one account's days. */
  private record Day(
      String organisation, String account, Owner owner, Lexicon lexicon, Knowledge knowledge) {
    List<Note> pageAndTiles(int day, byte[] sealed, Owner.Span holder) {
      String of = day + " " + account;
      List<Note> notes = new ArrayList<>();
      notes.add(new Note(organisation, Note.person(holder.person()), Sort.PAGE + of, sealed));
      Map<Thing, Tile> tiles = new TreeMap<>();
      for (Tile tile :
          Organisation.tiles(lexicon, knowledge)
              .of(
                  Term.of(account).id(),
                  day,
                  Page.of(sealed),
                  thing -> thing.sort() != Thing.Sort.SOURCE)) {
        Thing thing = resolved(tile.thing());
        if (thing.id() != Term.NONE) {
          tiles.merge(thing, tile, Day::both);
        }
        if (thing.sort() == Thing.Sort.DEED && !holder.department().isEmpty()) {
          tiles.put(thing.within(holder.department()), tile);
        }
      }
      tiles.forEach(
          (thing, tile) ->
              notes.add(
                  new Note(
                      organisation,
                      Note.thing(thing),
                      Sort.TILE + of,
                      ThingKeeper.bytes(holder.person(), tile))));
      return notes;
    }

    private Thing resolved(Thing thing) {
      return thing.sort() == Thing.Sort.DEVICE
          ? new Thing(Thing.Sort.DEVICE, owner.device(thing.id()))
          : thing;
    }

    /** One device under two names is one thing. */
    private static Tile both(Tile a, Tile b) {
      return new Tile(
          a.thing(),
          a.account(),
          a.day(),
          Bits.or(a.all(), b.all()),
          Bits.or(a.human(), b.human()));
    }

    /** What the ids of a page stand for. */
    List<Note> names(byte[] sealed, String person) {
      Page page = Page.of(sealed);
      String to = Note.person(person);
      List<Note> notes = new ArrayList<>();
      Set<Long> ids = new TreeSet<>();
      for (Facet facet : Facet.values()) {
        for (long id : page.ids(facet)) {
          ids.add(id);
        }
      }
      for (long id : ids) {
        String text = id >>> 32 == 0 || id == Term.OTHER ? null : lexicon.text(id);
        if (text != null) {
          notes.add(
              new Note(organisation, to, Sort.TEXT + id, text.getBytes(StandardCharsets.UTF_8)));
        }
      }
      for (long id : page.ids(Facet.ENDPOINT)) {
        byte[] device = ByteBuffer.allocate(Long.BYTES).putLong(owner.device(id)).array();
        notes.add(new Note(organisation, to, Sort.DEVICE + id, device));
      }
      return notes;
    }
  }
}
