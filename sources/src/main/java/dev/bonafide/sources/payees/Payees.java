package dev.bonafide.sources.payees;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Where the pay of workers goes, one row a payment or election. */
@AutoService(Source.class)
public final class Payees extends MappedSource {
  public Payees() {
    super("payees.json");
  }
}
