// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.FieldChecks;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.organisation.UnitDetails;
import org.stadttor.idp.organisation.UnitRules;
import org.stadttor.idp.relyingparty.InvalidAddressException;
import org.stadttor.idp.relyingparty.RedirectUris;
import org.stadttor.idp.relyingparty.RegistrationRules;
import org.stadttor.idp.relyingparty.RelyingParty;
import org.stadttor.wallet.pid.PidAttribute;

/** One reading of a draft, from top to bottom of the form; errors are collected on the way. */
final class DossierReading {

    private static final int NAME = 200;
    private static final int TEXT = 300;
    private static final int DESCRIPTION = 2000;
    private static final int ADDRESSES = 50;
    private static final Pattern SECTOR = Pattern.compile("[a-z0-9][a-z0-9.-]{1,250}");

    private final FieldChecks checks = new FieldChecks();
    private final DossierDraft draft;
    private final boolean sandboxMode;
    private final @Nullable URI privacyPolicy;
    private final List<URI> redirectUris;
    private final List<URI> postLogoutRedirectUris;
    private final RelyingParty.@Nullable Keys keys;
    private final List<ServiceDossier.RequestedAttribute> attributes;
    private final @Nullable URI webhook;

    DossierReading(DossierDraft draft, boolean sandboxMode, Instant now) {
        this.draft = draft;
        this.sandboxMode = sandboxMode;
        checks.languages("names", draft.names(), NAME, true);
        checks.languages("descriptions", draft.descriptions(), DESCRIPTION, false);
        organisation();
        privacyPolicy = required("privacy_policy_uri", draft.privacyPolicyUri());
        redirectUris = addresses("redirect_uris", draft.redirectUris());
        if (draft.redirectUris().isEmpty()) {
            checks.error("redirect_uris", "missing");
        }
        postLogoutRedirectUris = addresses("post_logout_redirect_uris", draft.postLogoutRedirectUris());
        keys = keys(now);
        attributes = attributes();
        sectorAndMatching();
        webhook = draft.webhookUri().isEmpty() ? null : address("webhook_uri", draft.webhookUri());
    }

    List<FieldError> errors() {
        return checks.errors();
    }

    /** Only without errors. */
    ServiceDossier dossier() {
        return new ServiceDossier(
                draft.names(),
                draft.descriptions(),
                draft.legalEntity(),
                Boolean.TRUE.equals(draft.publicBody()),
                draft.contact(),
                draft.supervisoryAuthority(),
                Objects.requireNonNull(privacyPolicy),
                redirectUris,
                postLogoutRedirectUris,
                Objects.requireNonNull(keys),
                attributes,
                draft.sector(),
                draft.matching().equals("account") ? RelyingParty.Matching.ACCOUNT : RelyingParty.Matching.TRANSIENT,
                webhook);
    }

    private void organisation() {
        UnitRules.check(
                checks,
                new UnitDetails(
                        draft.legalEntity(), draft.contact(), draft.supervisoryAuthority(), draft.publicBody()));
        checks.line("legal_entity.legal_name", draft.legalEntity().legalName(), Integer.MAX_VALUE, true);
        checks.line("legal_entity.identifier", draft.legalEntity().identifier(), Integer.MAX_VALUE, true);
        checks.line("legal_entity.country", draft.legalEntity().country(), Integer.MAX_VALUE, true);
        if (draft.publicBody() == null) {
            checks.error("public_body", "missing");
        }
        if (draft.contact().isEmpty()) {
            checks.error("contact.email", "missing");
        }
        checks.line("supervisory_authority.name", draft.supervisoryAuthority().name(), Integer.MAX_VALUE, true);
        checks.line(
                "supervisory_authority.country", draft.supervisoryAuthority().country(), Integer.MAX_VALUE, true);
    }

    private @Nullable URI required(String field, String text) {
        if (text.isEmpty()) {
            checks.error(field, "missing");
            return null;
        }
        return address(field, text);
    }

    private @Nullable URI address(String field, String text) {
        try {
            return RedirectUris.requireRegistrable(text, sandboxMode);
        } catch (InvalidAddressException e) {
            checks.error(field, e.reason().code());
            return null;
        }
    }

    private List<URI> addresses(String field, List<String> texts) {
        List<URI> addresses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (texts.size() > ADDRESSES) {
            checks.error(field, "too_many");
        }
        for (int i = 0; i < texts.size(); i++) {
            String entry = field + "[" + i + "]";
            URI address = address(entry, texts.get(i));
            if (address != null) {
                addresses.add(address);
            }
            if (!seen.add(texts.get(i))) {
                checks.error(entry, "twice");
            }
        }
        return addresses;
    }

    private RelyingParty.@Nullable Keys keys(Instant now) {
        if (!draft.jwksUri().isEmpty()) {
            if (!draft.keys().isEmpty()) {
                checks.error("jwks_uri", "keys_both_ways");
            }
            URI uri = address("jwks_uri", draft.jwksUri());
            return uri == null ? null : new RelyingParty.Keys.ByReference(uri);
        }
        if (draft.keys().isEmpty()) {
            checks.error("keys", "missing");
            return null;
        }
        List<JWK> read = new RegisteredKeys(checks, now).read(draft.keys());
        return new RelyingParty.Keys.Inline(new JWKSet(read));
    }

    private List<ServiceDossier.RequestedAttribute> attributes() {
        List<ServiceDossier.RequestedAttribute> requested = new ArrayList<>();
        Set<PidAttribute> seen = EnumSet.noneOf(PidAttribute.class);
        if (draft.attributes().isEmpty()) {
            checks.error("attributes", "missing");
        }
        for (int i = 0; i < draft.attributes().size(); i++) {
            AttributeDraft entry = draft.attributes().get(i);
            String field = "attributes[" + i + "]";
            checks.languages(field + ".purposes", entry.purposes(), TEXT, true);
            checks.line(field + ".legal_basis", entry.legalBasis(), TEXT, false);
            checks.line(field + ".retention", entry.retention(), TEXT, false);
            Optional<PidAttribute> attribute = PidAttribute.of(entry.attribute());
            if (attribute.isEmpty()) {
                checks.error(field + ".attribute", "attribute_unknown");
            } else if (!seen.add(attribute.get())) {
                checks.error(field + ".attribute", "twice");
            } else {
                requested.add(new ServiceDossier.RequestedAttribute(
                        attribute.get(), entry.purposes(), entry.legalBasis(), entry.retention(), entry.mandatory()));
            }
        }
        return requested;
    }

    private void sectorAndMatching() {
        if (draft.sector().isEmpty()) {
            checks.error("sector", "missing");
        } else if (!SECTOR.matcher(draft.sector()).matches()) {
            checks.error("sector", "sector_form");
        }
        boolean account = draft.matching().equals("account");
        if (!account && !draft.matching().equals("transient")) {
            checks.error("matching", "matching_unknown");
        }
        Set<PidAttribute> wanted = EnumSet.noneOf(PidAttribute.class);
        attributes.forEach(a -> wanted.add(a.attribute()));
        if (account && !wanted.containsAll(RegistrationRules.MATCHING_ATTRIBUTES)) {
            checks.error("matching", "matching_attributes_missing");
        }
    }
}
