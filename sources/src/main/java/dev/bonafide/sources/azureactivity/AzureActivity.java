package dev.bonafide.sources.azureactivity;

import com.google.auto.service.AutoService;
import dev.bonafide.sources.MappedSource;
import dev.bonafide.sources.Source;

/** Azure: what was changed in subscriptions. */
@AutoService(Source.class)
public final class AzureActivity extends MappedSource {
  public AzureActivity() {
    super("azureactivity.json");
  }
}
