// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.stadttor.idp.relyingparty.InvalidRegistrationException.Reason;
import org.stadttor.wallet.pid.PidAttribute;
import tools.jackson.databind.JsonNode;

/**
 * Reads a registration document and checks it. Member names follow OpenID Connect Dynamic Client Registration 1.0 where
 * it has one; the document is described in the operations guide.
 */
public final class RegistrationRules {

    /** What the matching policy {@code account} needs; a relying party with that policy must be entitled to all of it. */
    public static final Set<PidAttribute> MATCHING_ATTRIBUTES = Set.of(
            PidAttribute.FAMILY_NAME, PidAttribute.GIVEN_NAME, PidAttribute.BIRTHDATE, PidAttribute.PLACE_OF_BIRTH);

    private static final Pattern SECTOR = Pattern.compile("[a-z0-9][a-z0-9.-]{1,250}");
    private static final int TEXT_LIMIT = 300;

    private final boolean sandboxMode;

    public RegistrationRules(boolean sandboxMode) {
        this.sandboxMode = sandboxMode;
    }

    /**
     * Reads and checks a document.
     *
     * @throws InvalidRegistrationException with the reason of the first rule that is broken
     */
    public RelyingParty read(String json) {
        RegistrationDocument document = RegistrationDocument.parse(json);
        List<AttributeEntitlement> entitlements = entitlements(document);
        RelyingParty relyingParty = new RelyingParty(
                check(Reason.CLIENT_ID_INVALID, () -> new ClientId(document.text("client_id"))),
                texts(document.member("client_name"), Reason.NAME_INVALID),
                redirectUris(document),
                keys(document),
                sector(document),
                matching(document),
                entitlements,
                address(document.text("policy_uri"), Reason.POLICY_URI_INVALID));
        requireMatchingAttributes(relyingParty);
        return relyingParty;
    }

    /** The document of a relying party; reading it gives an equal relying party. */
    public String write(RelyingParty relyingParty) {
        return RegistrationDocument.write(relyingParty);
    }

    /** What of this relying party's entitlements finds an account again. */
    public static Set<PidAttribute> matchingAttributes(RelyingParty relyingParty) {
        Set<PidAttribute> attributes = EnumSet.copyOf(MATCHING_ATTRIBUTES);
        relyingParty.entitlements().stream()
                .map(AttributeEntitlement::attribute)
                .filter(attribute -> attribute == PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER)
                .forEach(attributes::add);
        return attributes;
    }

    private List<URI> redirectUris(RegistrationDocument document) {
        List<String> texts = document.texts("redirect_uris");
        if (texts.isEmpty() || texts.size() > 50 || Set.copyOf(texts).size() != texts.size()) {
            throw new InvalidRegistrationException(Reason.REDIRECT_URI_INVALID, "number of addresses");
        }
        return texts.stream()
                .map(text ->
                        check(Reason.REDIRECT_URI_INVALID, () -> RedirectUris.requireRegistrable(text, sandboxMode)))
                .toList();
    }

    private RelyingParty.Keys keys(RegistrationDocument document) {
        boolean inline = document.has("jwks");
        if (inline == document.has("jwks_uri")) {
            throw new InvalidRegistrationException(Reason.KEYS_INVALID, "exactly one of jwks and jwks_uri");
        }
        if (inline) {
            String jwks = document.member("jwks").toString();
            JWKSet set = check(Reason.KEYS_INVALID, () -> ClientKeys.requireRegistrable(jwks));
            return new RelyingParty.Keys.Inline(set);
        }
        return new RelyingParty.Keys.ByReference(address(document.text("jwks_uri"), Reason.JWKS_URI_INVALID));
    }

    private URI address(String text, Reason reason) {
        return check(reason, () -> RedirectUris.requireRegistrable(text, sandboxMode));
    }

    private static String sector(RegistrationDocument document) {
        String sector = document.text("sector");
        if (!SECTOR.matcher(sector).matches()) {
            throw new InvalidRegistrationException(Reason.SECTOR_INVALID, "lower-case letters, digits, dots, hyphens");
        }
        return sector;
    }

    private static RelyingParty.Matching matching(RegistrationDocument document) {
        return switch (document.text("matching")) {
            case "transient" -> RelyingParty.Matching.TRANSIENT;
            case "account" -> RelyingParty.Matching.ACCOUNT;
            default -> throw new InvalidRegistrationException(Reason.MATCHING_INVALID, "transient or account");
        };
    }

    private static List<AttributeEntitlement> entitlements(RegistrationDocument document) {
        List<AttributeEntitlement> entitlements = new ArrayList<>();
        Set<PidAttribute> seen = EnumSet.noneOf(PidAttribute.class);
        for (RegistrationDocument entry :
                document.documents("entitlements", Set.of("attribute", "purpose", "mandatory"))) {
            PidAttribute attribute = PidAttribute.of(entry.text("attribute"))
                    .orElseThrow(() -> new InvalidRegistrationException(Reason.ENTITLEMENT_INVALID, "attribute"));
            if (!seen.add(attribute)) {
                throw new InvalidRegistrationException(Reason.ENTITLEMENT_INVALID, "attribute twice");
            }
            entitlements.add(new AttributeEntitlement(
                    attribute, texts(entry.member("purpose"), Reason.ENTITLEMENT_INVALID), entry.flag("mandatory")));
        }
        if (entitlements.isEmpty()) {
            throw new InvalidRegistrationException(Reason.ENTITLEMENT_INVALID, "at least one attribute");
        }
        return entitlements;
    }

    private static Map<String, String> texts(JsonNode node, Reason reason) {
        Map<String, String> texts = RegistrationDocument.languages(node, reason);
        if (!texts.containsKey("de") || texts.values().stream().anyMatch(RegistrationRules::isUnfit)) {
            throw new InvalidRegistrationException(reason, "text in German is needed, at most 300 characters each");
        }
        return texts;
    }

    private static boolean isUnfit(String text) {
        return text.isBlank() || text.length() > TEXT_LIMIT || text.codePoints().anyMatch(Character::isISOControl);
    }

    private static void requireMatchingAttributes(RelyingParty relyingParty) {
        Set<PidAttribute> entitled = EnumSet.noneOf(PidAttribute.class);
        relyingParty.entitlements().forEach(e -> entitled.add(e.attribute()));
        if (relyingParty.matching() == RelyingParty.Matching.ACCOUNT && !entitled.containsAll(MATCHING_ATTRIBUTES)) {
            throw new InvalidRegistrationException(
                    Reason.MATCHING_ATTRIBUTES_NOT_ENTITLED, "family_name, given_name, birthdate, place_of_birth");
        }
    }

    private static <T> T check(Reason reason, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidRegistrationException(reason, String.valueOf(e.getMessage()));
        }
    }
}
