// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.openid4vp.AccessCertificate;
import org.stadttor.wallet.openid4vp.RequestObjectSigner;
import org.stadttor.wallet.openid4vp.ResponseDecryptor;
import org.stadttor.wallet.pid.PidReader;
import org.stadttor.wallet.presentation.AnswerReader;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.DataKey;
import org.stadttor.wallet.presentation.ExpirePresentations;
import org.stadttor.wallet.presentation.IssuerStanding;
import org.stadttor.wallet.presentation.PresentationEvents;
import org.stadttor.wallet.presentation.PresentationSettings;
import org.stadttor.wallet.presentation.PresentationStarter;
import org.stadttor.wallet.presentation.Presentations;
import org.stadttor.wallet.presentation.ReceiveWalletResponse;
import org.stadttor.wallet.presentation.RequestHandleRotation;
import org.stadttor.wallet.presentation.RequestSecretsSealing;
import org.stadttor.wallet.presentation.RequestingParties;
import org.stadttor.wallet.presentation.ResultCollection;
import org.stadttor.wallet.presentation.RetrieveRequestObject;
import org.stadttor.wallet.presentation.RotateRequestHandle;
import org.stadttor.wallet.presentation.StandingPresentations;
import org.stadttor.wallet.presentation.StartPresentation;
import org.stadttor.wallet.presentation.VerifyVpToken;
import org.stadttor.wallet.presentation.jdbc.JdbcPresentations;
import org.stadttor.wallet.trust.TrustListSource;

/**
 * Everything of the wallet bridge, for a server that imports it. The server brings a {@link Clock}, a {@link DataSource},
 * its transaction manager, a {@link PresentationEvents} and {@link RequestingParties}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WalletBridgeProperties.class)
@Import({VerificationConfiguration.class, WalletEndpointsConfiguration.class})
public class WalletBridgeConfiguration {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Bean
    WalletSchema walletSchema(
            DataSource dataSource, ObjectProvider<SchemaOwner> owner, WalletBridgeProperties properties) {
        return new WalletSchema(
                owner.getIfAvailable(() -> new SchemaOwner(dataSource)).dataSource(), properties.runtimeRole());
    }

    @Bean
    PresentationSettings presentationSettings(WalletBridgeProperties properties, Environment environment) {
        URI base = properties.baseAddress() == null
                ? URI.create(required(environment, "stadttor.issuer", "stadttor.wallet.base-address"))
                : properties.baseAddress();
        requirePublic(base, loopbackAllowed(properties, environment));
        WalletBridgeProperties.Durations durations = properties.durations();
        return new PresentationSettings(
                base,
                URI.create(base + properties.returnPath()),
                URI.create(base + properties.donePath()),
                durations.answerWithin(),
                durations.collectWithin(),
                durations.handleOverlap());
    }

    @Bean
    RequestSecretsSealing requestSecretsSealing(WalletBridgeProperties properties, Environment environment) {
        String key = properties.dataKey();
        byte[] bytes = key == null
                ? Pem.key(required(environment, "stadttor.data-key", "stadttor.wallet.data-key"), "stadttor.data-key")
                : Pem.key(key, "stadttor.wallet.data-key");
        return new RequestSecretsSealing(new DataKey(bytes));
    }

    @Bean
    RequestObjectSigner requestObjectSigner(WalletBridgeProperties properties, Clock clock) {
        WalletBridgeProperties.AccessCertificateSettings certificate = properties.accessCertificate();
        return new RequestObjectSigner(
                new AccessCertificate(
                        Pem.privateKey(certificate.key(), "stadttor.wallet.access-certificate.key"),
                        Pem.certificates(certificate.chain(), "stadttor.wallet.access-certificate.chain")),
                clock);
    }

    @Bean
    Presentations presentations(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PresentationEvents events,
            RequestingParties parties,
            WalletSchema schema) {
        return new StandingPresentations(
                new JdbcPresentations(jdbc, new TransactionTemplate(transactions), events), parties);
    }

    @Bean
    StartPresentation startPresentation(
            Presentations presentations,
            RequestSecretsSealing sealing,
            RequestObjectSigner signer,
            PresentationSettings settings,
            Clock clock) {
        return new PresentationStarter(presentations, sealing, signer.clientId(), settings, clock);
    }

    @Bean
    RotateRequestHandle rotateRequestHandle(Presentations presentations, PresentationSettings settings, Clock clock) {
        return new RequestHandleRotation(presentations, settings, clock);
    }

    @Bean
    RetrieveRequestObject retrieveRequestObject(
            Presentations presentations,
            RequestSecretsSealing sealing,
            RequestObjectSigner signer,
            PresentationSettings settings,
            Clock clock) {
        return new RetrieveRequestObject(presentations, sealing, signer, settings, clock);
    }

    @Bean
    AnswerReader answerReader(RequestSecretsSealing sealing, WalletBridgeProperties properties) {
        return new AnswerReader(
                sealing, new ResponseDecryptor(properties.limits().responseBytes()));
    }

    @Bean
    ReceiveWalletResponse receiveWalletResponse(
            Presentations presentations,
            AnswerReader reader,
            List<CredentialVerifier> verifiers,
            PresentationSettings settings,
            Clock clock) {
        VerifyVpToken verifyVpToken = new VerifyVpToken(verifiers, new PidReader(clock));
        return new ReceiveWalletResponse(presentations, reader, verifyVpToken, settings, clock);
    }

    @Bean
    IssuerStanding issuerStanding(TrustListSource source) {
        return new ListedIssuers(source);
    }

    @Bean
    CollectResult collectResult(Presentations presentations, IssuerStanding standing, Clock clock) {
        return new ResultCollection(presentations, standing, clock);
    }

    @Bean
    ExpirePresentations expirePresentations(Presentations presentations, Clock clock) {
        return new ExpirePresentations(presentations, clock);
    }

    @Bean
    ExpiryJob expiryJob(ExpirePresentations expirePresentations, WalletBridgeProperties properties) {
        return new ExpiryJob(expirePresentations, properties.durations().expiryInterval());
    }

    static boolean loopbackAllowed(WalletBridgeProperties properties, Environment environment) {
        Boolean set = properties.loopbackAllowed();
        return set == null ? environment.getProperty("stadttor.sandbox-mode", Boolean.class, false) : set;
    }

    private static String required(Environment environment, String property, String alternative) {
        @Nullable String value = environment.getProperty(property);
        if (value == null) {
            throw new IllegalArgumentException(alternative + " is missing, and there is no " + property);
        }
        return value;
    }

    private static void requirePublic(URI base, boolean loopbackAllowed) {
        String host = base.getHost();
        boolean loopback =
                loopbackAllowed && "http".equals(base.getScheme()) && host != null && LOOPBACK.contains(host);
        if (host == null || (!"https".equals(base.getScheme()) && !loopback)) {
            throw new IllegalArgumentException(
                    "stadttor.wallet.base-address must be https (http only on a loopback host in a sandbox)");
        }
    }
}
