package dev.bonafide.sources.payroll;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Changes of where pay goes, one row each. */
@AutoService(Source.class)
public final class Payroll extends MappedSource {
  public Payroll() {
    super("payroll.json");
  }
}
