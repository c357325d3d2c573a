// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditLog;
import org.stadttor.idp.authorization.CompleteAuthorization;
import org.stadttor.idp.authorization.PendingAuthorizations;
import org.stadttor.idp.citizen.IdentifyCitizen;
import org.stadttor.idp.login.AskWallet;
import org.stadttor.idp.login.CompleteLogin;
import org.stadttor.idp.login.LoginPresentations;
import org.stadttor.idp.login.LoginRequests;
import org.stadttor.idp.login.LoginSettings;
import org.stadttor.idp.login.PresentationMemory;
import org.stadttor.idp.login.RegisterWallet;
import org.stadttor.idp.login.Wallets;
import org.stadttor.idp.login.jdbc.JdbcLoginPresentations;
import org.stadttor.idp.login.jdbc.JdbcWallets;
import org.stadttor.idp.operations.DatabaseSchemas;
import org.stadttor.idp.operations.IdpSettings;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.idp.relyingparty.RelyingParties;
import org.stadttor.ui.Site;
import org.stadttor.ui.UiConfiguration;
import org.stadttor.wallet.autoconfigure.WalletBridgeConfiguration;
import org.stadttor.wallet.presentation.CollectResult;
import org.stadttor.wallet.presentation.RequestingParties;
import org.stadttor.wallet.presentation.RotateRequestHandle;
import org.stadttor.wallet.presentation.StartPresentation;

/** The login room: what it remembers, and its use cases; and the wallet bridge it stands on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(LoginSettings.class)
@Import({UiConfiguration.class, WalletBridgeConfiguration.class})
class LoginConfiguration {

    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);

    @Bean
    Site site(LoginSettings settings, IdpSettings idp) {
        LoginSettings.SiteEntry site = settings.site();
        Site.Banner ordinary = site.official() ? Site.Banner.OFFICIAL : Site.Banner.NONE;
        return new Site(
                site.name(),
                List.of(
                        "messages/idp",
                        "messages/staff",
                        "messages/explanation",
                        "messages/staff-people",
                        "messages/staff-passkey",
                        "messages/statistics",
                        "messages/registration"),
                idp.sandboxMode() ? Site.Banner.SANDBOX : ordinary,
                site.imprint(),
                site.privacy(),
                site.accessibility());
    }

    @Bean
    JdbcWallets wallets(JdbcClient jdbc) {
        return new JdbcWallets(jdbc);
    }

    /** Registers the wallets of the settings as well; the schemas must be there. */
    @Bean
    RegisterWallet registerWallet(
            Wallets wallets,
            AuditLog audit,
            TransactionOperations transactions,
            LoginSettings settings,
            DatabaseSchemas schemas) {
        RegisterWallet register = new RegisterWallet(wallets, audit, transactions);
        settings.registered().forEach(wallet -> register.register(wallet, "configuration"));
        return register;
    }

    @Bean
    JdbcLoginPresentations loginPresentations(JdbcClient jdbc) {
        return new JdbcLoginPresentations(jdbc);
    }

    @Bean
    SchedulingConfigurer loginHousekeeping(LoginPresentations presentations, Clock clock) {
        return tasks -> tasks.addFixedDelayTask(() -> presentations.purge(clock.instant()), PURGE_INTERVAL);
    }

    @Bean
    PresentationMemory presentationMemory(LoginPresentations presentations, SecureRandom random) {
        return new PresentationMemory(presentations, random);
    }

    /** What a wallet is asked, fetches or sends counts only as long as the relying party is live. */
    @Bean
    RequestingParties requestingParties(RelyingParties relyingParties) {
        return onBehalfOf -> relyingParties.isLive(new ClientId(onBehalfOf));
    }

    @Bean
    LoginRequests loginRequests(PendingAuthorizations pendings, RelyingParties relyingParties) {
        return new LoginRequests(pendings, relyingParties);
    }

    @Bean
    AskWallet askWallet(
            StartPresentation start,
            CollectResult collect,
            RotateRequestHandle rotate,
            PresentationMemory memory,
            Clock clock) {
        return new AskWallet(start, collect, rotate, memory, clock);
    }

    @Bean
    CompleteLogin completeLogin(
            CollectResult collect,
            PresentationMemory memory,
            LoginRequests logins,
            IdentifyCitizen identify,
            CompleteAuthorization complete) {
        return new CompleteLogin(collect, memory, logins, identify, complete);
    }
}
