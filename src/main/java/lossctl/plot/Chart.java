package lossctl.plot;

import java.util.List;

/**
 * One pair of axes with what is drawn in it.
 *
 * @param title above it; empty where the figure's is enough
 * @param x the horizontal axis
 * @param y the vertical axis; its label stands on top of it, so that nobody has to turn the head
 * @param layers what is drawn, from below to above
 */
public record Chart(String title, Axis x, Axis y, List<Layer> layers) {
    /** Copies the list. */
    public Chart {
        layers = List.copyOf(layers);
    }
}
