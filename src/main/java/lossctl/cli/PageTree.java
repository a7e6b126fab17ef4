package lossctl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossctl.convention.Meaning;
import lossctl.derive.Page;

/** The page of a loss, for JSON. */
final class PageTree {
    private PageTree() {}

    static Map<String, Object> of(Page page, String task) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", page.name());
        tree.put("summary", page.summary());
        tree.put("kind", page.kind());
        tree.put("better", page.better());
        tree.put("task", task);
        tree.put("family", page.family().word());
        tree.put("formula", page.formula());
        tree.put("gradient", page.gradient());
        tree.put("parameters", parameters(page));
        tree.put("domain", domain(page));
        tree.put("kinks", page.kinks());
        tree.put("traits", page.traits());
        tree.put("notes", page.notes());
        tree.put("aliases", page.aliases());
        tree.put("conventions", meanings(page));
        tree.put("examples", examples(page));
        tree.put("source", page.source());
        return tree;
    }

    private static List<Object> parameters(Page page) {
        List<Object> list = new ArrayList<>();
        for (Page.Setting setting : page.parameters()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("option", setting.option());
            each.put("range", setting.range());
            each.put("default", setting.fallback());
            each.put("description", setting.description());
            list.add(each);
        }
        return list;
    }

    private static List<Object> domain(Page page) {
        List<Object> list = new ArrayList<>();
        for (Page.Place place : page.domain()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("when", place.when());
            each.put("name", place.name());
            each.put("domain", place.domain());
            list.add(each);
        }
        return list;
    }

    private static List<Object> meanings(Page page) {
        List<Object> list = new ArrayList<>();
        for (Meaning meaning : page.meanings()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("as", meaning.framework());
            each.put("name", meaning.name());
            each.put("when", meaning.when());
            each.put("differs", meaning.habits());
            list.add(each);
        }
        return list;
    }

    private static List<Object> examples(Page page) {
        List<Object> list = new ArrayList<>();
        for (Page.Worked example : page.examples()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("command", example.command());
            each.put("value", example.value());
            each.put("gradient", example.gradient());
            list.add(each);
        }
        return list;
    }
}
