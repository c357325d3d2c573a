// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadttor.idp.registration.DossierHint.Code;
import org.stadttor.wallet.pid.PidAttribute;

/** Advice about a dossier, complete or not. */
public final class DossierHints {

    private static final int MANY = 6;
    private static final Set<PidAttribute> ONLY_FOR_MATCHING =
            EnumSet.of(PidAttribute.PLACE_OF_BIRTH, PidAttribute.BIRTH_FAMILY_NAME, PidAttribute.BIRTH_GIVEN_NAME);

    /** Every hint, in the order of the form. */
    public List<DossierHint> of(DossierDraft dossier) {
        List<DossierHint> hints = new ArrayList<>();
        if (dossier.names().getOrDefault("en", "").isBlank()) {
            hints.add(new DossierHint("names.en", Code.ENGLISH_MISSING));
        }
        if (dossier.descriptions().getOrDefault("de", "").isBlank()) {
            hints.add(new DossierHint("descriptions.de", Code.DESCRIPTION_MISSING));
        }
        keys(hints, dossier);
        attributes(hints, dossier);
        return hints;
    }

    private static void keys(List<DossierHint> hints, DossierDraft dossier) {
        if (dossier.keys().size() == 1) {
            hints.add(new DossierHint("keys", Code.SINGLE_KEY));
        }
        if (!dossier.keys().isEmpty() && dossier.webhookUri().isEmpty()) {
            hints.add(new DossierHint("webhook_uri", Code.WEBHOOK_MISSING));
        }
    }

    private static void attributes(List<DossierHint> hints, DossierDraft dossier) {
        if (dossier.attributes().size() > MANY) {
            hints.add(new DossierHint("attributes", Code.MANY_ATTRIBUTES));
        }
        Set<String> matching =
                ONLY_FOR_MATCHING.stream().map(PidAttribute::claim).collect(Collectors.toSet());
        boolean account = dossier.matching().equals("account");
        for (int i = 0; i < dossier.attributes().size(); i++) {
            AttributeDraft attribute = dossier.attributes().get(i);
            String field = "attributes[" + i + "]";
            if (attribute.attribute().equals(PidAttribute.BIRTHDATE.claim()) && !account) {
                hints.add(new DossierHint(field, Code.BIRTHDATE_WHERE_AGE_MAY_DO));
            }
            if (matching.contains(attribute.attribute()) && !account) {
                hints.add(new DossierHint(field, Code.MATCHING_ATTRIBUTES_WITHOUT_ACCOUNT));
            }
            if (attribute.attribute().equals(PidAttribute.PERSONAL_ADMINISTRATIVE_NUMBER.claim())) {
                hints.add(new DossierHint(field, Code.UNIVERSAL_IDENTIFIER));
            }
            if (attribute.legalBasis().isBlank()) {
                hints.add(new DossierHint(
                        field + ".legal_basis",
                        attribute.mandatory() ? Code.MANDATORY_WITHOUT_LEGAL_BASIS : Code.LEGAL_BASIS_MISSING));
            }
            if (attribute.retention().isBlank()) {
                hints.add(new DossierHint(field + ".retention", Code.RETENTION_MISSING));
            }
        }
    }
}
