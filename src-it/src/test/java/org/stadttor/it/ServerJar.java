// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A production jar as a process of its own, started by the command of its systemd unit in {@code deploy/}. */
final class ServerJar implements AutoCloseable {

    /** What is delivered. */
    enum Program {
        IDP_SERVER("idp-server", "idp-server"),
        TRUST_LIST("trust-list/service", "trust-list");

        private final String module;
        private final String name;

        Program(String module, String name) {
            this.module = module;
            this.name = name;
        }

        /** The runnable jar; skips the calling test where the build has not packaged it. */
        Path jar() {
            Path target = root().resolve(module).resolve("target");
            try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
                List<Path> jars = files.filter(file -> file.toString().endsWith("-server.jar"))
                        .toList();
                Requirement.PACKAGED_JARS.require(jars.size() == 1);
                return jars.getFirst().toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The settings of {@code deploy/}. */
        String exampleSettings() {
            return text("deploy/config/" + name + ".yml");
        }

        String settingsFile() {
            return name + ".yml";
        }

        private List<String> command(Path folder) {
            String unit = text("deploy/systemd/stadttor-" + name + ".service");
            String command = unit.lines()
                    .filter(line -> line.startsWith("ExecStart="))
                    .findFirst()
                    .orElseThrow()
                    .substring("ExecStart=".length())
                    .replace("/opt/stadttor/" + name + ".jar", jar().toString())
                    .replace("/etc/stadttor", folder.toString());
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.subList(0, words.indexOf("java") + 1).clear();
            words.addFirst("-XX:TieredStopAtLevel=1");
            words.addFirst(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
            return words;
        }
    }

    private final Process process;
    private final Path log;

    private ServerJar(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param folder instead of {@code /etc/stadttor}
     * @param more environment variables ({@code NAME=value}), settings ({@code --name=value}) and commands
     */
    static ServerJar start(Program program, Path folder, String... more) {
        List<String> command = program.command(folder);
        Stream.of(more).filter(word -> !isVariable(word)).forEach(command::add);
        try {
            Path log = Files.createTempFile(folder, program.name + "-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("STADTTOR_") || name.startsWith("SPRING_"));
            Stream.of(more).filter(ServerJar::isVariable).forEach(word -> {
                String[] pair = word.split("=", 2);
                environment.put(pair[0], pair[1]);
            });
            return new ServerJar(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVariable(String word) {
        return !word.startsWith("--") && word.contains("=");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Everything it has written. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end. */
    int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** A file of the repository. */
    static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("stadttor.root", ".."));
    }
}
