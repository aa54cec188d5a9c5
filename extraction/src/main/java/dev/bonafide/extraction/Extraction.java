package dev.bonafide.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.XMPMM;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Takes the text out of a document with Apache Tika. Of embedded files only pictures are opened,
 * for their hashes.
 */
final class Extraction {
  /** No résumé is longer. */
  static final int MOST_CHARACTERS = 1_000_000;

  private final Parser parser = new AutoDetectParser();

  /**
   * What came of a document.
   *
   * @param text the text when {@code read}, else the reason; empty for a picture
   * @param pictures hashes of those in it, or of itself
   */
  record Outcome(
      boolean read, String text, String author, String documentId, Set<Pictures.Hashes> pictures) {
    static Outcome failed(String why) {
      return new Outcome(false, why, "", "", Set.of());
    }
  }

  Outcome read(Path file) {
    Metadata metadata = new Metadata();
    BodyContentHandler text = new BodyContentHandler(MOST_CHARACTERS);
    Pictures pictures = new Pictures();
    try (InputStream in = TikaInputStream.get(file)) {
      if (isPicture(file)) {
        pictures.add(in);
        return new Outcome(true, "", "", "", pictures.found());
      }
      parser.parse(in, text, metadata, context(pictures));
    } catch (EncryptedDocumentException e) {
      return Outcome.failed("it is protected by a password");
    } catch (ZeroByteFileException e) {
      return Outcome.failed("it is empty");
    } catch (SAXException | TikaException | IOException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        return Outcome.failed("it is damaged, or no document of the kind that it claims to be");
      }
    } catch (StackOverflowError e) {
      return Outcome.failed("it is nested too deeply");
    } catch (RuntimeException e) {
      return Outcome.failed("it is damaged, or no document of the kind that it claims to be");
    }
    return new Outcome(
        true,
        text.toString(),
        orEmpty(metadata.get(TikaCoreProperties.CREATOR)),
        orEmpty(metadata.get(XMPMM.DOCUMENTID)),
        pictures.found());
  }

  private static boolean isPicture(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      return head.startsWith("\u0089PNG")
          || head.startsWith("\u00ff\u00d8\u00ff")
          || head.startsWith("GIF8");
    }
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static ParseContext context(Pictures pictures) {
    ParseContext context = new ParseContext();
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(true);
    pdf.setExtractUniqueInlineImagesOnly(true);
    pdf.setExtractAcroFormContent(true);
    context.set(PDFParserConfig.class, pdf);
    context.set(
        EmbeddedDocumentExtractor.class,
        new EmbeddedDocumentExtractor() {
          @Override
          public boolean shouldParseEmbedded(Metadata embedded) {
            return pictures.wanted();
          }

          @Override
          public void parseEmbedded(
              InputStream in, ContentHandler handler, Metadata embedded, boolean html)
              throws IOException {
            pictures.add(in);
          }
        });
    return context;
  }
}
