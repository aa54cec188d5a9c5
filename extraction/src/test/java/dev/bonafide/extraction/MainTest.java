package dev.bonafide.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as others start it: one process, one answer for each path, whatever lies there. */
class MainTest {
  @TempDir Path folder;

  private record Answer(boolean read, String text, List<Long> pictures) {}

  @Test
  void oneChildAnswersForPhotosTranscriptsAndHostileDocuments() throws Exception {
    BufferedImage photo = photo();
    Path pdf = folder.resolve("a.pdf");
    try (PDDocument document = document("Engineer, Ferry Line", photo)) {
      document.save(pdf.toFile());
    }
    Path word = folder.resolve("b.docx");
    BufferedImage smaller = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    smaller
        .createGraphics()
        .drawImage(photo.getScaledInstance(300, 400, Image.SCALE_SMOOTH), 0, 0, null);
    word(word, List.of("Night Rail"), smaller);
    Path talk = folder.resolve("c.docx");
    word(talk, List.of("0:0:3.510 --> 0:0:6.920", "Nina Example", "At the ferry line."), null);
    Path closed = folder.resolve("d.pdf");
    try (PDDocument document = document("hidden", photo)) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(closed.toFile());
    }
    Path torn = folder.resolve("e.pdf");
    Files.write(torn, List.of("%PDF-1.7", "1 0 obj << /Type /Catalog /Pages 2 0 R"));
    Path noise = folder.resolve("f.docx");
    byte[] zip = Files.readAllBytes(word);
    new SplittableRandom(1).ints(200, 60, zip.length).forEach(at -> zip[at] ^= 0x55);
    Files.write(noise, zip);

    List<Answer> answers = ask(List.of(pdf, word, talk, closed, torn, noise, pdf));
    assertThat(answers.get(0).text).contains("Engineer, Ferry Line");
    assertThat(answers.get(1).text).contains("Night Rail");
    assertThat(answers.get(0).pictures).hasSize(1);
    assertThat(answers.get(1).pictures).hasSize(1);
    assertThat(Long.bitCount(answers.get(0).pictures.get(0) ^ answers.get(1).pictures.get(0)))
        .as("one photograph, scaled and packed anew")
        .isLessThanOrEqualTo(6);
    assertThat(answers.get(2).text.lines())
        .containsSubsequence("0:0:3.510 --> 0:0:6.920", "Nina Example", "At the ferry line.");
    assertThat(answers.get(3))
        .isEqualTo(new Answer(false, "it is protected by a password", List.of()));
    assertThat(answers.get(4).read).isFalse();
    assertThat(answers.get(6)).as("after all that it still answers").isEqualTo(answers.get(0));
  }

  private List<Answer> ask(List<Path> files) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bonafide.extraction.Main")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Answer> answers = new ArrayList<>();
    try (DataOutputStream out = new DataOutputStream(child.getOutputStream());
        DataInputStream in = new DataInputStream(child.getInputStream())) {
      for (Path file : files) {
        out.writeUTF(file.toString());
        out.flush();
        boolean read = in.readByte() == 1;
        String text = text(in);
        text(in);
        text(in);
        List<Long> pictures = new ArrayList<>();
        for (int more = in.readInt(); more > 0; more--) {
          pictures.add(in.readLong());
          in.readLong();
        }
        answers.add(new Answer(read, text, pictures));
      }
    }
    assertThat(child.waitFor()).as("it ends when nobody asks any more").isZero();
    return answers;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /** Blots on a slope of light. */
  private static BufferedImage photo() {
    BufferedImage image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setPaint(new GradientPaint(0, 0, Color.LIGHT_GRAY, 600, 800, Color.DARK_GRAY));
    on.fillRect(0, 0, 600, 800);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 25; i++) {
      on.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
      on.fillOval(
          random.nextInt(500),
          random.nextInt(700),
          60 + random.nextInt(180),
          60 + random.nextInt(240));
    }
    on.dispose();
    return image;
  }

  private static PDDocument document(String line, BufferedImage photo) throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream on = new PDPageContentStream(document, page)) {
      on.drawImage(LosslessFactory.createFromImage(document, photo), 72, 72, 150, 200);
      on.beginText();
      on.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      on.newLineAtOffset(72, 700);
      on.showText(line);
      on.endText();
    }
    return document;
  }

  private static void word(Path file, List<String> lines, @Nullable BufferedImage photo)
      throws Exception {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String line : lines) {
        document.createParagraph().createRun().setText(line);
      }
      if (photo != null) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        assertThat(ImageIO.write(photo, "jpg", jpeg)).isTrue();
        document
            .createParagraph()
            .createRun()
            .addPicture(
                new ByteArrayInputStream(jpeg.toByteArray()),
                Document.PICTURE_TYPE_JPEG,
                "photo.jpg",
                Units.toEMU(150),
                Units.toEMU(200));
      }
      document.write(out);
    }
  }
}
