package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The catalogue of log sources. */
public final class Sources {
  private final List<Source> all;
  private final List<Probe.Asked> asked;

  private Sources(List<Source> all) {
    this.all =
        all.stream().sorted(Comparator.comparing((Source source) -> source.card().slug())).toList();
    asked = this.all.stream().map(Probe.Asked::of).toList();
  }

  /** The sources that come with the program. */
  public static Sources builtIn() {
    return new Sources(
        ServiceLoader.load(Source.class, Sources.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** These and the ones that a user added by mapping files; theirs win where both fit. */
  public Sources with(List<Source> mapped) {
    List<Source> both = new ArrayList<>(mapped);
    both.addAll(all);
    return new Sources(both);
  }

  /** All sources, by slug. */
  public List<Source> all() {
    return all;
  }

  /** Something that recognises many files, for one thread. */
  public Recogniser recogniser(ReadOptions options) {
    return new Recogniser(asked, options);
  }

  /** Recognises one file, see {@link Recogniser#recognise}. */
  public Recognised recognise(byte[] head, int length, boolean complete, ReadOptions options) {
    return recogniser(options).recognise(head, length, complete);
  }
}
