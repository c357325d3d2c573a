// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.operations;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stadttor.settings.Secret;
import org.stadttor.staff.StaffSettings;

/**
 * Every {@code stadttor.trust-list.*} setting of this process; an unknown one stops the start.
 *
 * @param publicAddress where readers reach this service, without trailing slash; stands in the list
 * @param signing with what the list is signed
 * @param operator who publishes the list
 * @param publication when issues are made
 * @param longPoll how requests wait for a newer list
 * @param staff the port and the sessions of the staff
 */
@ConfigurationProperties(prefix = "stadttor.trust-list", ignoreUnknownFields = false)
public record TrustListSettings(
        URI publicAddress,
        Database database,
        Signing signing,
        Operator operator,
        @DefaultValue Publication publication,
        @DefaultValue LongPoll longPoll,
        @DefaultValue StaffSettings staff) {

    /**
     * The PostgreSQL database.
     *
     * @param user the role this process runs as; needs no more than the grants of the migrations
     * @param maximumConnections size of the connection pool
     * @param migrate whether the schemas are brought up to date at the start; false where another node did so
     * @param migrationUser the role that owns the schemas, used only while the service starts; without it, {@code user}
     */
    public record Database(
            String url,
            String user,
            Secret password,
            @DefaultValue("10") int maximumConnections,
            @DefaultValue("true") boolean migrate,
            @Nullable String migrationUser,
            @Nullable Secret migrationPassword) {

        public Database {
            require(url, "database.url");
            require(user, "database.user");
            require(password, "database.password");
            if ((migrationUser == null) != (migrationPassword == null)) {
                throw new IllegalArgumentException(
                        "stadttor.trust-list.database.migration-user and migration-password belong together");
            }
        }
    }

    /**
     * PEM by value or {@code file:}.
     *
     * @param key PKCS #8, P-256
     * @param certificate the certificate readers pin
     * @param nextCertificates certificates of coming keys, announced in the list
     */
    public record Signing(
            Secret key, Secret certificate, @Nullable Secret nextCertificates) {

        public Signing {
            require(key, "signing.key");
            require(certificate, "signing.certificate");
        }
    }

    /** The scheme operator as the list names it. */
    public record Operator(
            String name,
            @DefaultValue("EU") String territory,
            @DefaultValue("EU:PID providers") String schemeName,
            String street,
            @DefaultValue("") String locality,
            @DefaultValue("") String postalCode,
            String country,
            List<String> electronicAddresses,
            List<String> informationUris,
            @DefaultValue("") String legalNoticeUri) {

        public Operator {
            require(name, "operator.name");
            require(street, "operator.street");
            require(country, "operator.country");
            require(electronicAddresses, "operator.electronic-addresses");
            require(informationUris, "operator.information-uris");
            electronicAddresses = List.copyOf(electronicAddresses);
            informationUris = List.copyOf(informationUris);
            if (name.isBlank() || electronicAddresses.isEmpty() || informationUris.isEmpty()) {
                throw new IllegalArgumentException(
                        "stadttor.trust-list.operator needs a name, an electronic address" + " and an information URI");
            }
            if (territory.length() != 2) {
                throw new IllegalArgumentException("stadttor.trust-list.operator.territory must be two letters");
            }
        }
    }

    /**
     * When issues are made.
     *
     * @param validity from issue to NextUpdate
     * @param resignMargin a new issue is made when less than this is left
     * @param firstSequenceNumber the lowest number that may be used; raise it after a restore from an older backup
     */
    public record Publication(
            @DefaultValue("7d") Duration validity,
            @DefaultValue("6d") Duration resignMargin,
            @DefaultValue("1") long firstSequenceNumber) {}

    /**
     * Long poll.
     *
     * @param maximumWait a request is held no longer
     * @param maximumWaiters so many are held at once, further ones are answered immediately
     * @param pollInterval how often the database is asked when no notification comes
     */
    public record LongPoll(
            @DefaultValue("60s") Duration maximumWait,
            @DefaultValue("500") int maximumWaiters,
            @DefaultValue("500ms") Duration pollInterval) {

        public LongPoll {
            if (pollInterval.toMillis() < 10 || pollInterval.toMillis() > 1_000) {
                throw new IllegalArgumentException(
                        "stadttor.trust-list.long-poll.poll-interval must be 10 ms to 1 s: distrust must not wait");
            }
        }
    }

    public TrustListSettings {
        require(publicAddress, "public-address");
        require(database, "database.url");
        require(signing, "signing.key");
        require(operator, "operator.name");
        boolean web = "https".equals(publicAddress.getScheme()) || "http".equals(publicAddress.getScheme());
        if (!web || publicAddress.getHost() == null || publicAddress.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "stadttor.trust-list.public-address must be an http(s) address without trailing slash");
        }
    }

    /** Binding leaves null what is not set. */
    private static void require(@Nullable Object value, String name) {
        Objects.requireNonNull(value, "stadttor.trust-list." + name + " is required");
    }

    @Override
    public String toString() {
        return "TrustListSettings[" + publicAddress + "]";
    }
}
