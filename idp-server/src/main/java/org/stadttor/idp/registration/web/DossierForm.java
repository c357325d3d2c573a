// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.registration.AttributeDraft;
import org.stadttor.idp.registration.DossierDraft;
import org.stadttor.idp.registration.KeyDraft;
import org.stadttor.wallet.pid.PidAttribute;

/** From the fields of a form to a dossier: what the form does not show stays as it was. */
final class DossierForm {

    private final FormFields form;
    private final DossierDraft before;

    DossierForm(FormFields form, DossierDraft before) {
        this.form = form;
        this.before = before;
    }

    /** The dossier with one part as it was typed; keys that are new are added by {@link KeyForm}. */
    DossierDraft read(DossierPart part) {
        return switch (part) {
            case SERVICE -> service();
            case ORGANISATION -> organisation();
            case ADDRESSES -> addresses();
            case KEYS -> throw new IllegalArgumentException("see KeyForm");
            case DATA -> data();
        };
    }

    /** The short form of a new service: one purpose for all attributes. */
    DossierDraft readNew(List<KeyDraft> keys) {
        Map<String, String> purpose = Map.of("de", form.text("purpose"));
        List<AttributeDraft> attributes = Arrays.stream(PidAttribute.values())
                .map(PidAttribute::claim)
                .filter(claim -> form.ticked("attribute", claim))
                .map(claim -> new AttributeDraft(claim, purpose, "", "", true))
                .toList();
        return new DossierDraft(
                Map.of("de", form.text("names.de")),
                Map.of(),
                entity(),
                publicBody(),
                new Contact(form.text("contact.email"), "", ""),
                authority(),
                form.text("privacy_policy_uri"),
                form.lines("redirect_uris"),
                List.of(),
                keys,
                form.text("jwks_uri"),
                attributes,
                "",
                "",
                "");
    }

    /** With other keys. */
    static DossierDraft withKeys(DossierDraft dossier, List<KeyDraft> keys, String jwksUri) {
        return new DossierDraft(
                dossier.names(),
                dossier.descriptions(),
                dossier.legalEntity(),
                dossier.publicBody(),
                dossier.contact(),
                dossier.supervisoryAuthority(),
                dossier.privacyPolicyUri(),
                dossier.redirectUris(),
                dossier.postLogoutRedirectUris(),
                keys,
                jwksUri,
                dossier.attributes(),
                dossier.sector(),
                dossier.matching(),
                dossier.webhookUri());
    }

    private DossierDraft service() {
        return new DossierDraft(
                form.languages("names"),
                form.languages("descriptions"),
                before.legalEntity(),
                before.publicBody(),
                before.contact(),
                before.supervisoryAuthority(),
                form.text("privacy_policy_uri"),
                before.redirectUris(),
                before.postLogoutRedirectUris(),
                before.keys(),
                before.jwksUri(),
                before.attributes(),
                before.sector(),
                before.matching(),
                before.webhookUri());
    }

    private DossierDraft organisation() {
        return new DossierDraft(
                before.names(),
                before.descriptions(),
                entity(),
                publicBody(),
                OrganisationForm.contact(form),
                OrganisationForm.authority(form),
                before.privacyPolicyUri(),
                before.redirectUris(),
                before.postLogoutRedirectUris(),
                before.keys(),
                before.jwksUri(),
                before.attributes(),
                before.sector(),
                before.matching(),
                before.webhookUri());
    }

    private DossierDraft addresses() {
        return new DossierDraft(
                before.names(),
                before.descriptions(),
                before.legalEntity(),
                before.publicBody(),
                before.contact(),
                before.supervisoryAuthority(),
                before.privacyPolicyUri(),
                form.lines("redirect_uris"),
                form.lines("post_logout_redirect_uris"),
                before.keys(),
                before.jwksUri(),
                before.attributes(),
                before.sector(),
                before.matching(),
                form.text("webhook_uri"));
    }

    private DossierDraft data() {
        List<AttributeDraft> attributes = new ArrayList<>();
        for (PidAttribute attribute : PidAttribute.values()) {
            String claim = attribute.claim();
            if (form.ticked("attribute", claim)) {
                attributes.add(new AttributeDraft(
                        claim,
                        form.languages("purpose." + claim),
                        form.text("legal_basis." + claim),
                        form.text("retention." + claim),
                        !form.text("need." + claim).equals("optional")));
            }
        }
        return new DossierDraft(
                before.names(),
                before.descriptions(),
                before.legalEntity(),
                before.publicBody(),
                before.contact(),
                before.supervisoryAuthority(),
                before.privacyPolicyUri(),
                before.redirectUris(),
                before.postLogoutRedirectUris(),
                before.keys(),
                before.jwksUri(),
                attributes,
                form.text("sector"),
                form.text("matching"),
                before.webhookUri());
    }

    private LegalEntity entity() {
        return OrganisationForm.entity(form);
    }

    private SupervisoryAuthority authority() {
        return OrganisationForm.authority(form);
    }

    private @Nullable Boolean publicBody() {
        return OrganisationForm.publicBody(form);
    }
}
