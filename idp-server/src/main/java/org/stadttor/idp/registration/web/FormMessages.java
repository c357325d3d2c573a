// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.DossierHint;

/** What is wrong with a form and what could be better, in words and field by field. */
public final class FormMessages {

    /** A line of the summary above a form. */
    public record Line(String id, String label, String text) {}

    private static final Pattern INDEX = Pattern.compile("([a-z_]+)\\[([0-9]+)\\](.*)");

    private final MessageSource messages;
    private final Locale locale;
    private final FieldNames names;
    private final List<FieldError> errors;
    private final List<DossierHint> hints;

    private FormMessages(MessageSource messages, Locale locale, List<FieldError> errors, List<DossierHint> hints) {
        this.messages = messages;
        this.locale = locale;
        this.names = new FieldNames(messages, locale);
        this.errors = errors;
        this.hints = hints;
    }

    /** Of a form whose fields are those of its exceptions. */
    public static FormMessages of(MessageSource messages, Locale locale, List<FieldError> errors) {
        return new FormMessages(messages, locale, List.copyOf(errors), List.of());
    }

    /** Of a dossier: attributes are known by their names, not by where they stand in the list. */
    public static FormMessages of(
            MessageSource messages,
            Locale locale,
            DossierDraft dossier,
            List<FieldError> errors,
            List<DossierHint> hints) {
        return new FormMessages(
                messages,
                locale,
                errors.stream()
                        .map(error -> new FieldError(byName(error.field(), dossier), error.code()))
                        .toList(),
                hints.stream()
                        .map(hint -> new DossierHint(byName(hint.field(), dossier), hint.code()))
                        .toList());
    }

    private static String byName(String field, DossierDraft dossier) {
        Matcher index = INDEX.matcher(field);
        if (!index.matches() || !index.group(1).equals("attributes")) {
            return field;
        }
        int number = Integer.parseInt(index.group(2));
        return "attributes." + dossier.attributes().get(number).attribute() + index.group(3);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** The errors of one field as a sentence, or null; of a list, with the line each is on. */
    public @Nullable String error(String field) {
        String all = errors.stream()
                .filter(error -> base(error.field()).equals(field))
                .map(this::sentence)
                .distinct()
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    /** Advice about one field. */
    public List<String> hints(String field) {
        return hints.stream()
                .filter(hint -> hint.field().equals(field))
                .map(hint -> messages.getMessage("dossier.hint." + hint.code().code(), null, locale))
                .toList();
    }

    /** All advice, each with the name of its field. */
    public List<Line> advice() {
        return hints.stream()
                .map(hint -> new Line(
                        id(hint.field()),
                        names.of(hint.field()),
                        messages.getMessage("dossier.hint." + hint.code().code(), null, locale)))
                .toList();
    }

    /** Everything that is wrong, for the summary above the form. */
    public List<Line> summary() {
        return errors.stream()
                .map(error -> new Line(id(error.field()), names.of(error.field()), sentence(error)))
                .distinct()
                .toList();
    }

    private String sentence(FieldError error) {
        String text = messages.getMessage("field.error." + error.code(), null, locale);
        Matcher index = INDEX.matcher(error.field());
        return index.matches()
                ? messages.getMessage("agency.line", new Object[] {Integer.parseInt(index.group(2)) + 1, text}, locale)
                : text;
    }

    /** The field on the page that shows an error. */
    private static String base(String field) {
        Matcher index = INDEX.matcher(field);
        return index.matches() ? index.group(1) : field;
    }

    /** Ids of controls are the names of fields, with hyphens. */
    private static String id(String field) {
        return base(field).replace('.', '-');
    }
}
