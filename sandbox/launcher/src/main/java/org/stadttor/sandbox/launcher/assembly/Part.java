// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.assembly;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;
import org.stadttor.staff.web.StaffPort;

/** A running application on a port of its own. */
public final class Part implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Part(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts an application.
     *
     * @param name for messages
     * @param settings property by name; they win over the application's own
     * @throws StartRefusedException if it does not start
     */
    static Part start(String name, SpringApplicationBuilder application, Map<String, Object> settings) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            // One shutdown hook, the launcher's, stops everything in order.
            application.application().setRegisterShutdownHook(false);
            return new Part(application.run(arguments));
        } catch (PortInUseException e) {
            throw portInUse(name, e.getPort(), e);
        } catch (RuntimeException e) {
            throw new StartRefusedException(
                    Reason.PART_FAILED,
                    "The " + name + " did not start: the log file in the sandbox's folder says why.",
                    e);
        }
    }

    /** The sentence for a port that somebody else has. */
    public static StartRefusedException portInUse(String name, int port, Exception cause) {
        return new StartRefusedException(
                Reason.PORT_IN_USE,
                "Port " + port + " is in use, the " + name + " cannot start: stop what listens there, or choose other"
                        + " ports (see docs/sandbox.md).",
                cause);
    }

    /** Where it is reached on this machine. */
    public URI address() {
        return URI.create(
                "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Where its staff pages are on this machine. */
    public URI staffAddress() {
        return URI.create("http://localhost:" + bean(StaffPort.class).port());
    }

    /** One of its objects. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Settings of the form {@code name=value}, for tests that change one thing. */
    static Map<String, Object> with(Map<String, Object> settings, String... more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        Arrays.stream(more).forEach(setting -> {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return all;
    }
}
