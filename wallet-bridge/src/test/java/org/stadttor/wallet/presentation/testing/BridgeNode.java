// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.presentation.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.stadttor.testing.TestDatabase;
import org.stadttor.wallet.autoconfigure.WalletBridgeConfiguration;

/** One node: a real server on a free port with the wallet bridge in it. */
public final class BridgeNode implements AutoCloseable {

    /** The public address of all nodes, as behind a proxy. */
    public static final String BASE = "http://localhost:8080";

    /** The smallest server that imports the bridge. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
    @Import(WalletBridgeConfiguration.class)
    static class Server {}

    private final ConfigurableApplicationContext context;

    private BridgeNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static BridgeNode start(TestDatabase database, TestWorld world, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.datasource.hikari.maximum-pool-size=16",
                "--stadttor.wallet.base-address=" + BASE,
                "--stadttor.wallet.loopback-allowed=true",
                "--stadttor.wallet.access-certificate.chain="
                        + world.certificate().chainPem(),
                "--stadttor.wallet.access-certificate.key="
                        + world.certificate().keyPem(),
                "--stadttor.wallet.data-key=" + Base64.getEncoder().encodeToString(world.dataKey()),
                "--stadttor.wallet.trust-list.url=http://localhost:8081/lists/pid-providers",
                "--stadttor.wallet.trust-list.signer=" + world.certificate().chainPem(),
                "--stadttor.wallet.durations.expiry-interval=1h"));
        // Later settings take the place of earlier ones; Spring would join them to a list.
        Map<String, String> byName = new LinkedHashMap<>();
        arguments.forEach(argument -> byName.put(argument.substring(0, argument.indexOf('=')), argument));
        List.of(more).forEach(argument -> byName.put(argument.substring(0, argument.indexOf('=')), argument));
        return new BridgeNode(new SpringApplicationBuilder(Server.class)
                .initializers(context -> world.register(
                        (org.springframework.context.support.GenericApplicationContext) context, database))
                .run(byName.values().toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The same address, reached at this node. */
    public URI here(URI publicAddress) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create(publicAddress.toString().replace(BASE, "http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        context.close();
    }
}
