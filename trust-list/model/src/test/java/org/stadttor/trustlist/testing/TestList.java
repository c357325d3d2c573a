// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.testing;

import java.security.cert.X509Certificate;
import java.util.List;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ListPointer;
import org.stadttor.trustlist.lote.SchemeInformation;
import org.stadttor.trustlist.lote.ServiceType;
import org.stadttor.trustlist.lote.StatusPolicy;
import org.stadttor.trustlist.lote.TrustedEntity;
import org.stadttor.trustlist.lote.TrustedService;

/** Lists that are right, so that a test can make one thing wrong. */
public final class TestList {

    private TestList() {}

    public static TrustedService service(ServiceType type, X509Certificate... certificates) {
        return new TrustedService(type.name(), type.uri(), List.of(certificates), StatusPolicy.STATUS_REQUIRED);
    }

    public static TrustedEntity entity(String name, TrustedService... services) {
        return new TrustedEntity(name, "NTRDE-" + name, "DE", List.of(services));
    }

    public static ListOfTrustedEntities of(TrustedEntity... entities) {
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                7,
                "Musterstadt",
                "EU",
                TestCertificate.NOW.minusSeconds(60),
                TestCertificate.NOW.plusSeconds(86_400),
                List.of(entities));
    }

    /** Every member filled. */
    public static ListOfTrustedEntities full(X509Certificate signer, X509Certificate issuerCa) {
        Contact contact = new Contact(
                "Rathausplatz 1",
                "Musterstadt",
                "12345",
                "DE",
                List.of("mailto:trust@example.org"),
                List.of("https://example.org/a", "https://example.org/b"));
        TrustedService issuance = new TrustedService(
                "issuance", ServiceType.PID_ISSUANCE.uri(), List.of(issuerCa), StatusPolicy.NO_STATUS_ISSUED);
        TrustedEntity entity = new TrustedEntity(
                "Bundesdruckerei",
                "NTRDE-HRB1",
                "DE",
                List.of(issuance, service(ServiceType.PID_REVOCATION, issuerCa)),
                contact);
        return new ListOfTrustedEntities(
                ListOfTrustedEntities.PID_PROVIDERS,
                1,
                "Musterstadt",
                "EU",
                TestCertificate.NOW,
                TestCertificate.NOW.plusSeconds(86_400),
                List.of(entity),
                new SchemeInformation(
                        "EU:PID providers of Musterstadt",
                        contact,
                        "https://example.org/legal",
                        List.of(new ListPointer(
                                "https://example.org/lists/pid-providers",
                                ListOfTrustedEntities.PID_PROVIDERS,
                                "Musterstadt",
                                "EU",
                                List.of(signer))),
                        List.of("https://example.org/lists/pid-providers")));
    }
}
