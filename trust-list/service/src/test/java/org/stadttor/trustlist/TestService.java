// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.stadttor.staff.web.StaffPort;
import org.stadttor.testing.TestDatabase;
import org.stadttor.trustlist.issuer.ApproveProposal;
import org.stadttor.trustlist.issuer.IssuerDetails;
import org.stadttor.trustlist.issuer.IssuerId;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.issuer.Proposal;
import org.stadttor.trustlist.issuer.ProposeIssuer;
import org.stadttor.trustlist.issuer.StaffId;
import org.stadttor.trustlist.issuer.SuspendIssuer;
import org.stadttor.trustlist.lote.LoteSignature;
import org.stadttor.trustlist.lote.SignedList;

/** The real service on a free port, with a runtime role of its own. */
public final class TestService implements AutoCloseable {

    public static final StaffId ANNA = new StaffId("anna");
    public static final StaffId BERND = new StaffId("bernd");

    private final ConfigurableApplicationContext context;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestService(ConfigurableApplicationContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** A database with a runtime role; the owner is the superuser. */
    public record Roles(TestDatabase database, String runtimeRole) {

        public static Roles create() {
            TestDatabase database = TestDatabase.create();
            String role = "trust_" + UUID.randomUUID().toString().replace("-", "");
            Roles roles = new Roles(database, role);
            roles.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
            // As in the operations guide: the migrations must take back what goes too far.
            roles.execute("CREATE SCHEMA trust");
            roles.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA trust GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
                    + role);
            return roles;
        }

        public void execute(String sql) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static TestService start(Roles roles, TestKey signer, Clock clock, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--stadttor.trust-list.staff.port=0",
                "--stadttor.trust-list.staff.sandbox-sign-in=true",
                "--stadttor.trust-list.public-address=https://trust.example.org",
                "--stadttor.trust-list.database.url=" + roles.database().url(),
                "--stadttor.trust-list.database.user=" + roles.runtimeRole(),
                "--stadttor.trust-list.database.password=secret",
                "--stadttor.trust-list.database.migration-user="
                        + roles.database().user(),
                "--stadttor.trust-list.database.migration-password="
                        + (roles.database().password().isEmpty()
                                ? "none"
                                : roles.database().password()),
                "--stadttor.trust-list.signing.key=" + signer.keyPem(),
                "--stadttor.trust-list.signing.certificate=" + signer.certificatePem(),
                "--stadttor.trust-list.operator.name=Musterstadt",
                "--stadttor.trust-list.operator.street=Rathausplatz 1",
                "--stadttor.trust-list.operator.country=DE",
                "--stadttor.trust-list.operator.electronic-addresses=mailto:trust@example.org",
                "--stadttor.trust-list.operator.information-uris=https://example.org/a,https://example.org/b"));
        for (String argument : more) {
            // Given twice, an option would become a list of both values.
            String option = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(a -> a.startsWith(option));
            if (!argument.endsWith("=@missing")) {
                arguments.add(argument);
            }
        }
        return new TestService(
                TrustListService.application()
                        .initializers(
                                c -> ((GenericApplicationContext) c).registerBean("clock", Clock.class, () -> clock))
                        .run(arguments.toArray(String[]::new)),
                clock);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** An address of the staff port. */
    public URI staffUri(String path) {
        return URI.create("http://localhost:" + bean(StaffPort.class).port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The published list, verified under the pinned certificate. */
    public SignedList list(TestKey pinned) throws IOException, InterruptedException {
        return list(ListPurpose.PID, pinned);
    }

    public SignedList list(ListPurpose purpose, TestKey pinned) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/lists/" + purpose.listName());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return LoteSignature.verify(response.body(), List.of(pinned.certificate()), clock);
    }

    public IssuerId approved(IssuerDetails details) {
        Proposal proposal = bean(ProposeIssuer.class).propose(details, ANNA, "new");
        approve(proposal, BERND);
        return proposal.issuer();
    }

    public void approve(Proposal proposal, StaffId by) {
        bean(ApproveProposal.class).approve(proposal.id(), proposal.hash(), by, "checked");
    }

    public void suspend(IssuerId id) {
        bean(SuspendIssuer.class).suspend(id, ANNA, "incident");
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
