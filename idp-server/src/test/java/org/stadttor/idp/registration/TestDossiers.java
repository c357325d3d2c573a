// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.organisation.UnitDetails;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dossiers that are good but for what a test changes. */
public final class TestDossiers {

    public static final ECKey KEY = TestRelyingParty.newKey("k1");

    private static final JsonMapper JSON = new JsonMapper();

    private TestDossiers() {}

    /** What a unit knows of itself. */
    public static UnitDetails organisation() {
        return new UnitDetails(
                new LegalEntity(
                        "Landeshauptstadt Musterstadt", "NTRDE-M123", "DE", "Rathausplatz 1\n12345 Musterstadt"),
                new Contact("dienst@musterstadt.example", "+49 30 123456", "https://musterstadt.example/hilfe"),
                new SupervisoryAuthority(
                        "Der Landesbeauftragte", "DE", "post@datenschutz.example", "", "https://datenschutz.example"),
                true);
    }

    /** The least that a form needs where the organisation is known. */
    public static DossierDraft least() {
        return new DossierDraft(
                Map.of("de", "Wohnsitz ummelden"),
                Map.of(),
                LegalEntity.empty(),
                null,
                Contact.empty(),
                SupervisoryAuthority.empty(),
                "https://portal.example/privacy",
                List.of("https://portal.example/callback"),
                List.of(),
                List.of(new KeyDraft(KEY.toPublicJWK().toJSONString(), "")),
                "",
                List.of(new AttributeDraft("family_name", Map.of("de", "Anrede"), "", "", true)),
                "",
                "",
                "");
    }

    public static DossierDraft good() {
        return least().prefilled(organisation());
    }

    /** A good one with its JSON changed. */
    public static DossierDraft with(UnaryOperator<ObjectNode> change) {
        return DossierDraft.parse(
                change.apply((ObjectNode) JSON.readTree(good().toJson())).toString());
    }
}
