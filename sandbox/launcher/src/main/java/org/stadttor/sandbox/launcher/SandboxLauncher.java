// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.stadttor.sandbox.launcher.folder.SandboxFolder;
import org.stadttor.sandbox.launcher.folder.StartRefusedException;
import org.stadttor.sandbox.launcher.folder.StartRefusedException.Reason;
import org.stadttor.sandbox.launcher.settings.LauncherSettings;

/** Starts the sandbox: {@code mvn spring-boot:run} at the root of the project. */
public final class SandboxLauncher {
    private static final String TERMINAL = "sandbox";

    private SandboxLauncher() {}

    /** Runs until the process is told to stop; ends with code 1 and a sentence if the sandbox cannot start. */
    public static void main(String... arguments) {
        Clock clock = Clock.systemUTC();
        Instant begin = clock.instant();
        SandboxFolder folder = null;
        try {
            LauncherSettings settings = LauncherSettings.of(List.of(arguments), System.getenv());
            folder = SandboxFolder.open(settings.folder());
            writeLogTo(folder.directory("log").resolve("sandbox.log"));
            Sandbox sandbox = Sandbox.start(settings, folder, clock);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
            welcome(sandbox, settings, Duration.between(begin, clock.instant()));
            stopWithParent();
        } catch (StartRefusedException e) {
            refuse(folder, e);
        } catch (RuntimeException e) {
            refuse(
                    folder,
                    new StartRefusedException(
                            Reason.PART_FAILED,
                            "The sandbox did not start: the newest file in the folder log of the sandbox's folder says why.",
                            e));
        }
    }

    private static void refuse(@Nullable SandboxFolder folder, StartRefusedException refused) {
        if (folder == null) {
            writeLogTo(Path.of("/dev/null"));
        }
        LoggerFactory.getLogger(SandboxLauncher.class)
                .error("not started: {}", refused.reason().code(), refused);
        LoggerFactory.getLogger(TERMINAL).error("{}", refused.getMessage());
        System.exit(1);
    }

    /** One logging configuration for all parts: Spring Boot would make one for each and print it. */
    private static void writeLogTo(Path file) {
        System.setProperty("stadttor.sandbox.log", file.toString());
        System.setProperty("logback.configurationFile", "sandbox-logback.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static void welcome(Sandbox sandbox, LauncherSettings settings, Duration took) {
        Logger terminal = LoggerFactory.getLogger(TERMINAL);
        terminal.info("");
        terminal.info("The Stadttor sandbox is running (started in {} s). Nobody in it is real.", took.toSeconds());
        terminal.info("");
        for (Map.Entry<String, String> entry : sandbox.addresses().entrySet()) {
            terminal.info("  {}{}", pad(entry.getKey()), entry.getValue());
        }
        terminal.info("");
        terminal.info("Begin at the portal: press \"Log in\", choose the sandbox wallet, choose a person, share.");
        terminal.info("Your own portal, wallet or issuer: see docs/sandbox.md. Stop with Ctrl-C.");
        terminal.info("Data and log files: {}", settings.folder());
        terminal.info("");
    }

    private static String pad(String text) {
        return String.format("%-24s", text);
    }

    /** Under Maven: whoever kills Maven means the sandbox too. */
    private static void stopWithParent() {
        if (Boolean.getBoolean("stadttor.sandbox.stop-with-parent")) {
            ProcessHandle.current().parent().ifPresent(parent -> {
                var _ = parent.onExit().thenRun(() -> System.exit(0));
            });
        }
    }
}
