package dev.bonafide.extraction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What is compared of pictures: two 64-bit hashes of their coarse light and dark. Pictures that are
 * small, long, plain (a logo, a default avatar) or a page of text have none: they would be near
 * everybody's. No face is looked for.
 */
final class Pictures {
  private static final int MOST = 20;
  private static final int MOST_BYTES = 16 << 20;
  private static final long MOST_PIXELS = 80_000_000;
  private static final int SMALLEST = 64;
  private static final double LONGEST = 2;
  private static final int SIDE = 32;
  private static final int LOW = 8;
  private static final int LEVELS = 16;

  /** Two of sixteen levels that fill so much of a picture make it plain. */
  private static final double PLAIN = 0.8;

  /** So much paper, with or without lines of text on it, makes it a page. */
  private static final double PAGE = 0.85;

  private static final int PAPER = 190;

  /** Hashes of a picture: "pHash", "dHash". */
  record Hashes(long frequencies, long steps) {}

  private final Set<Hashes> found = new LinkedHashSet<>();
  private int looked;

  /** Whether there is room for another. */
  boolean wanted() {
    return looked < MOST;
  }

  Set<Hashes> found() {
    return found;
  }

  /** Looks at what may be a picture; anything else is left alone. */
  void add(InputStream in) throws IOException {
    looked++;
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return;
    }
    try {
      BufferedImage image = read(bytes);
      float[][] light = image == null ? null : light(image);
      if (light != null && tells(light)) {
        found.add(new Hashes(frequencies(light), steps(light)));
      }
    } catch (IOException | RuntimeException damaged) {
      // A damaged picture says nothing; the document around it may.
    }
  }

  private static @org.jspecify.annotations.Nullable BufferedImage read(byte[] bytes)
      throws IOException {
    ImageIO.setUseCache(false);
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        long shorter = Math.min(width, height);
        boolean looks =
            shorter >= SMALLEST
                && Math.max(width, height) <= LONGEST * shorter
                && width * height <= MOST_PIXELS;
        if (!looks) {
          return null;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, shorter / 256);
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Lightness of 32 by 32 fields, 0 to 255; on white where the picture is clear. */
  private static float[][] light(BufferedImage image) {
    BufferedImage small =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D on = small.createGraphics();
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, small.getWidth(), small.getHeight());
    on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    on.drawImage(image, 0, 0, null);
    on.dispose();
    float[][] light = new float[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int left = x * small.getWidth() / SIDE;
        int right = Math.max(left + 1, (x + 1) * small.getWidth() / SIDE);
        int top = y * small.getHeight() / SIDE;
        int bottom = Math.max(top + 1, (y + 1) * small.getHeight() / SIDE);
        double sum = 0;
        for (int j = top; j < bottom; j++) {
          for (int i = left; i < right; i++) {
            int rgb = small.getRGB(i, j);
            sum += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
          }
        }
        light[y][x] = (float) (sum / ((right - left) * (bottom - top)));
      }
    }
    return light;
  }

  private static boolean tells(float[][] light) {
    int[] levels = new int[LEVELS];
    int paper = 0;
    for (float[] row : light) {
      for (float field : row) {
        levels[Math.min(LEVELS - 1, (int) (field * LEVELS / 256))]++;
        paper += field >= PAPER ? 1 : 0;
      }
    }
    Arrays.sort(levels);
    double all = SIDE * SIDE;
    return (levels[LEVELS - 1] + levels[LEVELS - 2]) / all < PLAIN && paper / all < PAGE;
  }

  /**
   * Signs of the lowest frequencies of the cosine transform, the mean left out, by their median.
   */
  private static long frequencies(float[][] light) {
    double[] low = new double[LOW * LOW];
    for (int v = 0; v < LOW; v++) {
      for (int u = 0; u < LOW; u++) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
          for (int x = 0; x < SIDE; x++) {
            sum += light[y][x] * wave(x, u + 1) * wave(y, v + 1);
          }
        }
        low[v * LOW + u] = sum;
      }
    }
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    double median = (sorted[LOW * LOW / 2 - 1] + sorted[LOW * LOW / 2]) / 2;
    long hash = 0;
    for (int i = 0; i < low.length; i++) {
      hash |= low[i] > median ? 1L << i : 0;
    }
    return hash;
  }

  private static double wave(int at, int frequency) {
    return StrictMath.cos((2 * at + 1) * frequency * Math.PI / (2 * SIDE));
  }

  /** Whether each of 8 by 8 fields is darker than the one to its right. */
  private static long steps(float[][] light) {
    long hash = 0;
    for (int y = 0; y < LOW; y++) {
      for (int x = 0; x < LOW; x++) {
        if (field(light, x, y) < field(light, x + 1, y)) {
          hash |= 1L << (y * LOW + x);
        }
      }
    }
    return hash;
  }

  private static double field(float[][] light, int x, int y) {
    int left = x * SIDE / (LOW + 1);
    int right = (x + 1) * SIDE / (LOW + 1);
    double sum = 0;
    for (int j = y * SIDE / LOW; j < (y + 1) * SIDE / LOW; j++) {
      for (int i = left; i < right; i++) {
        sum += light[j][i];
      }
    }
    return sum / (right - left);
  }
}
