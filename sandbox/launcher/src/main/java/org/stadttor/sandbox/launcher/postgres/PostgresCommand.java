// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;

/**
 * Runs a PostgreSQL program to its end. PostgreSQL refuses to run as root, and as a user without a name (containers);
 * these run it in a user namespace of its own, in which it is nobody and has no privileges.
 */
final class PostgresCommand {
    private final Path log;

    /** @param log what the programs say is appended here */
    PostgresCommand(Path log) {
        this.log = log;
    }

    /** @return the exit code */
    int run(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (needsNamespace()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Stops early, with a sentence, where the user may not make the user namespace that is needed. */
    void requireUsable() {
        if (needsNamespace() && run(List.of("unshare", "-U", "true")) != 0) {
            throw new StartRefusedException(
                    Reason.DATABASE_UNSUPPORTED,
                    "PostgreSQL does not run as this user and this machine allows no user namespace (unshare -U):"
                            + " run the sandbox as an ordinary user with a name.");
        }
    }

    private int run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a PostgreSQL program runs", e);
        }
    }

    private static boolean needsNamespace() {
        boolean nameless = System.getProperty("user.name", "?").equals("?");
        try {
            return nameless
                    || Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return nameless;
        }
    }
}
