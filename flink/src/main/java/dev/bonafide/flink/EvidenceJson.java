package dev.bonafide.flink;

import dev.bonafide.model.Evidence;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Evidence as JSON, in one form: equal evidence is equal text. */
final class EvidenceJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EvidenceJson() {}

  static String of(Evidence evidence) {
    ObjectNode node = (ObjectNode) JSON.valueToTree(evidence);
    JsonNode remaining = JSON.valueToTree(new TreeMap<>(evidence.remaining()));
    node.set("remaining", remaining);
    return JSON.writeValueAsString(node);
  }
}
