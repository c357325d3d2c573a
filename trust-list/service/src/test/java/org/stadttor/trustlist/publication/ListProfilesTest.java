// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeResumption;
import org.stadttor.trustlist.issuer.WithdrawIssuer;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.trustlist.lote.ServiceStatus;
import org.stadttor.trustlist.lote.SignedList;
import org.stadttor.trustlist.lote.TrustedEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each list in the profile of its annex, as it is published, read by the reader of the model. */
class ListProfilesTest {

    private static final TestKey SIGNER = TestKey.create("Signer");
    private static final MutableClock CLOCK = new MutableClock(TestKey.NOW);
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(TestService.Roles.create(), SIGNER, CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode payload(ListPurpose purpose) throws Exception {
        String[] parts = service.get("/lists/" + purpose.listName()).body().split("\\.", -1);
        return new JsonMapper()
                .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .path("LoTE");
    }

    private static JsonNode scheme(ListPurpose purpose) throws Exception {
        return payload(purpose).path("ListAndSchemeInformation");
    }

    private static JsonNode firstService(JsonNode list, String name) {
        return list.path("TrustedEntitiesList")
                .valueStream()
                .filter(e -> e.at("/TrustedEntityInformation/TEName/0/value")
                        .asString("")
                        .equals(name))
                .findFirst()
                .orElseThrow()
                .at("/TrustedEntityServices/0");
    }

    /** The URIs exactly as the standard prints them, misspelt ones too. */
    @ParameterizedTest
    @CsvSource({
        "PID, EUPIDProvidersList, PIDProvidersList, PIDProviders, PID, PIDProvider",
        "PUB_EAA, EUPubEAAProvidersList, PubEAAProvidersList, PubEAAProvidersList, PubEAA, PubEAAProvider",
        "WALLET, EUWalletProvidersList, WalletProvidersList, WalletProvidersList, WalletSolution, WalletProvider",
        "ACCESS_CERTIFICATE, EUWRPACProvidersList, WRPACProvidersList, WRPACProvidersList, WRPAC, WRPACProvider",
        "REGISTRATION_CERTIFICATE, EUWRPRCProvidersList, WRPRCrovidersList, WRPRCProvidersList, WRPRC, WRPRCProvider"
    })
    void has_the_uris_of_its_annex(
            ListPurpose purpose, String type, String determination, String rules, String service, String memberState)
            throws Exception {
        ListProfilesTest.service.approved(TestKey.create("Uris").issuer(purpose, "Uris"));
        String base = "http://uri.etsi.org/19602/";
        JsonNode list = payload(purpose);
        JsonNode scheme = list.path("ListAndSchemeInformation");
        assertThat(scheme.path("LoTEType").stringValue()).isEqualTo(base + "LoTEType/" + type);
        assertThat(scheme.path("StatusDeterminationApproach").stringValue())
                .isEqualTo(base + determination + "/StatusDetn/EU");
        assertThat(scheme.at("/SchemeTypeCommunityRules/0/uriValue").stringValue())
                .isEqualTo(base + rules + "/schemerules/EU");
        assertThat(firstService(list, "Uris")
                        .at("/ServiceInformation/ServiceTypeIdentifier")
                        .stringValue())
                .isEqualTo(base + "SvcType/" + service + "/Issuance");
        assertThat(list.toString())
                .contains(base + "SvcType/" + service + "/Revocation")
                .contains(base + "ListOfTrustedEntities/" + memberState + "/DE");
    }

    /** There is no annex for them: the same shape under names of our own. */
    @Test
    void eaa_providers_have_uris_of_our_own() throws Exception {
        service.approved(TestKey.create("Own").issuer(ListPurpose.EAA, "Own"));
        JsonNode list = payload(ListPurpose.EAA);
        assertThat(list.at("/ListAndSchemeInformation/LoTEType").stringValue())
                .isEqualTo("urn:stadttor:trust-list:eaa-providers");
        assertThat(firstService(list, "Own")
                        .at("/ServiceInformation/ServiceTypeIdentifier")
                        .stringValue())
                .isEqualTo("urn:stadttor:trust-list:service-type:eaa:issuance");
        assertThat(list.toString()).doesNotContain("uri.etsi.org");
        assertThat(service.list(ListPurpose.EAA, SIGNER).list().entities())
                .anyMatch(e -> e.name().equals("Own") && e.country().equals("DE"));
    }

    @ParameterizedTest
    @EnumSource(ListPurpose.class)
    void has_what_all_profiles_have_in_common(ListPurpose purpose) throws Exception {
        JsonNode scheme = scheme(purpose);
        assertThat(scheme.path("LoTEVersionIdentifier").asInt()).isEqualTo(1);
        assertThat(scheme.path("SchemeTerritory").stringValue()).isEqualTo("EU");
        assertThat(scheme.at("/SchemeName/0/value").stringValue()).isEqualTo("EU:" + purpose.title());
        assertThat(scheme.path("SchemeInformationURI").size()).isEqualTo(2);
        Instant issued = Instant.parse(scheme.path("ListIssueDateTime").stringValue());
        Instant next = Instant.parse(scheme.path("NextUpdate").stringValue());
        assertThat(next).isBetween(issued.plusSeconds(1), issued.plus(Duration.ofDays(181)));
        boolean states = purpose == ListPurpose.PUB_EAA;
        assertThat(scheme.has("HistoricalInformationPeriod")).isEqualTo(states);
        assertThat(scheme.has("PointersToOtherLoTE")).isEqualTo(!states);
        if (states) {
            assertThat(scheme.path("HistoricalInformationPeriod").asInt()).isEqualTo(65_535);
        } else {
            assertThat(scheme.at("/PointersToOtherLoTE/0/LoTELocation").stringValue())
                    .isEqualTo("https://trust.example.org/lists/" + purpose.listName());
            assertThat(scheme.at("/PointersToOtherLoTE/0/LoTEQualifiers/0/LoTEType")
                            .stringValue())
                    .isEqualTo(scheme.path("LoTEType").stringValue());
        }
    }

    @ParameterizedTest
    @EnumSource(ListPurpose.class)
    void is_read_as_it_was_approved_and_counts_for_itself(ListPurpose purpose) throws Exception {
        long before = service.list(purpose, SIGNER).list().sequenceNumber();
        IssuerDetails details = TestKey.create("Round").issuer(purpose, "Round" + purpose.code());
        IssuerId id = service.approved(details);
        SignedList signed = service.list(purpose, SIGNER);
        ListOfTrustedEntities list = signed.list().requireType(purpose.profile().typeUri());
        assertThat(list.sequenceNumber()).isEqualTo(before + 1);
        TrustedEntity read = entity(list, details.name());
        assertThat(read.registrationId()).isEqualTo(details.registrationId());
        assertThat(read.country()).isEqualTo("DE");
        assertThat(read.services())
                .extracting(s -> s.typeUri())
                .containsExactly(
                        purpose.profile().issuance().uri(),
                        purpose.profile().revocation().uri());
        assertThat(read.services().getFirst().certificates()).isEqualTo(details.issuance());
        assertThat(read.services().getFirst().status().isPresent()).isEqualTo(purpose == ListPurpose.PUB_EAA);
        service.suspend(id);
        ListOfTrustedEntities after = service.list(purpose, SIGNER).list();
        assertThat(after.sequenceNumber()).isEqualTo(before + 2);
        assertThat(after.entities().stream()
                        .filter(e -> e.name().equals(details.name()))
                        .flatMap(e -> e.services().stream()))
                .isEmpty();
        assertThat(service.get("/lists/" + purpose.listName() + "/" + (before + 1))
                        .body())
                .isEqualTo(signed.compactJws());
    }

    private static TrustedEntity entity(ListOfTrustedEntities list, String name) {
        return list.entities().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Annex H: withdrawn ones stay on the list, with their past. */
    @Test
    void pub_eaa_providers_keep_status_and_history() throws Exception {
        Instant listed = CLOCK.instant();
        IssuerId id = service.approved(TestKey.create("Past").issuer(ListPurpose.PUB_EAA, "Past"));
        assertThat(entity(service.list(ListPurpose.PUB_EAA, SIGNER).list(), "Past")
                        .services()
                        .getFirst()
                        .status())
                .hasValue(new ServiceStatus(ServiceStatus.Value.NOTIFIED, listed));
        CLOCK.advance(Duration.ofHours(1));
        service.suspend(id);
        Instant suspended = CLOCK.instant();
        CLOCK.advance(Duration.ofHours(1));
        Proposal resumption = service.bean(ProposeResumption.class).propose(id, TestService.ANNA, "repaired");
        service.approve(resumption, TestService.BERND);
        Instant resumed = CLOCK.instant();
        CLOCK.advance(Duration.ofHours(1));
        service.bean(WithdrawIssuer.class).withdraw(id, TestService.ANNA, "ended");
        JsonNode entry = firstService(payload(ListPurpose.PUB_EAA), "Past");
        String base = "http://uri.etsi.org/19602/PubEAAProvidersList/SvcStatus/";
        assertThat(entry.at("/ServiceInformation/ServiceStatus").stringValue()).isEqualTo(base + "withdrawn");
        assertThat(entry.at("/ServiceInformation/StatusStartingTime").stringValue())
                .isEqualTo(CLOCK.instant().toString());
        assertThat(entry.path("ServiceHistory")
                        .valueStream()
                        .map(h -> h.path("ServiceStatus").stringValue() + " "
                                + h.path("StatusStartingTime").stringValue()))
                .containsExactlyElementsOf(List.of(
                        base + "notified " + resumed, base + "withdrawn " + suspended, base + "notified " + listed));
        assertThat(entry.at("/ServiceHistory/0/ServiceDigitalIdentity/X509SKIs/0")
                        .stringValue())
                .matches("[A-Za-z0-9+/]{27}=");
        assertThat(entry.at("/ServiceHistory/0/ServiceDigitalIdentity/X509Certificates")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void another_list_is_not_issued_again() throws Exception {
        long wallets = service.list(ListPurpose.WALLET, SIGNER).list().sequenceNumber();
        service.approved(TestKey.create("Alone").issuer(ListPurpose.EAA, "Alone"));
        assertThat(service.list(ListPurpose.WALLET, SIGNER).list().sequenceNumber())
                .isEqualTo(wallets);
    }

    @Test
    void earlier_issues_are_found_by_time_and_number() throws Exception {
        CLOCK.advance(Duration.ofMinutes(1));
        Publications publications = service.bean(Publications.class);
        Instant before = CLOCK.instant();
        Publication then = publications.latest(ListPurpose.PID).orElseThrow();
        CLOCK.advance(Duration.ofMinutes(1));
        service.approved(TestKey.create("Timed").issuer("Timed"));
        Publication now = publications.latest(ListPurpose.PID).orElseThrow();
        assertThat(publications.at(ListPurpose.PID, before)).hasValue(then);
        assertThat(publications.at(ListPurpose.PID, CLOCK.instant())).hasValue(now);
        assertThat(publications.at(ListPurpose.PID, TestKey.NOW.minusSeconds(1)))
                .isEmpty();
        assertThat(publications.before(ListPurpose.PID, now.sequence(), 1)).containsExactly(then);
    }
}
