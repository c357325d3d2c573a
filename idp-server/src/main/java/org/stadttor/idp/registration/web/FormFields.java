// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What was typed into a form; every field is a text, empty if it was not sent. */
public record FormFields(MultiValueMap<String, String> all) {

    private static final int LINES = 101;

    /** One field, without blanks around it. Browsers send other line ends than programs: they do not count. */
    public String text(String name) {
        String value = all.getFirst(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /** The lines of a field that are not blank. */
    public List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /** Whether this one of several boxes of the same name is ticked. */
    public boolean ticked(String name, String value) {
        return all.getOrDefault(name, List.of()).contains(value);
    }

    /** German and English. */
    public Map<String, String> languages(String name) {
        return Map.of("de", text(name + ".de"), "en", text(name + ".en"));
    }

    /** Whether the form was sent with this button. */
    public boolean pressed(String button) {
        return all.containsKey(button);
    }
}
