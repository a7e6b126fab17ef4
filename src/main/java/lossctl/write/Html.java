package lossctl.write;

/** Text as HTML and XML can hold it. */
public final class Html {
    private Html() {}

    /** The text with markup as entities, and what cannot be seen as escapes: good in content and in quoted attributes. */
    public static String escaped(String text) {
        String visible = SafeText.visible(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
