// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.certificate.CertificateDetails;
import org.stadttor.trustlist.comparison.Difference.Field;
import org.stadttor.trustlist.comparison.Difference.Kind;
import org.stadttor.trustlist.issuer.CredentialType;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.StatusPolicy;

class EntityDiffTest {

    private static final TestKey KEY = TestKey.create("CA");
    private static final TestKey OTHER = TestKey.create("Other");
    private static final Contact CONTACT = new Contact(
            "Weg 1", "Musterstadt", "12345", "DE", List.of("mailto:a@example.org"), List.of("https://example.org/a"));

    /** Everything that can be said about an entity, so that a test changes one thing. */
    private record Entity(
            String name,
            String registrationId,
            String country,
            Contact contact,
            List<X509Certificate> issuance,
            List<X509Certificate> revocation,
            StatusPolicy policy,
            List<CredentialType> credentials,
            String legalBasis) {

        IssuerDetails details() {
            return new IssuerDetails(
                    ListPurpose.PID,
                    name,
                    registrationId,
                    country,
                    contact,
                    issuance,
                    revocation,
                    policy,
                    credentials,
                    legalBasis);
        }
    }

    private static Entity entity(String name, List<X509Certificate> issuance) {
        return new Entity(
                name,
                "NTRDE-1",
                "DE",
                CONTACT,
                issuance,
                List.of(),
                StatusPolicy.STATUS_REQUIRED,
                List.of(new CredentialType("dc+sd-jwt", "urn:a")),
                "contract");
    }

    private static final IssuerDetails BEFORE =
            entity("A", List.of(KEY.certificate())).details();

    private static List<Difference> diff(IssuerDetails after) {
        return EntityDiff.of(Optional.of(BEFORE), after).differences();
    }

    @Test
    void finds_nothing_where_nothing_changed() {
        assertThat(EntityDiff.of(Optional.of(BEFORE), BEFORE).isEmpty()).isTrue();
    }

    @Test
    void finds_a_changed_name() {
        assertThat(diff(entity("B", List.of(KEY.certificate())).details()))
                .containsExactly(new Difference(Field.NAME, Kind.CHANGED, "A", "B"));
    }

    @Test
    void finds_each_other_field() {
        IssuerDetails after = new IssuerDetails(
                ListPurpose.PUB_EAA,
                "A",
                "NTRAT-2",
                "AT",
                new Contact("Weg 2", "Wien", "1010", "AT", List.of("mailto:b@example.org"), List.of()),
                List.of(KEY.certificate()),
                List.of(OTHER.certificate()),
                StatusPolicy.NO_STATUS_ISSUED,
                List.of(new CredentialType("mso_mdoc", "org.a")),
                "law");
        assertThat(diff(after))
                .containsExactly(
                        new Difference(Field.PURPOSE, Kind.CHANGED, "pid", "pub_eaa"),
                        new Difference(Field.REGISTRATION_ID, Kind.CHANGED, "NTRDE-1", "NTRAT-2"),
                        new Difference(Field.COUNTRY, Kind.CHANGED, "DE", "AT"),
                        new Difference(
                                Field.ADDRESS, Kind.CHANGED, "Weg 1, 12345 Musterstadt, DE", "Weg 2, 1010 Wien, AT"),
                        Difference.removed(Field.ELECTRONIC_ADDRESS, "mailto:a@example.org"),
                        Difference.added(Field.ELECTRONIC_ADDRESS, "mailto:b@example.org"),
                        Difference.removed(Field.INFORMATION_URI, "https://example.org/a"),
                        Difference.added(Field.REVOCATION_CERTIFICATE, Changes.text(OTHER.certificate())),
                        new Difference(Field.STATUS_POLICY, Kind.CHANGED, "STATUS_REQUIRED", "NO_STATUS_ISSUED"),
                        Difference.removed(Field.CREDENTIAL, "dc+sd-jwt urn:a"),
                        Difference.added(Field.CREDENTIAL, "mso_mdoc org.a"),
                        new Difference(Field.LEGAL_BASIS, Kind.CHANGED, "contract", "law"));
    }

    @Test
    void says_everything_of_somebody_new() {
        assertThat(EntityDiff.of(Optional.empty(), BEFORE).differences())
                .allMatch(d -> d.kind() == Kind.ADDED && d.before().isEmpty())
                .extracting(Difference::field)
                .contains(Field.NAME, Field.ISSUANCE_CERTIFICATE, Field.LEGAL_BASIS);
    }

    @Test
    void codes_are_stable() {
        assertThat(Field.ISSUANCE_CERTIFICATE.code()).isEqualTo("issuance_certificate");
        assertThat(Kind.RENEWED.code()).isEqualTo("renewed");
    }

    @Nested
    class Certificates {

        private final X509Certificate renewed =
                TestKey.certificate(KEY.keys(), "CA", TestKey.NOW.plus(Duration.ofDays(700)));

        @Test
        void tells_a_renewal_from_a_new_key() {
            assertThat(diff(entity("A", List.of(renewed, OTHER.certificate())).details()))
                    .containsExactly(
                            new Difference(
                                    Field.ISSUANCE_CERTIFICATE,
                                    Kind.RENEWED,
                                    Changes.text(KEY.certificate()),
                                    Changes.text(renewed)),
                            Difference.added(Field.ISSUANCE_CERTIFICATE, Changes.text(OTHER.certificate())));
        }

        @Test
        void a_renewal_beside_the_old_one_is_an_addition() {
            assertThat(diff(entity("A", List.of(KEY.certificate(), renewed)).details()))
                    .containsExactly(Difference.added(Field.ISSUANCE_CERTIFICATE, Changes.text(renewed)));
        }

        @Test
        void order_does_not_matter() {
            IssuerDetails one =
                    entity("A", List.of(KEY.certificate(), OTHER.certificate())).details();
            IssuerDetails two =
                    entity("A", List.of(OTHER.certificate(), KEY.certificate())).details();
            assertThat(EntityDiff.of(Optional.of(one), two).isEmpty()).isTrue();
        }

        @Test
        void are_recognised_by_subject_last_day_and_fingerprint() {
            assertThat(Changes.text(KEY.certificate()))
                    .isEqualTo("CN=CA,O=Stadttor Test,C=DE · 2027-11-22 · SHA-256 "
                            + CertificateDetails.sha256(KEY.certificate()));
        }
    }

    @Nested
    class Lists {

        private static ListOfTrustedEntities list(IssuerDetails... entities) {
            Instant now = TestKey.NOW;
            return new ListOfTrustedEntities(
                    ListOfTrustedEntities.PID_PROVIDERS,
                    1,
                    "x",
                    "EU",
                    now,
                    now.plusSeconds(60),
                    Arrays.stream(entities).map(IssuerDetails::toTrustedEntity).toList());
        }

        @Test
        void are_the_same_whatever_their_numbers_and_times() {
            ListOfTrustedEntities later = new ListOfTrustedEntities(
                    ListOfTrustedEntities.PID_PROVIDERS,
                    2,
                    "x",
                    "EU",
                    TestKey.NOW.plusSeconds(9),
                    TestKey.NOW.plusSeconds(99),
                    list(BEFORE).entities());
            assertThat(ListDiff.of(list(BEFORE), later).isEmpty()).isTrue();
        }

        @Test
        void tell_who_came_and_who_went() {
            IssuerDetails other = OTHER.issuer("Other");
            assertThat(ListDiff.of(list(BEFORE), list(other)).entries())
                    .containsExactly(
                            new ListDiff.Entry(
                                    "Other", "NTRDE-Other", List.of(Difference.added(Field.ENTITY, "Other"))),
                            new ListDiff.Entry("A", "NTRDE-1", List.of(Difference.removed(Field.ENTITY, "A"))));
        }

        @Test
        void tell_what_changed_about_somebody() {
            Entity changed = new Entity(
                    "B",
                    "NTRDE-1",
                    "DE",
                    new Contact("Weg 1", "Musterstadt", "12345", "DE", List.of("tel:+49"), List.of()),
                    List.of(OTHER.certificate()),
                    List.of(KEY.certificate()),
                    StatusPolicy.NO_STATUS_ISSUED,
                    List.of(),
                    "contract");
            assertThat(ListDiff.of(list(BEFORE), list(changed.details())).entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.differences())
                            .containsExactly(
                                    new Difference(Field.NAME, Kind.CHANGED, "A", "B"),
                                    Difference.removed(Field.ELECTRONIC_ADDRESS, "mailto:a@example.org"),
                                    Difference.added(Field.ELECTRONIC_ADDRESS, "tel:+49"),
                                    Difference.removed(Field.INFORMATION_URI, "https://example.org/a"),
                                    Difference.added(Field.SERVICE, "http://uri.etsi.org/19602/SvcType/PID/Revocation"),
                                    Difference.added(Field.ISSUANCE_CERTIFICATE, Changes.text(OTHER.certificate())),
                                    Difference.removed(Field.ISSUANCE_CERTIFICATE, Changes.text(KEY.certificate())),
                                    new Difference(
                                            Field.STATUS_POLICY, Kind.CHANGED, "STATUS_REQUIRED", "NO_STATUS_ISSUED")));
        }
    }
}
