// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** What a field of a dossier is called on pages. Names in it that come from others are shown as they are. */
public final class FieldNames {

    private static final String PREFIX = "agency.field.";
    private static final Pattern ATTRIBUTE = Pattern.compile("attributes\\.([a-z_]+)(\\..+)?");

    private final MessageSource messages;
    private final Locale locale;

    public FieldNames(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The name of a field, for example of {@code attributes.birthdate.purposes.de}. */
    public String of(String field) {
        Matcher attribute = ATTRIBUTE.matcher(field);
        if (attribute.matches()) {
            String name = attribute(attribute.group(1));
            return attribute.group(2) == null ? name : name + ": " + text("attribute" + attribute.group(2));
        }
        if (field.startsWith("keys.")) {
            boolean end = field.endsWith(".expires_at");
            String id = field.substring("keys.".length(), field.length() - (end ? ".expires_at".length() : 0));
            return messages.getMessage(PREFIX + (end ? "key.expires_at" : "key"), new Object[] {id}, locale);
        }
        return text(field.replaceAll("\\[[0-9]+\\]", ""));
    }

    /** The name of an attribute of the PID. */
    public String attribute(String claim) {
        return orItself("idp.attribute." + claim, claim);
    }

    /** The value of a field in words, where it is a code or a key. */
    public String value(String field, String value) {
        if (field.startsWith("keys.") && !field.endsWith(".expires_at") && !value.isEmpty()) {
            return KeyView.describe(value);
        }
        boolean coded = field.equals("matching")
                || field.equals("public_body")
                || (ATTRIBUTE.matcher(field).matches() && field.lastIndexOf('.') == field.indexOf('.'));
        return coded && !value.isEmpty() ? orItself("agency.value." + value, value) : value;
    }

    private String text(String field) {
        return orItself(PREFIX + field, field);
    }

    private String orItself(String key, String itself) {
        String text = messages.getMessage(key, null, null, locale);
        return text == null ? itself : text;
    }
}
