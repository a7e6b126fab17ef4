package lossctl.plot;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/**
 * Letters that {@link Pen} cannot draw, from the fonts of the machine, where it has any. Labels of ASCII never come here,
 * so that their pictures are the same on every machine.
 */
final class MachineFont {
    private MachineFont() {}

    /**
     * The outline of a text, as wide as {@link Glyphs} says it is.
     *
     * @param x where it begins
     * @param baseline what it stands on
     * @return null where the machine has no font that shows all of it
     */
    static Shape outline(String text, double x, double baseline, double size, boolean bold) {
        try {
            Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
            if (font.canDisplayUpTo(text) >= 0) {
                return null;
            }
            TextLayout layout = new TextLayout(text, font, new FontRenderContext(null, true, true));
            AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
            place.scale(Glyphs.width(text, size, bold) / layout.getAdvance(), 1);
            return layout.getOutline(place);
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Java without fonts fails so, in ways that differ between its releases.
            return null;
        }
    }
}
