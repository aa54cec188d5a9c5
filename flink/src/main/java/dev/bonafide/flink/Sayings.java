package dev.bonafide.flink;

import dev.bonafide.engine.directory.Roll;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Reading;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Tells the census what is said of people and devices. Of most logs each record says the same of
 * the same device: what was just told is not told again, so that the census hears little.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class Sayings extends RichFlatMapFunction<Parcel, Note> {
  private static final long serialVersionUID = 1;
  private static final int REMEMBERED = 1 << 16;

  /** The smallest record id with which each thing was said in an organisation. */
  private transient Map<Long, Long> said;

  @Override
  public void open(OpenContext context) {
    said = new HashMap<>();
  }

  @Override
  public void flatMap(Parcel parcel, Collector<Note> out) {
    Reading reading = ReadingBytes.read(parcel.reading());
    byte[] bare =
        reading instanceof DeviceFact fact ? ReadingBytes.of(Roll.bare(fact)) : parcel.reading();
    long id = reading instanceof DeviceFact fact ? fact.recordId() : 0;
    long about = Hash.of(bare, 0, bare.length);
    long here = Hash.combine(Hash.of(parcel.organisation()), about);
    Long before = said.get(here);
    if (before == null || id < before) {
      if (said.size() == REMEMBERED) {
        said.clear();
      }
      said.put(here, id);
      out.collect(
          new Note(parcel.organisation(), Note.CENSUS, Sort.SAID + about, parcel.reading()));
    }
  }
}
