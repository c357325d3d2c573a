// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.outbound.AddressRule;
import org.stadttor.outbound.EgressProxy;
import org.stadttor.outbound.OutboundHttp;
import org.stadttor.outbound.OutboundPolicy;
import org.stadttor.trustlist.lote.ListOfTrustedEntities;
import org.stadttor.wallet.credential.CredentialVerifier;
import org.stadttor.wallet.credential.ExplainCredential;
import org.stadttor.wallet.credential.ExplainStatusToken;
import org.stadttor.wallet.pid.PidType;
import org.stadttor.wallet.sdjwt.ExplainSdJwtVc;
import org.stadttor.wallet.sdjwt.SdJwtVcVerifier;
import org.stadttor.wallet.sdjwt.VerificationRules;
import org.stadttor.wallet.statuslist.ExplainStatusListToken;
import org.stadttor.wallet.statuslist.StatusListEvents;
import org.stadttor.wallet.statuslist.StatusListFetcher;
import org.stadttor.wallet.statuslist.StatusListSettings;
import org.stadttor.wallet.statuslist.StatusLists;
import org.stadttor.wallet.statuslist.StatusSigners;
import org.stadttor.wallet.statuslist.TokenStatusCheck;
import org.stadttor.wallet.trust.HttpTrustListSource;
import org.stadttor.wallet.trust.TrustListEvents;
import org.stadttor.wallet.trust.TrustListSettings;
import org.stadttor.wallet.trust.TrustListSource;
import org.stadttor.wallet.trust.jdbc.JdbcAcceptedTrustLists;

/**
 * What a presentation is verified with: the trust list, status lists, the verifier of each format. Pulling and refreshing
 * begin and end with the context.
 */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    /** Not a candidate for anybody who asks for an HTTP client without naming it. */
    @Bean(defaultCandidate = false)
    @Qualifier("walletTrustListHttp")
    OutboundHttp walletTrustListHttp(WalletBridgeProperties properties) {
        OutboundPolicy policy = HttpTrustListSource.policy();
        String authorities = properties.trustList().tlsAuthorities();
        return authorities == null
                ? new OutboundHttp(policy)
                : new OutboundHttp(policy, Pem.tls(authorities, "stadttor.wallet.trust-list.tls-authorities"));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnMissingBean(TrustListSource.class)
    HttpTrustListSource trustListSource(
            @Qualifier("walletTrustListHttp") OutboundHttp http,
            WalletBridgeProperties properties,
            JdbcClient jdbc,
            ObjectProvider<TrustListEvents> events,
            Clock clock,
            WalletSchema schema) {
        WalletBridgeProperties.PidProviderListSettings list = properties.trustList();
        TrustListSettings settings = new TrustListSettings(
                list.url(),
                ListOfTrustedEntities.PID_PROVIDERS,
                Set.copyOf(Pem.certificates(list.signer(), "stadttor.wallet.trust-list.signer")),
                list.longPoll(),
                list.pollInterval());
        return new HttpTrustListSource(
                http, settings, new JdbcAcceptedTrustLists(jdbc), events.getIfAvailable(LoggedListEvents::new), clock);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("walletStatusListHttp")
    OutboundHttp walletStatusListHttp(WalletBridgeProperties properties, Environment environment) {
        boolean loopback = WalletBridgeConfiguration.loopbackAllowed(properties, environment);
        WalletBridgeProperties.ProxySettings proxy = properties.proxy();
        return new OutboundHttp(StatusListFetcher.policy()
                .withAddresses(loopback ? AddressRule.PUBLIC_OR_LOOPBACK : AddressRule.PUBLIC)
                .withProxy(proxy == null ? null : new EgressProxy(proxy.host(), proxy.port())));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StatusLists statusLists(
            @Qualifier("walletStatusListHttp") OutboundHttp http,
            TrustListSource trustLists,
            ObjectProvider<StatusListEvents> events,
            Clock clock) {
        return new StatusLists(
                new StatusListFetcher(http, new StatusSigners(trustLists, clock), clock),
                StatusListSettings.defaults(),
                events.getIfAvailable(LoggedListEvents::new),
                clock);
    }

    @Bean
    @ConditionalOnMissingBean(CredentialVerifier.class)
    SdJwtVcVerifier sdJwtVcVerifier(
            TrustListSource trustLists, StatusLists statusLists, WalletBridgeProperties properties, Clock clock) {
        WalletBridgeProperties.VerificationSettings settings = properties.verification();
        VerificationRules rules = new VerificationRules(
                Set.copyOf(PidType.vctValues()),
                settings.clockSkew(),
                settings.keyBindingMaxAge(),
                settings.maxValidityWithoutStatus());
        return new SdJwtVcVerifier(trustLists, new TokenStatusCheck(statusLists), rules, clock);
    }

    /** Only where the verifier is the bridge's own. */
    @Bean
    @ConditionalOnBean(SdJwtVcVerifier.class)
    ExplainCredential explainCredential(SdJwtVcVerifier verifier, TrustListSource trustLists) {
        return new ExplainSdJwtVc(verifier, trustLists);
    }

    @Bean
    ExplainStatusToken explainStatusToken(TrustListSource trustLists, Clock clock) {
        return new ExplainStatusListToken(trustLists, clock);
    }
}
