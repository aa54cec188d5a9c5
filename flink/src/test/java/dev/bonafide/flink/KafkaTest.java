package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The job between its two ends: logs on topics of a real broker in, evidence on a topic out. */
class KafkaTest {
  /** How much of a log a producer sends at once. */
  private static final int PIECE = 64 << 10;

  @Test
  void evidenceOnTheTopicIsThatOfTheEmbeddedHost(@TempDir Path logs, @TempDir Path own)
      throws Exception {
    Company company = Company.in(logs, 27);
    assertThat(company.spoke()).as("indicators that speak").hasSizeGreaterThan(3);
    try (KafkaBroker broker = KafkaBroker.start(own)) {
      Map<String, Object> client =
          Map.of(
              "bootstrap.servers",
              broker.bootstrap(),
              ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
              KafkaBroker.LARGEST_PIECE,
              ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
              "earliest");
      try (Admin admin = Admin.create(client)) {
        admin
            .createTopics(
                List.of(
                    new NewTopic("people", 1, (short) 1),
                    new NewTopic("logs", 2, (short) 1),
                    new NewTopic("evidence", 2, (short) 1)))
            .all()
            .get();
      }
      send(client, company.files());

      StreamExecutionEnvironment environment = PageParityTest.environment("hashmap");
      Job.wire(
          environment,
          Job.options(
              new String[] {
                "--bootstrap", broker.bootstrap(),
                "--topics", "people,logs",
                "--organisation", "corp",
                "--out", "evidence",
                "--bounded"
              }),
          Company.KEY);
      environment.execute("kafka to kafka");

      assertThat(Company.standing(rows(client))).isEqualTo(company.evidence());
    }
  }

  /** Tables go whole to one topic, logs in pieces to the other. */
  private static void send(Map<String, Object> client, Map<String, byte[]> files) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      files.forEach(
          (name, bytes) -> {
            boolean table = name.endsWith(".csv");
            for (byte[] piece : table ? List.of(bytes) : pieces(bytes)) {
              sent.add(producer.send(new ProducerRecord<>(table ? "people" : "logs", piece)));
            }
          });
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  /** The lines of a log, some at a time; the first of them one by one. */
  private static List<byte[]> pieces(byte[] log) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < log.length; i++) {
      boolean end = log[i] == '\n' || i + 1 == log.length;
      if (end && (pieces.size() < 3 || i - from > PIECE || i + 1 == log.length)) {
        pieces.add(Arrays.copyOfRange(log, from, i + 1));
        from = i + 1;
      }
    }
    return pieces;
  }

  /** All rows of the topic, each partition in its order. */
  private static List<EvidenceRow> rows(Map<String, Object> client) {
    JsonMapper json = JsonMapper.builder().build();
    List<EvidenceRow> rows = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("evidence").stream()
              .map(known -> new TopicPartition(known.topic(), known.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Duration.ofSeconds(1))) {
          rows.add(json.readValue(row.value(), EvidenceRow.class));
        }
      }
    }
    return rows;
  }
}
