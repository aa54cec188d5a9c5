package dev.bonafide.flink;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job as a cluster runs it: logs of one organisation from Kafka topics, evidence to a topic.
 * {@code --bootstrap host:port --topics a,b --organisation name --out topic [--bounded]}; the
 * organisation's key is read from the environment variable BONAFIDE_KEY, never from the command
 * line.
 */
public final class Job {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Job() {}

  /** Starts the job on the cluster that runs this program. */
  public static void main(String[] args) throws Exception {
    String key = System.getenv("BONAFIDE_KEY");
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "BONAFIDE_KEY is not set; it is the secret that pseudonyms are made with");
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    wire(environment, options(args), key);
    environment.execute("bonafide");
  }

  static void wire(
      StreamExecutionEnvironment environment, Map<String, String> options, String key) {
    String bootstrap = needed(options, "bootstrap");
    var source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(bootstrap)
            .setTopics(needed(options, "topics").split(","))
            .setGroupId("bonafide")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new Bytes());
    if (options.containsKey("bounded")) {
      source.setBounded(OffsetsInitializer.latest());
    }
    DataStream<byte[]> pieces =
        environment.fromSource(source.build(), WatermarkStrategy.noWatermarks(), "logs");
    DataStream<Parcel> readings =
        pieces
            .flatMap(new Parse(needed(options, "organisation")))
            .returns(TypeInformation.of(Parcel.class))
            .uid("parse");
    String out = needed(options, "out");
    Distributed.line(readings, key)
        .sinkTo(
            KafkaSink.<EvidenceRow>builder()
                .setBootstrapServers(bootstrap)
                // After a failure rows come again; the last of each id and day counts.
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(
                    KafkaRecordSerializationSchema.<EvidenceRow>builder()
                        .setTopic(out)
                        .setKeySerializationSchema(new RowKey())
                        .setValueSerializationSchema(new RowJson())
                        .build())
                .build())
        .uid("out");
  }

  static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      if (!args[i].startsWith("--")) {
        throw new IllegalArgumentException(args[i] + ": expected an option such as --topics");
      }
      boolean alone = i + 1 == args.length || args[i + 1].startsWith("--");
      options.put(args[i].substring(2), alone ? "" : args[++i]);
    }
    return options;
  }

  private static String needed(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  /** What becomes of one evidence goes to one partition, so that it is read in order. */
  private static final class RowKey implements SerializationSchema<EvidenceRow> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] serialize(EvidenceRow row) {
      return (row.organisation() + '\n' + row.id()).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A row as JSON. */
  private static final class RowJson implements SerializationSchema<EvidenceRow> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] serialize(EvidenceRow row) {
      return JSON.writeValueAsBytes(row);
    }
  }

  /** Values as they are. */
  private static final class Bytes implements DeserializationSchema<byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] deserialize(byte[] message) {
      return message;
    }

    @Override
    public boolean isEndOfStream(byte[] next) {
      return false;
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
  }
}
