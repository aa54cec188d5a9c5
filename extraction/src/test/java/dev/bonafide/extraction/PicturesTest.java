package dev.bonafide.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.extraction.Pictures.Hashes;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  @TempDir Path folder;

  /** Made-up pictures: blots on a slope of light. */
  private static BufferedImage picture(long seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = image.createGraphics();
    on.setPaint(new GradientPaint(0, 0, Color.LIGHT_GRAY, width, height, Color.DARK_GRAY));
    on.fillRect(0, 0, width, height);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 25; i++) {
      on.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
      double size = 0.1 + 0.3 * random.nextDouble();
      on.fillOval(
          (int) (random.nextDouble() * width - size * width / 2),
          (int) (random.nextDouble() * height - size * height / 2),
          (int) (size * width),
          (int) (size * height));
    }
    on.dispose();
    return image;
  }

  private static byte[] bytes(BufferedImage image, String form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, form, out)).isTrue();
    return out.toByteArray();
  }

  private static Hashes hashes(byte[] bytes) throws IOException {
    Pictures pictures = new Pictures();
    pictures.add(new ByteArrayInputStream(bytes));
    assertThat(pictures.found()).hasSize(1);
    return pictures.found().iterator().next();
  }

  private static int differ(Hashes a, Hashes b) {
    return Long.bitCount(a.frequencies() ^ b.frequencies());
  }

  @Test
  void aPictureThatIsScaledAndSavedAnewIsNearItselfAndFarFromOthers() throws IOException {
    for (long seed = 0; seed < 10; seed++) {
      Hashes first = hashes(bytes(picture(seed, 600, 800), "png"));
      Hashes again = hashes(bytes(picture(seed, 210, 280), "jpg"));
      assertThat(differ(first, again)).isLessThanOrEqualTo(6);
      assertThat(Long.bitCount(first.steps() ^ again.steps())).isLessThanOrEqualTo(10);
      assertThat(differ(first, hashes(bytes(picture(seed + 100, 600, 800), "png"))))
          .isGreaterThan(10);
    }
  }

  @Test
  void plainSmallAndLongPicturesAndPagesOfTextHaveNoHash() throws IOException {
    BufferedImage avatar = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = avatar.createGraphics();
    on.setColor(new Color(200, 200, 200));
    on.fillRect(0, 0, 200, 200);
    on.setColor(new Color(120, 120, 120));
    on.fillOval(60, 30, 80, 80);
    on.fillOval(30, 120, 140, 160);
    on.dispose();
    BufferedImage page = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    on = page.createGraphics();
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, 600, 800);
    on.setColor(Color.BLACK);
    for (int y = 40; y < 760; y += 16) {
      on.fillRect(40, y, 300 + y % 200, 2);
    }
    on.dispose();
    Pictures pictures = new Pictures();
    for (BufferedImage one :
        new BufferedImage[] {avatar, page, picture(1, 40, 40), picture(1, 800, 200)}) {
      pictures.add(new ByteArrayInputStream(bytes(one, "png")));
    }
    pictures.add(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    byte[] torn = bytes(picture(1, 600, 800), "png");
    pictures.add(new ByteArrayInputStream(torn, 0, 60));
    assertThat(pictures.found()).isEmpty();
  }

  @Test
  void picturesInPdfAndWordAreThoseOfTheFiles() throws Exception {
    byte[] portrait = bytes(picture(7, 300, 400), "jpg");
    Hashes own = hashes(portrait);
    Path pdf = folder.resolve("cv.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream on = new PDPageContentStream(document, page)) {
        on.drawImage(PDImageXObject.createFromByteArray(document, portrait, "p"), 50, 500, 90, 120);
      }
      document.save(pdf.toFile());
    }
    Path word = folder.resolve("cv.docx");
    try (XWPFDocument document = new XWPFDocument();
        var out = Files.newOutputStream(word)) {
      document
          .createParagraph()
          .createRun()
          .addPicture(
              new ByteArrayInputStream(portrait),
              Document.PICTURE_TYPE_JPEG,
              "p.jpg",
              Units.toEMU(90),
              Units.toEMU(120));
      document.write(out);
    }
    Path beside = Files.write(folder.resolve("photo"), portrait);
    for (Path file : new Path[] {pdf, word, beside}) {
      assertThat(new Extraction().read(file).pictures())
          .as(file.toString())
          .anyMatch(p -> differ(p, own) <= 6);
    }
  }
}
