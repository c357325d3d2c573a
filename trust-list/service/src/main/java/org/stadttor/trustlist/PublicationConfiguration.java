// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.settings.Secret;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Listings;
import org.stadttor.trustlist.lote.Contact;
import org.stadttor.trustlist.operations.Pem;
import org.stadttor.trustlist.operations.TrustListSettings;
import org.stadttor.trustlist.publication.IssuePlan;
import org.stadttor.trustlist.publication.IssueTemplate;
import org.stadttor.trustlist.publication.KeepListFresh;
import org.stadttor.trustlist.publication.ListScheme;
import org.stadttor.trustlist.publication.PublicationFeed;
import org.stadttor.trustlist.publication.PublicationKey;
import org.stadttor.trustlist.publication.Publications;
import org.stadttor.trustlist.publication.PublishTrustList;
import org.stadttor.trustlist.publication.jdbc.JdbcPublications;
import org.stadttor.trustlist.publication.jdbc.PublicationWatch;
import org.stadttor.trustlist.publication.web.TrustListController;

/** Signing and publishing. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

    @Bean
    IssueTemplate issueTemplate(TrustListSettings settings) {
        TrustListSettings.Publication plan = settings.publication();
        return new IssueTemplate(
                scheme(settings),
                new IssuePlan(plan.validity(), plan.resignMargin(), plan.firstSequenceNumber()),
                key(settings.signing()));
    }

    @Bean
    Publications publications(JdbcClient jdbc) {
        return new JdbcPublications(jdbc);
    }

    @Bean
    PublishTrustList publishTrustList(
            Listings listings, Publications publications, IssueTemplate template, AuditLog audit, Clock clock) {
        return new PublishTrustList(listings, publications, template, audit, clock);
    }

    @Bean
    PublicationFeed publicationFeed(Publications publications, TrustListSettings settings) {
        return new PublicationFeed(publications, settings.longPoll().maximumWaiters());
    }

    @Bean
    KeepListFresh keepListFresh(
            PublishTrustList publish,
            PublicationFeed feed,
            IssueTemplate template,
            TransactionOperations transactions,
            Clock clock) {
        return new KeepListFresh(publish, feed, template.plan(), transactions, clock);
    }

    @Bean
    @DependsOn("schemas")
    PublicationWatch publicationWatch(TrustListSettings settings, KeepListFresh keepFresh) {
        TrustListSettings.Database database = settings.database();
        return new PublicationWatch(
                new DriverManagerDataSource(
                        database.url(), database.user(), database.password().text()),
                keepFresh,
                settings.longPoll().pollInterval());
    }

    @Bean
    TrustListController trustListController(
            PublicationFeed feed, Publications publications, TrustListSettings settings) {
        return new TrustListController(feed, publications, settings.longPoll().maximumWait());
    }

    /** Waiting requests are answered before the web server waits for them to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWaiting(PublicationFeed feed) {
        return event -> feed.close();
    }

    /** Down when there is a list that readers may not use any more. */
    @Bean
    HealthIndicator listHealthIndicator(PublicationFeed feed, Clock clock) {
        return () -> {
            Health.Builder health = Health.up();
            for (ListPurpose purpose : ListPurpose.values()) {
                feed.latest(purpose)
                        .filter(p -> clock.instant().isBefore(p.nextUpdate()))
                        .ifPresentOrElse(p -> health.withDetail(purpose.listName(), p.sequence()), health::down);
            }
            return health.build();
        };
    }

    private static ListScheme scheme(TrustListSettings settings) {
        TrustListSettings.Operator operator = settings.operator();
        return new ListScheme(
                operator.name(),
                operator.territory(),
                operator.schemeName(),
                new Contact(
                        operator.street(),
                        operator.locality(),
                        operator.postalCode(),
                        operator.country(),
                        operator.electronicAddresses(),
                        operator.informationUris()),
                operator.legalNoticeUri(),
                settings.publicAddress() + "/lists");
    }

    private static PublicationKey key(TrustListSettings.Signing signing) {
        Secret next = signing.nextCertificates();
        List<X509Certificate> announced = next == null
                ? List.of()
                : Pem.certificates(next.text(), "stadttor.trust-list.signing.next-certificates");
        return new PublicationKey(
                Pem.privateKey(signing.key().text(), "stadttor.trust-list.signing.key"),
                Pem.certificates(signing.certificate().text(), "stadttor.trust-list.signing.certificate")
                        .getFirst(),
                announced);
    }
}
