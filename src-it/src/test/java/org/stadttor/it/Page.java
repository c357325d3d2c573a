// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as simple software sees it: elements by their id, forms by the id of their button. */
record Page(URI address, int status, String html) {
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select|option|button)\\b([^>]*)>");

    /** A form, ready to be sent. */
    record Form(String method, URI action, Map<String, String> fields) {
        Form with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Form(method, action, changed);
        }
    }

    boolean has(String id) {
        return tag(id).find();
    }

    /** An attribute of the element with this id. */
    Optional<String> attribute(String id, String name) {
        Matcher tag = tag(id);
        return tag.find() ? Optional.ofNullable(attributes(tag.group(2)).get(name)) : Optional.empty();
    }

    /** Where the link with this id leads. */
    URI link(String id) {
        return address.resolve(attribute(id, "href").orElseThrow(() -> missing(id)));
    }

    /** The text of the element with this id, without mark-up. */
    String text(String id) {
        Matcher tag = tag(id);
        if (!tag.find()) {
            throw missing(id);
        }
        String name = tag.group(1);
        int depth = 1;
        Matcher next = Pattern.compile("<(/?)" + name + "\\b[^>]*>").matcher(html);
        int at = tag.end();
        while (depth > 0 && next.find(at)) {
            depth += next.group(1).isEmpty() ? 1 : -1;
            at = next.end();
        }
        return unescape(html.substring(tag.end(), at).replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The form of the button with this id, with what it holds now. */
    Form form(String buttonId) {
        Matcher button = tag(buttonId);
        if (!button.find()) {
            throw missing(buttonId);
        }
        int start = html.lastIndexOf("<form", button.start());
        int end = html.indexOf("</form>", button.start());
        if (start < 0 || end < 0) {
            throw missing("form of " + buttonId);
        }
        Map<String, String> form = attributes(html.substring(start + 5, html.indexOf('>', start)));
        Map<String, String> pressed = attributes(button.group(2));
        Map<String, String> fields = fields(html.substring(start, end));
        if (pressed.containsKey("name")) {
            fields.put(pressed.get("name"), pressed.getOrDefault("value", ""));
        }
        String action = pressed.getOrDefault("formaction", form.getOrDefault("action", address.toString()));
        return new Form(form.getOrDefault("method", "get"), address.resolve(action), fields);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form);
        String select = "";
        while (field.find()) {
            Map<String, String> attributes = attributes(field.group(2));
            String name = attributes.getOrDefault("name", "");
            switch (field.group(1)) {
                case "select" -> select = name;
                case "option" -> {
                    if (attributes.containsKey("selected") || !fields.containsKey(select)) {
                        fields.put(select, attributes.getOrDefault("value", ""));
                    }
                }
                case "textarea" -> fields.put(name, form.substring(field.end(), form.indexOf("</", field.end())));
                case "input" -> {
                    String type = attributes.getOrDefault("type", "text");
                    boolean choice = type.equals("checkbox") || type.equals("radio");
                    boolean sent = !type.equals("submit") && (!choice || attributes.containsKey("checked"));
                    if (sent && !name.isEmpty()) {
                        fields.put(name, attributes.getOrDefault("value", choice ? "on" : ""));
                    }
                }
                default -> {}
            }
        }
        return fields;
    }

    private Matcher tag(String id) {
        return Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)\\b([^>]*\\bid=\"" + Pattern.quote(id) + "\"[^>]*)>")
                .matcher(html);
    }

    private IllegalStateException missing(String what) {
        return new IllegalStateException("no " + what + " on " + address.getPath() + " (" + status + "):\n" + html);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? "" : unescape(attribute.group(2)));
        }
        return attributes;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
