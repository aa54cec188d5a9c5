package dev.bonafide.sources.salesforce;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Salesforce: sign-ins, reports exported, and who acted as whom. */
@AutoService(Source.class)
public final class Salesforce extends MappedSource {
  public Salesforce() {
    super("salesforce.json");
  }
}
