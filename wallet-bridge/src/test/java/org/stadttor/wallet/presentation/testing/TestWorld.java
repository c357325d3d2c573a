// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.autoconfigure.SchemaOwner;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.RequestingParties;
import org.stadttor.wallet.trust.TrustListSource;

/** What all nodes of a test share. */
public record TestWorld(
        TestClock clock,
        TestAccessCertificate certificate,
        byte[] dataKey,
        TestTrustList trustList,
        TestPresentationVerifier verifier,
        RecordedEvents events,
        TestParties parties,
        boolean ownVerification) {

    public static TestWorld create() {
        byte[] dataKey = new byte[32];
        new SecureRandom().nextBytes(dataKey);
        TestTrustList list = new TestTrustList();
        return new TestWorld(
                new TestClock(),
                TestAccessCertificate.create(),
                dataKey,
                list,
                new TestPresentationVerifier(list),
                new RecordedEvents(),
                new TestParties(),
                true);
    }

    /** The same after the access certificate was renewed. */
    public TestWorld withNewAccessCertificate() {
        return new TestWorld(
                clock, TestAccessCertificate.create(), dataKey, trustList, verifier, events, parties, ownVerification);
    }

    /** With the trust list, status lists and verifier that the bridge brings itself. */
    public TestWorld withVerificationOfTheBridge(TestClock since) {
        return new TestWorld(since, certificate, dataKey, trustList, verifier, events, parties, false);
    }

    void register(GenericApplicationContext context, TestDatabase database) {
        // The owner of the schema, whoever the node runs as.
        context.registerBean(
                SchemaOwner.class,
                () -> new SchemaOwner(
                        new DriverManagerDataSource(database.url(), database.user(), database.password())));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(PresentationEvents.class, () -> events);
        context.registerBean(RequestingParties.class, () -> parties);
        if (ownVerification) {
            context.registerBean(TrustListSource.class, () -> trustList);
            context.registerBean(CredentialVerifier.class, () -> verifier);
        }
    }
}
