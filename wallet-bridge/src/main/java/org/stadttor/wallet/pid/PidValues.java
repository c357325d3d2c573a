// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.pid;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stadttor.wallet.credential.CredentialRejectedException;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of a PID as JSON has them: what is empty is absent, what has another type or form is refused. */
final class PidValues {

    /** PID rulebook 1.7, section 2: no text is longer. */
    private static final int MAX_TEXT = 150;

    private static final int MAX_NATIONALITIES = 20;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PidValues() {}

    /** A text, if it is there and not blank. */
    static Optional<String> text(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = value.stringValueOpt().orElseThrow(PidValues::invalid);
        if (text.codePointCount(0, text.length()) > MAX_TEXT
                || text.codePoints().anyMatch(PidValues::isNoCharacter)) {
            throw invalid();
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** Control characters and halves of surrogate pairs. */
    private static boolean isNoCharacter(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    static Optional<JsonNode> textNode(JsonNode value) {
        return text(value).map(NODES::stringNode);
    }

    /** A country, ISO 3166-1 alpha-2 or one of the rulebook's {@code QU} and {@code QS}. */
    static Optional<String> country(JsonNode value) {
        Optional<String> text = text(value);
        if (text.isPresent() && !COUNTRY.matcher(text.get()).matches()) {
            throw invalid();
        }
        return text;
    }

    static Optional<JsonNode> nationalities(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isArray() || value.size() > MAX_NATIONALITIES) {
            throw invalid();
        }
        ArrayNode nationalities = NODES.arrayNode();
        value.forEach(element -> country(element).ifPresent(nationalities::add));
        return nationalities.isEmpty() ? Optional.empty() : Optional.of(nationalities);
    }

    /** An object with these members if they are there and not empty; other members do not matter. */
    static Optional<JsonNode> object(JsonNode value, Collection<String> members) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw invalid();
        }
        ObjectNode object = NODES.objectNode();
        for (String name : members) {
            JsonNode member = value.path(name);
            Optional<String> text = switch (name) {
                case "country" -> country(member);
                case "formatted" -> lines(member);
                default -> text(member);
            };
            text.ifPresent(present -> object.put(name, present));
        }
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }

    /** A text on one line or several, as a formatted address may be (OpenID Connect Core 1.0, section 5.1.1). */
    private static Optional<String> lines(JsonNode value) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        String text = value.stringValueOpt().orElseThrow(PidValues::invalid);
        return text(NODES.stringNode(text.replaceAll("\\R", " "))).map(oneLine -> text);
    }

    static Optional<JsonNode> birthdate(JsonNode value, LocalDate today) {
        Optional<String> text = text(value);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BirthDate date = BirthDate.parse(text.get()).orElseThrow(PidValues::invalid);
        if (date.earliest().isAfter(today)) {
            throw invalid();
        }
        return Optional.of(NODES.stringNode(date.text()));
    }

    static CredentialRejectedException invalid() {
        return new CredentialRejectedException(Reason.CLAIM_INVALID);
    }
}
