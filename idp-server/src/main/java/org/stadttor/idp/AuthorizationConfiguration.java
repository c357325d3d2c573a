// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.authorization.AssuranceLevel;
import org.stadttor.idp.authorization.AuthorizationRequestRules;
import org.stadttor.idp.authorization.AuthorizationRequests;
import org.stadttor.idp.authorization.ClientAssertions;
import org.stadttor.idp.authorization.ClientKeySets;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.EndRunningLogins;
import org.stadttor.idp.authorization.GrantStanding;
import org.stadttor.idp.authorization.Grants;
import org.stadttor.idp.authorization.IssueCode;
import org.stadttor.idp.authorization.Issuer;
import org.stadttor.idp.authorization.Lifetimes;
import org.stadttor.idp.authorization.LoginEvents;
import org.stadttor.idp.authorization.OpenAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.authorization.ProviderMetadata;
import org.stadttor.idp.authorization.PushAuthorizationRequest;
import org.stadttor.idp.authorization.ReadUserInfo;
import org.stadttor.idp.authorization.RedeemCode;
import org.stadttor.idp.authorization.ReleasedClaims;
import org.stadttor.idp.authorization.RevokeToken;
import org.stadttor.idp.authorization.SignedIdTokenHints;
import org.stadttor.idp.authorization.SigningKeys;
import org.stadttor.idp.authorization.StoredPendingAuthorizations;
import org.stadttor.idp.authorization.Tokens;
import org.stadttor.idp.authorization.UsedAssertions;
import org.stadttor.idp.authorization.jdbc.JdbcAuthorizationRequests;
import org.stadttor.idp.authorization.jdbc.JdbcGrants;
import org.stadttor.idp.authorization.jdbc.JdbcUsedAssertions;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.idp.relyingparty.RunningLogins;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundRequest;
import org.stadttor.wallet.presentation.IssuerStanding;

/** The use cases of the authorization room. */
@Configuration(proxyBeanMethods = false)
class AuthorizationConfiguration {

    static SigningKeys.Rotation rotation(IdpSettings settings) {
        Duration idToken = settings.lifetimes().idToken();
        Duration accessToken = settings.lifetimes().accessToken();
        return new SigningKeys.Rotation(
                settings.signingKeys().period(),
                settings.signingKeys().lead(),
                idToken.compareTo(accessToken) > 0 ? idToken : accessToken);
    }

    @Bean
    Issuer issuer(IdpSettings settings) {
        return new Issuer(settings.issuer());
    }

    @Bean
    Lifetimes lifetimes(IdpSettings settings) {
        IdpSettings.Lifetimes set = settings.lifetimes();
        return new Lifetimes(
                set.pushedRequest(),
                set.pendingStep(),
                set.pendingLimit(),
                set.code(),
                set.accessToken(),
                set.idToken());
    }

    @Bean
    ProviderMetadata providerMetadata(Issuer issuer, IdpSettings settings) {
        return new ProviderMetadata(issuer, level(settings));
    }

    @Bean
    AuthorizationRequests authorizationRequests(JdbcClient jdbc, LoginEvents events) {
        return new JdbcAuthorizationRequests(jdbc, events);
    }

    @Bean
    Grants grants(JdbcClient jdbc, LoginEvents events) {
        return new JdbcGrants(jdbc, events);
    }

    @Bean
    GrantStanding grantStanding(
            Grants grants, IssuerStanding issuers, AuditLog audit, TransactionOperations transactions) {
        return new GrantStanding(grants, issuers, audit, transactions);
    }

    @Bean
    RunningLogins runningLogins(AuthorizationRequests requests, Grants grants) {
        return new EndRunningLogins(requests, grants);
    }

    @Bean
    UsedAssertions usedAssertions(JdbcClient jdbc) {
        return new JdbcUsedAssertions(jdbc);
    }

    @Bean
    ReleasedClaims releasedClaims(SecureRandom random) {
        return new ReleasedClaims(random);
    }

    @Bean(destroyMethod = "close")
    OutboundHttp keySetClient(IdpSettings settings) {
        return new OutboundHttp(KeySetPolicy.of(settings.sandboxMode()));
    }

    @Bean
    ClientKeySets clientKeySets(OutboundHttp keySetClient, Clock clock) {
        Function<URI, String> fetch = uri -> new String(
                keySetClient
                        .get(OutboundRequest.get(uri, "application/jwk-set+json, application/json"))
                        .body(),
                StandardCharsets.UTF_8);
        return new ClientKeySets(fetch, clock);
    }

    @Bean
    ClientAssertions clientAssertions(
            RelyingParties relyingParties, ClientKeySets keySets, UsedAssertions used, Issuer issuer, Clock clock) {
        return new ClientAssertions(relyingParties, keySets, used, issuer, clock);
    }

    @Bean
    PushAuthorizationRequest pushAuthorizationRequest(
            SigningKeys keys, Issuer issuer, AuthorizationRequests requests, Lifetimes lifetimes, Clock clock) {
        AuthorizationRequestRules rules = new AuthorizationRequestRules(new SignedIdTokenHints(keys, issuer));
        return new PushAuthorizationRequest(rules, requests, lifetimes, new SecureRandom(), clock);
    }

    @Bean
    OpenAuthorization openAuthorization(
            AuthorizationRequests requests,
            RelyingParties relyingParties,
            Issuer issuer,
            Lifetimes lifetimes,
            Clock clock) {
        return new OpenAuthorization(requests, relyingParties, issuer, lifetimes, clock);
    }

    @Bean
    PendingAuthorizations pendingAuthorizations(AuthorizationRequests requests, Lifetimes lifetimes, Clock clock) {
        return new StoredPendingAuthorizations(requests, lifetimes, clock);
    }

    @Bean
    IssueCode.Stores stores(
            AuthorizationRequests requests,
            Grants grants,
            RelyingParties relyingParties,
            AuditLog audit,
            LoginEvents events,
            TransactionOperations transactions) {
        return new IssueCode.Stores(requests, grants, relyingParties, audit, events, transactions);
    }

    @Bean
    CompleteAuthorization completeAuthorization(
            IssueCode.Stores stores, ReleasedClaims claims, Issuer issuer, Lifetimes lifetimes, Clock clock) {
        return new IssueCode(stores, claims, issuer, lifetimes, clock);
    }

    @Bean
    Tokens tokens(SigningKeys keys, Issuer issuer, Lifetimes lifetimes, IdpSettings settings, Clock clock) {
        return new Tokens(keys, issuer, lifetimes, level(settings), clock);
    }

    @Bean
    RedeemCode redeemCode(Grants grants, Tokens tokens, ReleasedClaims claims, GrantStanding standing, Clock clock) {
        return new RedeemCode(grants, tokens, claims, standing, clock);
    }

    @Bean
    ReadUserInfo readUserInfo(
            Grants grants, RelyingParties relyingParties, GrantStanding standing, ReleasedClaims claims, Clock clock) {
        return new ReadUserInfo(grants, relyingParties, standing, claims, clock);
    }

    @Bean
    RevokeToken revokeToken(Grants grants) {
        return new RevokeToken(grants);
    }

    private static @Nullable AssuranceLevel level(IdpSettings settings) {
        String level = settings.assuranceLevel();
        return level == null ? null : AssuranceLevel.of(level);
    }
}
