// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.presentation.BrowserBinding;

/** A real node whose other rooms follow a script. */
public final class LoginRoom implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private LoginRoom(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static LoginRoom start(TestDatabase database, String... arguments) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Stream<String> own = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--stadttor.staff.port=0",
                "--stadttor.issuer=" + TestIdp.ISSUER,
                "--stadttor.sandbox-mode=true",
                "--stadttor.database.url=" + database.url(),
                "--stadttor.database.user=" + database.user(),
                "--stadttor.database.password=" + database.password(),
                "--stadttor.data-key=" + key,
                "--stadttor.matching-key=" + key,
                "--stadttor.wallet.access-certificate.chain=" + TestIdp.CERTIFICATE.chain(),
                "--stadttor.wallet.access-certificate.key=" + TestIdp.CERTIFICATE.key(),
                "--stadttor.wallet.trust-list.url=http://localhost:9/lists/pid-providers",
                "--stadttor.wallet.trust-list.signer=" + TestIdp.CERTIFICATE.chain(),
                "--stadttor.login.wallets[0].id=beispiel",
                "--stadttor.login.wallets[0].names.de=Beispiel-Wallet",
                "--stadttor.login.wallets[0].names.en=Example Wallet",
                "--stadttor.login.wallets[0].engagement=https://wallet.example/open",
                "--stadttor.login.wallets[0].request-uri-method=POST");
        return new LoginRoom(IdpServer.application()
                .sources(ScriptedRooms.class)
                .run(Stream.concat(own, Stream.of(arguments))
                        .collect(Collectors.toMap(LoginRoom::name, argument -> argument, (first, last) -> last))
                        .values()
                        .toArray(String[]::new)));
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    public ScriptedRooms rooms() {
        return context.getBean(ScriptedRooms.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI uri(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    /** A new browser that has just come from the authorization endpoint. */
    public PageBrowser browser() {
        BrowserBinding binding = BrowserBinding.create(new SecureRandom());
        rooms().reset(binding);
        return new PageBrowser(this, binding);
    }

    @Override
    public void close() {
        context.close();
    }
}
