// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a dossier, each edited on a page of its own. */
public enum DossierPart {
    SERVICE(AgencyAct.EDIT, "names", "descriptions", "privacy_policy_uri"),
    ORGANISATION(AgencyAct.EDIT, "legal_entity", "public_body", "contact", "supervisory_authority"),
    ADDRESSES(AgencyAct.EDIT_TECHNICAL, "redirect_uris", "post_logout_redirect_uris", "webhook_uri"),
    KEYS(AgencyAct.EDIT_TECHNICAL, "keys", "jwks_uri"),
    DATA(AgencyAct.EDIT, "attributes", "matching", "sector");

    private final AgencyAct act;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> fields;

    DossierPart(AgencyAct act, String... fields) {
        this.act = act;
        this.fields = List.of(fields);
    }

    /** What editing it is. */
    public AgencyAct act() {
        return act;
    }

    /** Its place in addresses, and in the keys of its texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DossierPart> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /** The part in which a field like {@code attributes[0].purposes.de} is; the first, if nobody knows it. */
    public static DossierPart ofField(String field) {
        return Arrays.stream(values())
                .filter(part -> part.owns(field))
                .findFirst()
                .orElse(SERVICE);
    }

    /** Whether a field is in this part. */
    public boolean owns(String field) {
        return fields.stream()
                .anyMatch(own -> field.equals(own) || field.startsWith(own + ".") || field.startsWith(own + "["));
    }
}
