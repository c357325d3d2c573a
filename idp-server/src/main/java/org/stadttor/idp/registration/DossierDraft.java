// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.organisation.UnitDetails;

/**
 * Everything the registration form asks for, as it was typed; empty texts and lists where nothing was given. It can be
 * stored half filled. {@link DossierRules} says what is wrong with it.
 *
 * @param names the service's name by language; shown to citizens
 * @param descriptions what the service does, by language
 * @param publicBody null where the organisation decides
 * @param jwksUri where the keys are fetched from; then {@code keys} is empty
 * @param sector sector identifier of the pairwise subject; empty for the host of the first redirect URI
 * @param matching {@code transient} or {@code account}; empty for {@code transient}
 * @param webhookUri where warnings are sent to
 */
public record DossierDraft(
        Map<String, String> names,
        Map<String, String> descriptions,
        LegalEntity legalEntity,
        @Nullable Boolean publicBody,
        Contact contact,
        SupervisoryAuthority supervisoryAuthority,
        String privacyPolicyUri,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<KeyDraft> keys,
        String jwksUri,
        List<AttributeDraft> attributes,
        String sector,
        String matching,
        String webhookUri) {

    public DossierDraft {
        names = filled(names);
        descriptions = filled(descriptions);
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        keys = List.copyOf(keys);
        attributes = List.copyOf(attributes);
    }

    /** Without the languages that were left empty. */
    static Map<String, String> filled(Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nothing filled in. */
    public static DossierDraft empty() {
        return new DossierDraft(
                Map.of(),
                Map.of(),
                LegalEntity.empty(),
                null,
                Contact.empty(),
                SupervisoryAuthority.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                "",
                "",
                "");
    }

    /**
     * Reads a dossier from JSON: no unknown member, none twice, nothing too large.
     *
     * @throws RegistrationRefusedException with {@code dossier_malformed}
     */
    public static DossierDraft parse(String json) {
        return DossierJson.read(json);
    }

    /** As JSON, always the same text for equal dossiers. */
    public String toJson() {
        return DossierJson.write(this);
    }

    /** With what is empty taken from the organisation. */
    public DossierDraft prefilled(UnitDetails details) {
        UnitDetails all = new UnitDetails(legalEntity, contact, supervisoryAuthority, publicBody).orElse(details);
        return new DossierDraft(
                names,
                descriptions,
                all.legalEntity(),
                all.publicBody(),
                all.contact(),
                all.supervisoryAuthority(),
                privacyPolicyUri,
                redirectUris,
                postLogoutRedirectUris,
                keys,
                jwksUri,
                attributes,
                sector,
                matching,
                webhookUri);
    }

    DossierDraft with(List<KeyDraft> otherKeys, String otherSector, String otherMatching) {
        return new DossierDraft(
                names,
                descriptions,
                legalEntity,
                publicBody,
                contact,
                supervisoryAuthority,
                privacyPolicyUri,
                redirectUris,
                postLogoutRedirectUris,
                otherKeys,
                jwksUri,
                attributes,
                otherSector,
                otherMatching,
                webhookUri);
    }
}
