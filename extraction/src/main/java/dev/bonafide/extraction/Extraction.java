package dev.bonafide.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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
 * Takes the text out of a document with Apache Tika. Embedded files and pictures are not opened.
 */
final class Extraction {
  /** No résumé is longer. */
  static final int MOST_CHARACTERS = 1_000_000;

  private final Parser parser = new AutoDetectParser();

  /**
   * What came of a document.
   *
   * @param text the text when {@code read}, else the reason
   */
  record Outcome(boolean read, String text, String author, String documentId) {
    static Outcome failed(String why) {
      return new Outcome(false, why, "", "");
    }
  }

  Outcome read(Path file) {
    Metadata metadata = new Metadata();
    BodyContentHandler text = new BodyContentHandler(MOST_CHARACTERS);
    try (InputStream in = TikaInputStream.get(file)) {
      parser.parse(in, text, metadata, context());
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
        orEmpty(metadata.get(XMPMM.DOCUMENTID)));
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setExtractAcroFormContent(true);
    context.set(PDFParserConfig.class, pdf);
    context.set(
        EmbeddedDocumentExtractor.class,
        new EmbeddedDocumentExtractor() {
          @Override
          public boolean shouldParseEmbedded(Metadata embedded) {
            return false;
          }

          @Override
          public void parseEmbedded(
              InputStream in, ContentHandler handler, Metadata embedded, boolean html) {}
        });
    return context;
  }
}
