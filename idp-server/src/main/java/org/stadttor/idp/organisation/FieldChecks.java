// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects every error of a form, field by field. */
public final class FieldChecks {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(VAT|NTR|PSD|LEI|EOR|EXC|TIN|[A-Z]{2}:)[A-Z]{2}-[\\x21-\\x7e]{1,100}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()/-]{4,30}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LANGUAGE_LIMIT = 24;

    private final List<FieldError> errors = new ArrayList<>();

    public void error(String field, String code) {
        errors.add(new FieldError(field, code));
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** A text on one line; empty is fine unless required. */
    public void line(String field, String text, int limit, boolean required) {
        text(field, text, limit, required, false);
    }

    /** A text on several lines; empty is fine unless required. */
    public void lines(String field, String text, int limit, boolean required) {
        text(field, text, limit, required, true);
    }

    private void text(String field, String text, int limit, boolean required, boolean lineBreaks) {
        if (text.isBlank()) {
            if (required) {
                error(field, "missing");
            }
        } else if (text.length() > limit) {
            error(field, "too_long");
        } else if (text.codePoints().anyMatch(c -> isForbidden(c) && !(lineBreaks && (c == '\n' || c == '\r')))) {
            error(field, "forbidden_character");
        }
    }

    /** Control, direction-changing, unpaired and private characters: what a page or a log could be tricked with. */
    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Texts by language. */
    public void languages(String field, Map<String, String> texts, int limit, boolean required) {
        if (required && texts.getOrDefault("de", "").isBlank()) {
            error(field + ".de", "missing");
        }
        if (texts.size() > LANGUAGE_LIMIT) {
            error(field, "too_many");
        }
        texts.forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                error(field, "language_unknown");
            }
            line(field + "." + language, text, limit, false);
        });
    }

    public void identifier(String field, String text) {
        form(field, text, IDENTIFIER, "identifier_form");
    }

    public void email(String field, String text) {
        form(field, text, EMAIL, "email_form");
    }

    public void phone(String field, String text) {
        form(field, text, PHONE, "phone_form");
    }

    public void country(String field, String text) {
        if (!text.isEmpty() && !COUNTRIES.contains(text)) {
            error(field, "country_unknown");
        }
    }

    /** An address of a page for people. */
    public void page(String field, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            URI uri = new URI(text);
            boolean fine = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && text.length() <= 500
                    && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
            if (!fine) {
                error(field, "page_form");
            }
        } catch (URISyntaxException e) {
            error(field, "page_form");
        }
    }

    private void form(String field, String text, Pattern form, String code) {
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            error(field, code);
        }
    }
}
