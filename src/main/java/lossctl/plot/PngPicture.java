package lossctl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A figure as PNG, by Java's own graphics: the same drawing as the SVG on a light page, two pixels for one. It needs
 * neither a screen nor, for labels of ASCII, a font. Nothing else loads those graphics.
 */
public final class PngPicture {
    private static final int SCALE = 2;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final double NORMAL = 0.085;
    private static final double BOLD = 0.13;

    private final Graphics2D graphics;

    private PngPicture(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * The file.
     *
     * @param width of the whole, in the units of the SVG
     * @param plot height of the area between a chart's axes, likewise
     */
    public static byte[] of(Figure figure, double width, double plot) {
        System.setProperty("java.awt.headless", "true");
        Drawing drawing = Layout.of(figure, Paper.picture(width, plot));
        int across = (int) Math.ceil(drawing.width() * SCALE);
        int down = (int) Math.ceil(drawing.height() * SCALE);
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        PngPicture picture = new PngPicture(graphics);
        picture.colour(Tone.PAPER, 1);
        graphics.fill(new Rectangle2D.Double(0, 0, drawing.width() + 1, drawing.height() + 1));
        for (Shape shape : drawing.shapes()) {
            picture.draw(shape);
        }
        graphics.dispose();
        return encoded(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), across, down);
    }

    private void draw(Shape shape) {
        if (shape instanceof Shape.Path path) {
            colour(path.tone(), 1);
            stroke(path.width(), path.dash(), path.x().length == 1);
            graphics.draw(path(path.x(), path.y()));
        } else if (shape instanceof Shape.Area area) {
            colour(area.tone(), area.opacity());
            Path2D outline = path(area.x(), area.y());
            outline.closePath();
            graphics.fill(outline);
        } else if (shape instanceof Shape.Box box) {
            colour(box.tone(), box.opacity());
            graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        } else if (shape instanceof Shape.Spot spot) {
            double r = spot.radius();
            Ellipse2D disc = new Ellipse2D.Double(spot.x() - r, spot.y() - r, 2 * r, 2 * r);
            colour(spot.open() ? Tone.PAPER : spot.tone(), 1);
            graphics.fill(disc);
            if (spot.open()) {
                colour(spot.tone(), 1);
                stroke(2, Dash.SOLID, false);
                graphics.draw(disc);
            }
        } else if (shape instanceof Shape.Label label) {
            write(label);
        }
    }

    private void write(Shape.Label label) {
        colour(label.tone(), 1);
        String text = label.text();
        java.awt.Shape outline = Pen.knows(text)
                ? null
                : MachineFont.outline(
                        text, label.left(), Pen.baseline(label.y(), label.size()), label.size(), label.bold());
        if (outline != null) {
            graphics.fill(outline);
            return;
        }
        stroke(label.size() * (label.bold() ? BOLD : NORMAL), Dash.SOLID, true);
        graphics.draw(Pen.write(text, label.left(), label.y(), label.size(), label.bold()));
    }

    private void colour(Tone tone, double opacity) {
        int rgb = Integer.parseInt(tone.light().substring(1), 16);
        graphics.setColor(new Color(rgb | (int) Math.rint(opacity * 255) << 24, true));
    }

    private void stroke(double width, Dash dash, boolean round) {
        double[] lengths = dash.lengths();
        float[] dashes = new float[lengths.length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) lengths[i];
        }
        int cap = round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        graphics.setStroke(
                new BasicStroke((float) width, cap, BasicStroke.JOIN_ROUND, 10, dashes.length == 0 ? null : dashes, 0));
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], y[i]);
        }
        if (x.length == 1) {
            path.lineTo(x[0], y[0]);
        }
        return path;
    }

    /** PNG (ISO/IEC 15948): eight bits a channel, no filters. */
    private static byte[] encoded(int[] pixels, int width, int height) {
        byte[] rows = new byte[(3 * width + 1) * height];
        int n = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) {
                n++;
            }
            rows[n++] = (byte) (pixels[i] >> 16);
            rows[n++] = (byte) (pixels[i] >> 8);
            rows[n++] = (byte) pixels[i];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk("IHDR", header, out);
        chunk("IDAT", deflated(rows), out);
        chunk("IEND", new byte[0], out);
        return out.toByteArray();
    }

    private static void chunk(String type, byte[] data, ByteArrayOutputStream out) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
