// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadttor.trustlist.issuer.CredentialType;

/** What single lines may be, in the form and from programs. */
public final class FormText {

    /** Longer is no name and no reason. */
    static final int MAX_TEXT = 200;

    /** So many lines a field has at most. */
    public static final int MAX_LINES = 15;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** EN 319 412-1, 5.1.4: three letters for the kind of register, or two and a colon; the country; a hyphen. */
    private static final Pattern REGISTRATION_ID = Pattern.compile("(?:[A-Z]{5}|[A-Z]{2}:[A-Z]{2})-\\S.{0,99}");

    private static final Pattern EMAIL = Pattern.compile("(?:mailto:)?([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190})");
    private static final Pattern PHONE = Pattern.compile("(?:tel:)?(\\+[0-9][0-9 ./-]{4,28}[0-9])");
    private static final Pattern TYPE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern OTHER_TYPE = Pattern.compile("([a-z0-9][a-z0-9+._-]{0,49})\\s+([\\x21-\\x7e]{1,200})");

    private FormText() {}

    /** Without characters that cannot be seen but change what is seen. */
    public static boolean isVisible(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
    }

    static boolean isRegistrationId(String text) {
        return REGISTRATION_ID.matcher(text).matches();
    }

    /** A country that exists, ISO 3166-1 alpha-2. */
    public static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    /** An e-mail address, a telephone number with the code of its country, or a web address; as URI. */
    public static Optional<String> reachable(String line) {
        var email = EMAIL.matcher(line);
        if (email.matches()) {
            return Optional.of("mailto:" + email.group(1));
        }
        var phone = PHONE.matcher(line);
        if (phone.matches()) {
            return Optional.of("tel:" + phone.group(1).replaceAll("[ ./-]", ""));
        }
        return webAddress(line);
    }

    /** An address beginning with https. */
    public static Optional<String> webAddress(String line) {
        if (line.length() > MAX_TEXT || !TYPE.matcher(line).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(line);
            boolean plain = "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            return plain ? Optional.of(line) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<CredentialType> type(String format, String line) {
        return TYPE.matcher(line).matches() ? Optional.of(new CredentialType(format, line)) : Optional.empty();
    }

    static Optional<CredentialType> otherType(String line) {
        var matcher = OTHER_TYPE.matcher(line);
        return matcher.matches()
                ? Optional.of(new CredentialType(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}
