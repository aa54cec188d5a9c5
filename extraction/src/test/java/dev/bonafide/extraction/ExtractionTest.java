package dev.bonafide.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {
  @TempDir Path folder;

  private final Extraction extraction = new Extraction();

  private static PDDocument pdf(String... lines) throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream text = new PDPageContentStream(document, page)) {
      text.beginText();
      text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      text.newLineAtOffset(72, 700);
      for (String line : lines) {
        text.showText(line);
        text.newLineAtOffset(0, -16);
      }
      text.endText();
    }
    return document;
  }

  @Test
  void thePdfsLinesAndAuthorComeOut() throws IOException {
    Path file = folder.resolve("cv");
    try (PDDocument document = pdf("Engineer, Ferry Line", "Mar 2012 - Feb 2016")) {
      document.getDocumentInformation().setAuthor("Desk Nine");
      document.save(file.toFile());
    }
    Extraction.Outcome outcome = extraction.read(file);
    assertThat(outcome.read()).isTrue();
    assertThat(outcome.text().lines().map(String::strip))
        .containsSubsequence("Engineer, Ferry Line", "Mar 2012 - Feb 2016");
    assertThat(outcome.author()).isEqualTo("Desk Nine");
  }

  @Test
  void aProtectedPdfSaysSo() throws IOException {
    Path file = folder.resolve("cv.pdf");
    try (PDDocument document = pdf("hidden")) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(file.toFile());
    }
    assertThat(extraction.read(file))
        .isEqualTo(Extraction.Outcome.failed("it is protected by a password"));
  }

  @Test
  void aScanHasNoText() throws IOException {
    Path file = folder.resolve("scan.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(file.toFile());
    }
    Extraction.Outcome outcome = extraction.read(file);
    assertThat(outcome.read()).isTrue();
    assertThat(outcome.text()).isBlank();
  }

  @Test
  void wordAndWebPagesComeOutAsLines() throws IOException {
    Path word = folder.resolve("cv.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(word)) {
      document.createParagraph().createRun().setText("Engineer, Ferry Line");
      document.createParagraph().createRun().setText("Mar 2012 - Feb 2016");
      document.write(out);
    }
    assertThat(extraction.read(word).text().lines())
        .containsSubsequence("Engineer, Ferry Line", "Mar 2012 - Feb 2016");
    Path web = folder.resolve("cv.html");
    Files.writeString(
        web,
        "<!doctype html><html><body><script>alert(1)</script><h1>Engineer</h1>"
            + "<p>Ferry Line</p><img src=\"http://192.0.2.1/x.png\"></body></html>");
    assertThat(extraction.read(web).text())
        .contains("Engineer", "Ferry Line")
        .doesNotContain("alert");
  }

  @Test
  void hostileDocumentsAreNamedNotFollowed() throws IOException {
    Path external = folder.resolve("external.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(external))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Types>&x;</Types>"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w:document>&x;</w:document>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(extraction.read(external).text()).doesNotContain("etc");
    Path torn = folder.resolve("torn.pdf");
    Files.writeString(torn, "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R");
    assertThat(extraction.read(torn).read()).isFalse();
    Path empty = Files.createFile(folder.resolve("empty.pdf"));
    assertThat(extraction.read(empty).read()).isFalse();
  }
}
